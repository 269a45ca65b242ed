package polo.common.earth;

import java.util.ArrayList;
import java.util.List;

/// Google's encoded polyline, precision 5 (about 1 m): what every map library reads.
///
/// Format: https://developers.google.com/maps/documentation/utilities/polylinealgorithm
public final class Polyline {

  private static final double SCALE = 1e5;

  private Polyline() {}

  public static String encode(List<Coordinate> points) {
    StringBuilder text = new StringBuilder(points.size() * 4);
    long latitude = 0;
    long longitude = 0;
    for (Coordinate point : points) {
      long nextLatitude = Math.round(point.latitude() * SCALE);
      long nextLongitude = Math.round(point.longitude() * SCALE);
      append(text, nextLatitude - latitude);
      append(text, nextLongitude - longitude);
      latitude = nextLatitude;
      longitude = nextLongitude;
    }
    return text.toString();
  }

  /// Decodes what [#encode] made. Throws `IllegalArgumentException` when the text is cut short.
  public static List<Coordinate> decode(String text) {
    List<Coordinate> points = new ArrayList<>();
    int[] cursor = {0};
    long latitude = 0;
    long longitude = 0;
    while (cursor[0] < text.length()) {
      latitude += next(text, cursor);
      longitude += next(text, cursor);
      points.add(new Coordinate(latitude / SCALE, longitude / SCALE));
    }
    return points;
  }

  private static void append(StringBuilder text, long delta) {
    long bits = delta < 0 ? ~(delta << 1) : delta << 1;
    while (bits >= 0x20) {
      text.append((char) ((0x20 | (bits & 0x1f)) + 63));
      bits >>= 5;
    }
    text.append((char) (bits + 63));
  }

  private static long next(String text, int[] cursor) {
    long bits = 0;
    int shift = 0;
    while (cursor[0] < text.length()) {
      int chunk = text.charAt(cursor[0]++) - 63;
      bits |= (long) (chunk & 0x1f) << shift;
      if (chunk < 0x20) {
        return (bits & 1) == 0 ? bits >> 1 : ~(bits >> 1);
      }
      shift += 5;
    }
    throw new IllegalArgumentException("polyline is cut short");
  }
}
