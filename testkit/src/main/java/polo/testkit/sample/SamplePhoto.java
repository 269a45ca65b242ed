package polo.testkit.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.testkit.photo.SyntheticPhoto;

/// A photo of the sample journey as it is uploaded, with what is true of it.
///
/// @param uploadedAt when the API took it
public record SamplePhoto(
    String photoId, String fileName, Instant uploadedAt, SyntheticPhoto picture, Shot truth) {

  /// When and where it was truly taken, whatever the file says.
  ///
  /// @param spot where the user stayed then; absent when on the way
  public record Shot(Instant at, ZoneId zone, Coordinate position, @Nullable String spot) {

    public LocalDateTime local() {
      return LocalDateTime.ofInstant(at, zone);
    }

    public ZoneOffset offset() {
      return zone.getRules().getOffset(at);
    }
  }

  /// The original's bytes, drawn anew at each call: some tenths of a second.
  public byte[] bytes() {
    return picture.jpeg();
  }

  /// True for the file that no decoder can read: it must end as a dead letter.
  public boolean corrupt() {
    return picture.corrupt();
  }
}
