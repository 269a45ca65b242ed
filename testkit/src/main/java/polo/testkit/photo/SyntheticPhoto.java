package polo.testkit.photo;

import java.awt.image.BufferedImage;
import java.time.ZoneOffset;

/// A photo that a camera might have taken: a drawn view as JPEG, with the camera's notes as EXIF.
/// The same values give the same bytes on one JDK.
///
/// @param width of the upright picture
/// @param height of the upright picture
/// @param seed composes the view; the hour the camera shows sets the light
/// @param corrupt true: the notes can be read but there is no picture
public record SyntheticPhoto(
    Subject subject, int width, int height, CameraNotes notes, long seed, boolean corrupt) {

  public static SyntheticPhoto of(Subject subject, int width, int height, CameraNotes notes) {
    long seed = notes.takenAt().toEpochSecond(ZoneOffset.UTC);
    return new SyntheticPhoto(subject, width, height, notes, seed, false);
  }

  /// The same photo after an accident: a header, then bytes that no decoder takes for a picture.
  public SyntheticPhoto corrupted() {
    return new SyntheticPhoto(subject, width, height, notes, seed, true);
  }

  /// Draws and encodes it: some tenths of a second for twelve megapixels.
  public byte[] jpeg() {
    Held held = new Held(notes.orientation());
    byte[] exif =
        ExifSegment.of(notes, held.sideways() ? height : width, held.sideways() ? width : height);
    return corrupt ? Jpeg.broken(exif, seed) : Jpeg.encode(held.store(upright()), exif);
  }

  /// The picture as it looks when shown the right way up.
  public BufferedImage upright() {
    return new Scenery(subject, Light.at(notes.takenAt().getHour()), seed).paint(width, height);
  }
}
