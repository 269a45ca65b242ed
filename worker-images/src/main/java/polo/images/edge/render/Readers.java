package polo.images.edge.render;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import polo.images.photo.ImageHeader;

/// Which readers decode a format, the best first. They are named here rather than found on the
/// class path: which one decodes a photo must not depend on how the worker was packed.
final class Readers {

  private static final int CMYK = 4;

  private static final IIORegistry REGISTRY = IIORegistry.getDefaultInstance();

  static {
    // Originals are in memory already; nothing is gained by a file for each.
    ImageIO.setUseCache(false);
  }

  private Readers() {}

  static List<ImageReaderSpi> of(ImageHeader header) {
    return switch (header.format()) {
      case JPEG -> jpeg(header);
      case PNG -> List.of(ofJdk("png"));
      case GIF -> List.of(ofJdk("gif"));
      case BMP -> List.of(ofJdk("bmp"), new BMPImageReaderSpi());
      case TIFF -> List.of(new TIFFImageReaderSpi(), ofJdk("tiff"));
      case WEBP -> List.of(new WebPImageReaderSpi());
      case PSD -> List.of(new PSDImageReaderSpi());
      case HEIC, AVIF, JPEG_XL, JPEG_2000, RAW, ICO, VIDEO, SVG, PDF, POSTSCRIPT, MVG -> List.of();
    };
  }

  /// The JDK's reader is the faster one and the more forgiving; TwelveMonkeys' knows inks.
  private static List<ImageReaderSpi> jpeg(ImageHeader header) {
    ImageReaderSpi jdk = ofJdk("jpeg");
    ImageReaderSpi twelveMonkeys = REGISTRY.getServiceProviderByClass(JPEGImageReaderSpi.class);
    return header.components() == CMYK ? List.of(twelveMonkeys, jdk) : List.of(jdk, twelveMonkeys);
  }

  private static ImageReaderSpi ofJdk(String formatName) {
    Iterator<ImageReaderSpi> all = REGISTRY.getServiceProviders(ImageReaderSpi.class, true);
    while (all.hasNext()) {
      ImageReaderSpi provider = all.next();
      boolean isJdks = provider.getClass().getName().startsWith("com.sun.imageio.");
      if (isJdks && Arrays.asList(provider.getFormatNames()).contains(formatName)) {
        return provider;
      }
    }
    throw new IllegalStateException("this JDK has no reader for " + formatName);
  }
}
