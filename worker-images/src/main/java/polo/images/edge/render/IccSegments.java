package polo.images.edge.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Puts the colour profile of a JPEG together, which it carries in pieces of up to 64 kB.
final class IccSegments {

  private static final byte[] MARK = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APP2 = 0xe2;
  private static final int SOS = 0xda;

  private IccSegments() {}

  /// The profile, in the order of its pieces in the file; absent when there is none.
  static Optional<byte[]> profile(byte[] jpeg) {
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    int at = 2;
    while (at + 4 <= jpeg.length) {
      int marker = jpeg[at + 1] & 0xff;
      int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
      int end = at + 2 + length;
      if (jpeg[at] != -1 || marker == SOS || length < 2 || end > jpeg.length) {
        break;
      }
      int piece = at + 4 + MARK.length + 2;
      if (marker == APP2
          && piece <= end
          && Arrays.equals(jpeg, at + 4, at + 4 + MARK.length, MARK, 0, MARK.length)) {
        profile.write(jpeg, piece, end - piece);
      }
      at = end;
    }
    return profile.size() == 0 ? Optional.empty() : Optional.of(profile.toByteArray());
  }
}
