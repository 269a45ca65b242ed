package polo.images.exif;

import polo.images.photo.ImageFormat;

/// Reads what the camera wrote. Whatever the bytes are, the answer is facts, perhaps none: never an
/// exception, never more memory than the file is worth.
public interface FactsReader {

  PhotoFacts read(byte[] original, ImageFormat format);
}
