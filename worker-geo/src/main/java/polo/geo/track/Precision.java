package polo.geo.track;

/// How precisely documents say things: finer digits would be noise that makes equal things differ.
public final class Precision {

  private Precision() {}

  /// To a decimetre.
  public static double meters(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /// To a centimetre a second.
  public static double mps(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /// To a millionth of a degree, a decimetre on the ground.
  public static double degrees(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  /// To a hundredth.
  public static double confidence(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
