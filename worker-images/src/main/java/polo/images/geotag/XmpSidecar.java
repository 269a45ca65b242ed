package polo.images.geotag;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.PhotoPosition;

/// A file beside a photo that tells where it was taken (XMP, ISO 16684): for photos that stay as
/// they are, of any format.
public final class XmpSidecar {

  private XmpSidecar() {}

  public static String of(PhotoPosition position) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/">
          <exif:GPSVersionID>2.3.0.0</exif:GPSVersionID>
          <exif:GPSLatitude>%s</exif:GPSLatitude>
          <exif:GPSLongitude>%s</exif:GPSLongitude>
    %s    </rdf:Description>
      </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>
    """
        .formatted(
            angle(position.lat(), 'N', 'S'),
            angle(position.lon(), 'E', 'W'),
            altitude(position.altitude()));
  }

  /// Degrees and minutes to a centimetre or so: `52,30.123456N`.
  private static String angle(double degrees, char positive, char negative) {
    long parts = Math.round(Math.abs(degrees) * 60 * 1_000_000);
    return String.format(
        Locale.ROOT,
        "%d,%d.%06d%c",
        parts / 60_000_000,
        parts / 1_000_000 % 60,
        parts % 1_000_000,
        degrees < 0 ? negative : positive);
  }

  private static String altitude(@Nullable Double meters) {
    return meters == null
        ? ""
        : String.format(
            Locale.ROOT,
            "      <exif:GPSAltitudeRef>%d</exif:GPSAltitudeRef>%n"
                + "      <exif:GPSAltitude>%d/100</exif:GPSAltitude>%n",
            meters < 0 ? 1 : 0,
            Math.round(Math.abs(meters) * 100));
  }
}
