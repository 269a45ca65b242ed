package polo.geo.picture;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import polo.common.document.Gap;
import polo.common.document.Leg;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.earth.Coordinate;
import polo.common.earth.Polyline;
import polo.geo.Story;
import polo.geo.timeline.Timeline;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.Flagger;
import polo.geo.track.LocalPlane;
import polo.geo.track.OutlierRules;
import polo.geo.track.Track;

/// A story and what is derived from it: as a map, with a strip of time below.
final class Scene {

  private static final int WIDTH = 640;
  private static final int MAP_HEIGHT = 170;
  private static final int STRIP_TOP = 205;
  private static final int MARGIN = 24;

  private final Track track;
  private final Timeline timeline;
  private final LocalPlane plane;
  private final Range east;
  private final Range north;
  private final Range time;
  private final Svg svg = new Svg(WIDTH, 250);

  private Scene(Track track) {
    this.track = track;
    this.timeline = TimelineDeriver.DEFAULT.derive(track);
    this.plane = LocalPlane.at(track.latitude(0), track.longitude(0));
    this.east = Range.of(track, fix -> plane.east(track.longitude(fix)));
    this.north = Range.of(track, fix -> plane.north(track.latitude(fix)));
    this.time = Range.of(track, fix -> (double) track.millis(fix));
  }

  static String of(String title, Story story) {
    Scene scene = new Scene(story.track());
    scene.svg.text("title", MARGIN, 18, title);
    scene.map();
    scene.strip();
    return scene.svg.toString();
  }

  private void map() {
    timeline.stays().forEach(this::circle);
    timeline.trips().forEach(trip -> trip.legs().forEach(leg -> line(trip, leg)));
    Flagger flags = OutlierRules.DEFAULT.flagger(track, 0);
    for (int fix = 0; fix < track.size(); fix++) {
      boolean good = flags.isGood(fix);
      svg.circle(good ? "fix" : "flagged", x(fix), y(fix), good ? 1.6 : 4);
    }
  }

  private void circle(Stay stay) {
    String style = stay.inferred() ? "stay guess" : "stay";
    double radius = Math.max(9, 2 * stay.radiusMeters() * scale());
    svg.circle(style, x(plane.east(stay.lon())), y(plane.north(stay.lat())), radius);
  }

  private void line(Trip trip, Leg leg) {
    List<Coordinate> points = Polyline.decode(leg.polyline());
    String pairs =
        points.stream()
            .map(point -> pair(plane.east(point.longitude()), plane.north(point.latitude())))
            .collect(Collectors.joining(" "));
    svg.line(trip.inferred() ? "trip guess" : "trip", pairs);
  }

  private void strip() {
    svg.text("", MARGIN, STRIP_TOP - 6, "time →");
    for (Stay stay : timeline.stays()) {
      bar("staybar", stay.start(), stay.end());
    }
    for (Trip trip : timeline.trips()) {
      bar("tripbar", trip.start(), trip.end());
    }
    for (Gap gap : timeline.gaps()) {
      bar("gapbar", gap.start(), gap.end());
    }
    for (int fix = 0; fix < track.size(); fix++) {
      svg.circle("fix", at(track.millis(fix)), STRIP_TOP + 24, 1.2);
    }
    svg.text(
        "", MARGIN, STRIP_TOP + 40, "green: stay · blue: trip · pale: nobody knows · dots: fixes");
  }

  private void bar(String style, Instant start, Instant end) {
    double left = at(start.toEpochMilli());
    svg.rectangle(style, left, STRIP_TOP, at(end.toEpochMilli()) - left, 16);
  }

  private double at(long millis) {
    return MARGIN + time.share((double) millis) * (WIDTH - 2 * MARGIN);
  }

  private double x(int fix) {
    return x(plane.east(track.longitude(fix)));
  }

  private double y(int fix) {
    return y(plane.north(track.latitude(fix)));
  }

  private double x(double meters) {
    return WIDTH / 2.0 + (meters - east.middle()) * scale();
  }

  private double y(double meters) {
    return 30 + MAP_HEIGHT / 2.0 - (meters - north.middle()) * scale();
  }

  private String pair(double metersEast, double metersNorth) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x(metersEast), y(metersNorth));
  }

  /// Pixels a metre, the same both ways.
  private double scale() {
    double across = (WIDTH - 4.0 * MARGIN) / Math.max(1, east.length());
    double down = (MAP_HEIGHT - 2.0 * MARGIN) / Math.max(1, north.length());
    return Math.min(across, down);
  }

  private record Range(double from, double to) {

    static Range of(Track track, ToDoubleFunction<Integer> value) {
      double from = Double.POSITIVE_INFINITY;
      double to = Double.NEGATIVE_INFINITY;
      for (int fix = 0; fix < track.size(); fix++) {
        from = Math.min(from, value.applyAsDouble(fix));
        to = Math.max(to, value.applyAsDouble(fix));
      }
      return new Range(from, to);
    }

    double length() {
      return to - from;
    }

    double middle() {
      return (from + to) / 2;
    }

    double share(double value) {
      return length() == 0 ? 0 : (value - from) / length();
    }
  }
}
