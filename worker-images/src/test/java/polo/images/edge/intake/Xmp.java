package polo.images.edge.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// XMP as editors write it into photos.
final class Xmp {

  private Xmp() {}

  /// The segment of a JPEG with these properties.
  static byte[] segment(String properties) {
    byte[] packet =
        """
        http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
        xmlns:exif="http://ns.adobe.com/exif/1.0/">%s</rdf:Description></rdf:RDF></x:xmpmeta>\
        """
            .formatted(properties)
            .getBytes(StandardCharsets.UTF_8);
    int length = packet.length + 2;
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    segment.writeBytes(packet);
    return segment.toByteArray();
  }

  static byte[] into(byte[] jpeg, byte[] segment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(segment);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
