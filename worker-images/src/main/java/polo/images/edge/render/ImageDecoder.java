package polo.images.edge.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.images.photo.ImageFormat;
import polo.images.photo.ImageHeader;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;

/// Decodes an original with the readers that fit its format, the next one when one fails.
///
/// Decoders throw nearly anything at broken files; here that becomes an answer. They also fill the
/// missing part of a truncated JPEG with gray and only whisper: the whispers are listened to.
record ImageDecoder(Duration timeBox) {

  Decoded decode(Original original) {
    String lastTrouble = "no reader";
    for (ImageReaderSpi provider : Readers.of(original.header())) {
      try {
        return decode(provider.createReaderInstance(), original);
      } catch (TimeBox.Over over) {
        return nothing(ReasonCode.IMAGE_TOO_COMPLEX, "not decoded within " + timeBox);
      } catch (IOException | RuntimeException broken) {
        lastTrouble = String.valueOf(broken.getMessage());
      } catch (OutOfMemoryError tooMuch) {
        // The header promised less than the decoder asked for: the file is to blame, not the heap.
        return nothing(ReasonCode.IMAGE_TOO_COMPLEX, "takes more memory than its header says");
      }
    }
    return nothing(ReasonCode.IMAGE_CORRUPT, lastTrouble);
  }

  private Decoded decode(ImageReader reader, Original original) throws IOException {
    try {
      return read(reader, original);
    } finally {
      // Or its native memory waits for the garbage collector.
      reader.dispose();
    }
  }

  private Decoded read(ImageReader reader, Original original) throws IOException {
    ImageHeader header = original.header();
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    reader.addIIOReadProgressListener(new TimeBox(timeBox));
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(original.bytes()))) {
      reader.setInput(input, true, true);
      ImageReadParam how = reader.getDefaultReadParam();
      ownColours(reader, how);
      BufferedImage image = Colours.opaque(reader.read(0, how));
      return new Decoded.Picture(onCanvas(image, header), damage(header, warnings));
    }
  }

  /// Asks for the pixels as they are stored, labelled with the original's profile. Left alone, the
  /// JDK's reader converts every row of the full picture to sRGB, which takes 15 times as long as
  /// decoding it.
  private static void ownColours(ImageReader reader, ImageReadParam how) throws IOException {
    for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); ) {
      ImageTypeSpecifier type = types.next();
      if (Colours.isProfiledRgb(type.getColorModel(), type.getSampleModel())) {
        how.setDestinationType(type);
        return;
      }
    }
  }

  /// A GIF's frame may cover a part of its screen only.
  private static BufferedImage onCanvas(BufferedImage image, ImageHeader header) {
    PixelSize size = header.size();
    boolean fits = image.getWidth() == size.width() && image.getHeight() == size.height();
    return fits ? image : Colours.onWhite(image, size.width(), size.height());
  }

  private static Optional<Reason> damage(ImageHeader header, List<String> warnings) {
    Optional<String> loss = warnings.stream().filter(ImageDecoder::isLoss).findFirst();
    // A progressive JPEG cut between two passes looks whole to the decoder, only coarse.
    boolean cut = header.format() == ImageFormat.JPEG && header.progressive() && !header.complete();
    return loss.or(() -> cut ? Optional.of("ends before its last pass") : Optional.empty())
        .map(message -> new Reason(ReasonCode.IMAGE_CORRUPT, message));
  }

  /// Warnings of libjpeg that mean lost pixels. Stray bytes between segments and a missing end mark
  /// lose none.
  private static boolean isLoss(String warning) {
    return warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes");
  }

  private static Decoded nothing(ReasonCode code, String message) {
    return new Decoded.Nothing(new Reason(code, message));
  }
}
