package polo.images;

import java.util.Arrays;
import java.util.Random;

/// What happens to files: bits flip, ends are missing, blocks are lost, repeated or overwritten,
/// and numbers become as large as they can. Everything follows from the seed.
record Damage(long seed) {

  /// Headers lie in front, and that is where damage matters most.
  private static final int FRONT = 2048;

  static Damage of(long seed) {
    return new Damage(seed);
  }

  byte[] to(byte[] original) {
    Random random = new Random(seed);
    byte[] bytes = original.clone();
    int blows = 1 + random.nextInt(4);
    for (int i = 0; i < blows && bytes.length > 8; i++) {
      bytes = blow(bytes, random);
    }
    return bytes;
  }

  private static byte[] blow(byte[] bytes, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      case 1 -> without(bytes, place(bytes, random), 1 + random.nextInt(64));
      case 2 -> repeated(bytes, place(bytes, random), 1 + random.nextInt(512));
      case 3 -> filled(bytes, place(bytes, random), 1 + random.nextInt(8), (byte) 0xff);
      case 4 -> filled(bytes, place(bytes, random), 1 + random.nextInt(8), (byte) 0);
      default -> flipped(bytes, random);
    };
  }

  private static int place(byte[] bytes, Random random) {
    return random.nextInt(random.nextBoolean() ? bytes.length : Math.min(FRONT, bytes.length));
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    int bits = 1 + random.nextInt(40);
    for (int i = 0; i < bits; i++) {
      bytes[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] filled(byte[] bytes, int at, int length, byte value) {
    Arrays.fill(bytes, at, Math.min(at + length, bytes.length), value);
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    int end = Math.min(at + length, bytes.length);
    byte[] shorter = new byte[bytes.length - (end - at)];
    System.arraycopy(bytes, 0, shorter, 0, at);
    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
    return shorter;
  }

  private static byte[] repeated(byte[] bytes, int at, int length) {
    int end = Math.min(at + length, bytes.length);
    byte[] longer = new byte[bytes.length + (end - at)];
    System.arraycopy(bytes, 0, longer, 0, end);
    System.arraycopy(bytes, at, longer, end, bytes.length - at);
    return longer;
  }
}
