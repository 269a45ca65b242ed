package polo.testkit.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Puts pictures and EXIF into JPEG files the way cameras do.
final class Jpeg {

  private static final float QUALITY = 0.88f;
  private static final int MARKER_BYTES = 2;
  private static final int APP0 = 0xE0;
  private static final int GARBAGE_BYTES = 40_000;

  private Jpeg() {}

  /// A baseline JPEG. EXIF wants its segment first, so it takes the place of the JFIF header.
  static byte[] encode(BufferedImage picture, byte[] exif) {
    byte[] plain = encode(picture);
    int rest = MARKER_BYTES + jfifBytes(plain);
    ByteArrayOutputStream file = new ByteArrayOutputStream(exif.length + plain.length);
    file.write(plain, 0, MARKER_BYTES);
    file.writeBytes(exif);
    file.write(plain, rest, plain.length - rest);
    return file.toByteArray();
  }

  /// A JPEG that starts well and then is garbage without a single marker: no decoder finds a
  /// picture.
  static byte[] broken(byte[] exif, long seed) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(0xFF);
    file.write(0xD8);
    file.writeBytes(exif);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < GARBAGE_BYTES; i++) {
      file.write(random.nextInt(0xFF));
    }
    return file.toByteArray();
  }

  private static byte[] encode(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static int jfifBytes(byte[] jpeg) {
    boolean jfif = (jpeg[3] & 0xFF) == APP0;
    return jfif ? MARKER_BYTES + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF) : 0;
  }
}
