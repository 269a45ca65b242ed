package polo.testkit.contract;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.job.Event;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.job.UserErase;
import polo.common.time.TimeSpan;

/// One job and one event of every shape.
final class Samples {

  static final Instant NOON = Instant.parse("2026-07-14T12:00:00Z");
  static final JobHeaders HEADERS =
      new JobHeaders(
          "0b9cf6a2-5a5e-8c1f-9d0e-3f1d7c2b4a55",
          "/app/api",
          NOON,
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private Samples() {}

  static Stream<Job> jobs() {
    return Stream.of(
        new PointsUploaded("u-1", "phone", List.of(Fix.of(NOON, 48.856614, 2.3522219))),
        new PointsUploaded("u-1", "phone", List.of(bare(), full(1), bare())),
        new PointsUploaded("Zoë/1", "pixel 8", List.of(), "points/Zo=C3=AB=2F1/ab12.json"),
        new PhotoUploaded("u-1", "p-1", "originals/u-1/ab.jpg", null, NOON, null, strip()),
        new PhotoUploaded(
            "u-1",
            "p-2",
            "originals/u-1/cd.heic",
            "Été à Nice 🏖.heic",
            NOON.plusNanos(1_234_567),
            ZoneId.of("Europe/Paris"),
            PhotoPrivacy.KEEP_COPYRIGHT),
        new PhotoUploaded(
            "u-1", "p-3", "originals/u-1/ef.jpg", "a.jpg", NOON, ZoneId.of("+05:30"), strip()),
        new HistoryReprocess("u-1", null),
        new HistoryReprocess("u-1", new TimeSpan(NOON, NOON.plusSeconds(86_400))),
        new PinsChanged("u-1"),
        new PlaceSeen("u-1", "pl-7", new Coordinate(-33.8567841234567, 151.215297)),
        new UserErase("u-1"));
  }

  static Stream<Event> events() {
    TimeSpan span = new TimeSpan(NOON, NOON.plusSeconds(3600));
    return Stream.of(
        new Event.TimelineChanged("u-1", span, List.of("t-1", "s-2"), List.of("s-1"), List.of()),
        new Event.PlaceRefined("u-1", "pl-7"),
        new Event.PhotoProcessed("u-1", "p-1", "done", NOON),
        new Event.PhotoProcessed("u-1", "p-1", "partial", null),
        new Event.JobRejected(
            "u-1",
            "job-1",
            "points.uploaded",
            new Reason(ReasonCode.FIELD_MISSING, "deviceId is missing")),
        new Event.JobRejected(
            "u-1",
            "",
            "unreadable",
            new Reason(ReasonCode.FIELD_MISSING, "header ce_id is missing")),
        new Event.UserErased("u-1", 1204, 311));
  }

  /// `count` fixes of a brisk walk, every column filled, at stored precision.
  static PointsUploaded upload(int count) {
    return new PointsUploaded(
        "u-1", "phone", Stream.iterate(0, i -> i + 1).limit(count).map(Samples::full).toList());
  }

  static Fix full(int second) {
    return new Fix(
            NOON.plusSeconds(second).plusMillis(second % 1000),
            new Coordinate(48.8566140 + second * 1.2345e-5, -122.4194155 + second * 0.9876e-5),
            35.26 + second % 97 * 0.37,
            4.7 + second % 13 * 0.9,
            1.43 + second % 7 * 0.11,
            second * 7.77 % 360,
            activity(second))
        .rounded();
  }

  private static @Nullable String activity(int second) {
    return second % 10 == 0 ? null : "automotive";
  }

  private static Fix bare() {
    return Fix.of(NOON.plusSeconds(60), -89.9999999, 180);
  }

  private static PhotoPrivacy strip() {
    return PhotoPrivacy.STRIP;
  }
}
