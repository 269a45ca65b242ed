package polo.images.exif;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo;

/// What a person said of a photo.
///
/// @param rating -1 (rejected) to 5 stars; absent when nobody rated it
public record Caption(
    @Nullable String description, List<String> keywords, @Nullable Integer rating) {

  public static final Caption NONE = new Caption(null, List.of(), null);

  public Caption {
    keywords = List.copyOf(keywords);
  }

  /// As documents carry it; absent when nothing was said.
  public Optional<Photo.Caption> told() {
    return equals(NONE)
        ? Optional.empty()
        : Optional.of(new Photo.Caption(description, keywords, rating));
  }
}
