package polo.geo.timeline;

import java.util.Locale;

/// How explanations say numbers to people.
final class Wording {

  private Wording() {}

  static String way(double meters) {
    return meters < 1000
        ? String.format(Locale.ROOT, "%.0f m", meters)
        : String.format(Locale.ROOT, "%.1f km", meters / 1000);
  }

  static String time(long millis) {
    long minutes = Math.round(millis / 60_000.0);
    return minutes < 60 ? minutes + " min" : "%d:%02d h".formatted(minutes / 60, minutes % 60);
  }

  static String speed(double mps) {
    return String.format(Locale.ROOT, "%.1f km/h", mps * 3.6);
  }

  static String share(double part) {
    return Math.round(100 * part) + " %";
  }

  static String count(long count, String thing) {
    return count == 1 ? "1 " + thing : count + " " + thing + "s";
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
