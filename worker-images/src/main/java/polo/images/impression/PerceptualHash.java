package polo.images.impression;

import java.util.HexFormat;
import java.util.OptionalLong;

/// A fingerprint of what a picture shows: near for copies in other sizes and qualities, far for
/// other pictures.
///
/// Idea: of the brightness in 32 by 32 squares the signs of the 8 by 8 lowest frequencies of the
/// cosine transform, without the mean (after Zauner, Implementation and Benchmarking of Perceptual
/// Image Hash Functions, 2010). Signs, and not Zauner's comparison with the median, because turning
/// and mirroring a picture then are operations on its bits: mirroring negates the odd frequencies,
/// transposing transposes them. So a copy that was turned is found without its pixels.
public final class PerceptualHash {

  private static final int SIDE = 32;
  private static final int LOWEST = 8;

  /// Less contrast than this, in levels, and noise would decide about the signs.
  private static final double MIN_CONTRAST = 2;

  /// The bits of odd frequencies across, and down.
  private static final long ODD_ACROSS = 0xaaaa_aaaa_aaaa_aaaaL;

  private static final long ODD_DOWN = 0xff00_ff00_ff00_ff00L;
  private static final double[][] COSINES = cosines();

  private PerceptualHash() {}

  /// Absent for a picture of one tone, which is like all others of its kind.
  static OptionalLong of(Miniature picture) {
    Samples small = picture.brightness().resized(SIDE, SIDE);
    return contrast(small) < MIN_CONTRAST ? OptionalLong.empty() : OptionalLong.of(signs(small));
  }

  /// As documents carry it: 16 hex digits.
  public static String text(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }

  public static long parse(String text) {
    return HexFormat.fromHexDigitsToLong(text);
  }

  /// Bits in which two hashes differ, 0 to 63, in whichever of the eight ways one of the pictures
  /// is turned or mirrored.
  public static int distance(long one, long other) {
    return Math.min(mirroredDistance(one, other), mirroredDistance(transposed(one), other));
  }

  private static int mirroredDistance(long one, long other) {
    long difference = one ^ other;
    return Math.min(
        Math.min(Long.bitCount(difference), Long.bitCount(difference ^ ODD_ACROSS)),
        Math.min(
            Long.bitCount(difference ^ ODD_DOWN),
            Long.bitCount(difference ^ ODD_ACROSS ^ ODD_DOWN)));
  }

  /// The 8 by 8 bits with rows for columns (Warren, Hacker's Delight, 7-3).
  private static long transposed(long bits) {
    long x = bits;
    long t = (x ^ x >>> 7) & 0x00aa_00aa_00aa_00aaL;
    x ^= t ^ t << 7;
    t = (x ^ x >>> 14) & 0x0000_cccc_0000_ccccL;
    x ^= t ^ t << 14;
    t = (x ^ x >>> 28) & 0x0000_0000_f0f0_f0f0L;
    return x ^ t ^ t << 28;
  }

  /// Bit 8 v + u says whether frequency u across and v down is positive.
  private static long signs(Samples small) {
    double[] across = new double[SIDE * LOWEST];
    for (int y = 0; y < SIDE; y++) {
      for (int u = 0; u < LOWEST; u++) {
        for (int x = 0; x < SIDE; x++) {
          across[y * LOWEST + u] += small.values()[y * SIDE + x] * COSINES[u][x];
        }
      }
    }
    long bits = 0;
    for (int i = 1; i < LOWEST * LOWEST; i++) {
      double sum = 0;
      for (int y = 0; y < SIDE; y++) {
        sum += across[y * LOWEST + i % LOWEST] * COSINES[i / LOWEST][y];
      }
      bits |= sum > 0 ? 1L << i : 0;
    }
    return bits;
  }

  private static double contrast(Samples small) {
    double sum = 0;
    double squares = 0;
    for (double value : small.values()) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / small.values().length;
    return Math.sqrt(Math.max(0, squares / small.values().length - mean * mean));
  }

  private static double[][] cosines() {
    double[][] cosines = new double[LOWEST][SIDE];
    for (int u = 0; u < LOWEST; u++) {
      for (int x = 0; x < SIDE; x++) {
        cosines[u][x] = Math.cos(Math.PI * u * (2 * x + 1) / (2 * SIDE));
      }
    }
    return cosines;
  }
}
