package polo.fleet.edge.files;

import java.nio.charset.StandardCharsets;

/// Decimal numbers from ASCII bytes, without making a text first.
///
/// Idea: up to 15 digits and 22 places, mantissa and power of ten are exact as doubles, so one
/// division rounds correctly (Clinger, "How to read floating point numbers accurately", 1990).
/// Everything else goes to the JDK.
final class Decimals {

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /// Whole numbers up to here are exact as doubles.
  private static final long EXACT = 1L << 53;

  private Decimals() {}

  /// The number written there, or NaN when it is none. Blanks around it are fine; words such as
  /// `NaN` or `1f` are no numbers.
  static double parse(byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    while (end > start && bytes[end - 1] == ' ') {
      end--;
    }
    boolean negative = start < end && bytes[start] == '-';
    int i = negative ? start + 1 : start;
    long mantissa = 0;
    int digits = 0;
    int places = -1;
    for (; i < end; i++) {
      int c = bytes[i];
      if (c >= '0' && c <= '9') {
        mantissa = mantissa * 10 + (c - '0');
        if (++digits > 18) {
          return slowly(bytes, start, end);
        }
        places = places < 0 ? places : places + 1;
      } else if (c == '.' && places < 0) {
        places = 0;
      } else {
        return slowly(bytes, start, end);
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (mantissa > EXACT) {
      return slowly(bytes, start, end);
    }
    double value = mantissa / POWERS[Math.max(0, places)];
    return negative ? -value : value;
  }

  static double parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  private static double slowly(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = bytes[i];
      boolean ofANumber =
          c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!ofANumber) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
