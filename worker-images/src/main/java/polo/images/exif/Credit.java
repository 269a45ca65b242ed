package polo.images.exif;

import org.jspecify.annotations.Nullable;

/// Whose work a photo is.
public record Credit(@Nullable String artist, @Nullable String copyright) {

  public static final Credit NONE = new Credit(null, null);
}
