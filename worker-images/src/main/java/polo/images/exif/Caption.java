package polo.images.exif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person said of a photo.
///
/// @param rating -1 (rejected) to 5 stars; absent when nobody rated it
public record Caption(
    @Nullable String description, List<String> keywords, @Nullable Integer rating) {

  public static final Caption NONE = new Caption(null, List.of(), null);

  public Caption {
    keywords = List.copyOf(keywords);
  }
}
