package polo.images.edge.exif;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.xmp.XmpReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import polo.images.exif.FactsReader;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;

/// Reads facts with metadata-extractor, about 0.1 ms a photo.
///
/// The library is exact but not hard: on made-up files it throws nearly anything, recurses without
/// end or asks for gigabytes (drewnoakes/metadata-extractor#618, #627, #733, #735). A photo whose
/// metadata does that has no facts; this is the one place where such errors are caught.
public final class ExtractedFacts implements FactsReader {

  /// Of a JPEG only these segments are parsed: what else is there is nobody's business.
  private static final List<JpegSegmentMetadataReader> SEGMENTS =
      List.of(new ExifReader(), new XmpReader());

  @Override
  public PhotoFacts read(byte[] original, ImageFormat format) {
    try {
      return FactsOfMetadata.of(metadata(original, format));
    } catch (ImageProcessingException | IOException | RuntimeException broken) {
      return PhotoFacts.none();
    } catch (OutOfMemoryError | StackOverflowError tooMuch) {
      // One absurd allocation or recursion, gone with the stack: the heap itself is well.
      return PhotoFacts.none();
    }
  }

  private static Metadata metadata(byte[] original, ImageFormat format)
      throws ImageProcessingException, IOException {
    return switch (format) {
      case JPEG -> ofJpeg(original);
      case PNG, GIF, BMP, WEBP, TIFF, PSD, HEIC, AVIF, RAW ->
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(original), original.length);
      case JPEG_XL, JPEG_2000, ICO, VIDEO, SVG, PDF, POSTSCRIPT, MVG -> new Metadata();
    };
  }

  private static Metadata ofJpeg(byte[] original) {
    Metadata metadata = new Metadata();
    JpegMetadataReader.processJpegSegmentData(metadata, SEGMENTS, JpegSegments.of(original));
    return metadata;
  }
}
