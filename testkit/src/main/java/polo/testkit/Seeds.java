package polo.testkit;

import java.util.Random;
import java.util.stream.LongStream;

/// Where tests get their chance from: what is always true is checked over many seeds, and a failure
/// names the seed that shows it.
///
/// ```java
/// @ParameterizedTest(name = "seed {0}")
/// @MethodSource("polo.testkit.Seeds#stream")
/// ```
///
/// `-Dseeds=500` tries 500 of them; `-Dseed=42` tries that one alone.
public final class Seeds {

  private static final int USUAL_COUNT = 20;

  private Seeds() {}

  public static LongStream stream() {
    Long only = Long.getLong("seed");
    return only != null
        ? LongStream.of(only)
        : LongStream.rangeClosed(1, Integer.getInteger("seeds", USUAL_COUNT));
  }

  /// Chance that depends on `seed` and on what it is for, so that drawing more in one place changes
  /// nothing in another. `Random` because its algorithm is specified: the same on every JDK.
  public static Random random(long seed, Object... purpose) {
    long mixed = seed;
    for (Object part : purpose) {
      mixed = mix(mixed + part.hashCode());
    }
    return new Random(mix(mixed));
  }

  /// SplitMix64's finisher (Steele et al. 2014): neighbouring seeds end far apart.
  public static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
