package polo.images.edge.exif;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import java.util.Optional;
import java.util.OptionalDouble;

/// What older cameras wrote only into their maker's own notes. Tag numbers and formulas are those
/// of exiftool's tables (Canon, Nikon, Olympus).
record MakerNotes(Tags canon, Tags nikon, Tags olympus) {

  /// Of Canon's shot record: sensitivity by the camera's choice and of the sensor, in 1/32 stops.
  private static final int CANON_AUTO_ISO = 0xc401;

  private static final int CANON_BASE_ISO = 0xc402;

  /// All bits of a positive number: the camera has no such dial.
  private static final int CANON_NOT_SET = 0x7fff;

  static MakerNotes of(Metadata metadata) {
    return new MakerNotes(
        Tags.of(metadata, CanonMakernoteDirectory.class),
        Tags.of(metadata, NikonType2MakernoteDirectory.class),
        Tags.of(metadata, OlympusEquipmentMakernoteDirectory.class));
  }

  OptionalDouble iso() {
    OptionalDouble chosen = canonChosenIso();
    if (chosen.isPresent()) {
      return chosen;
    }
    OptionalDouble measured = canonMeasuredIso();
    return measured.isPresent() ? measured : nikonIso();
  }

  Optional<String> lens() {
    return olympus.text(OlympusEquipmentMakernoteDirectory.TAG_LENS_MODEL);
  }

  /// A code for what the dial stood at; 15 is "automatic" and says nothing.
  private OptionalDouble canonChosenIso() {
    int code = (int) canon.number(CanonMakernoteDirectory.CameraSettings.TAG_ISO).orElse(0);
    return switch (code) {
      case 16 -> OptionalDouble.of(50);
      case 17 -> OptionalDouble.of(100);
      case 18 -> OptionalDouble.of(200);
      case 19 -> OptionalDouble.of(400);
      case 20 -> OptionalDouble.of(800);
      default ->
          code > 0x4000 && code < CANON_NOT_SET
              ? OptionalDouble.of(code & 0x3fff)
              : OptionalDouble.empty();
    };
  }

  private OptionalDouble canonMeasuredIso() {
    double auto = canon.number(CANON_AUTO_ISO).orElse(0);
    double base = canon.number(CANON_BASE_ISO).orElse(0);
    // An automatic choice of 0 means 100 %.
    return base > 0 && Math.abs(auto) < 1000 && base < 1000
        ? OptionalDouble.of(Math.pow(2, auto / 32) * Math.pow(2, base / 32) * 100 / 32)
        : OptionalDouble.empty();
  }

  /// Two numbers: 0, or 1 when it is one of the "high" steps, and the value.
  private OptionalDouble nikonIso() {
    double[] pair = nikon.numbers(NikonType2MakernoteDirectory.TAG_ISO_1);
    return pair.length == 2 && pair[1] > 0 ? OptionalDouble.of(pair[1]) : OptionalDouble.empty();
  }
}
