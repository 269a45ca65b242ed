package polo.testkit.sample;

import static polo.testkit.sample.Plan.lisbon;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import polo.common.time.TimeSpan;
import polo.testkit.track.Noise;
import polo.testkit.track.Phone;
import polo.testkit.track.Sampling;
import polo.testkit.track.SyntheticTrack;
import polo.testkit.track.Truth;

/// A made-up user's eleven days in May 2026, always the same: a weekend and two working days in
/// Utrecht, a flight to Lisbon, four days there with one in Sintra, the flight back and a working
/// day. It has what real uploads have: noise, tunnels, a metro, a dark flight and one with a fix
/// now and then, silent nights, an empty battery, late uploads, and one that arrives twice.
///
/// @param truth what happened
/// @param phone what the phone recorded: silent in stays but for a sign of life every half-hour
/// @param watch what the watch recorded, on the day in Sintra only
public record SampleJourney(Truth truth, SyntheticTrack phone, SyntheticTrack watch) {

  public static final String USER_ID = "marco";
  public static final String PHONE_ID = "phone";
  public static final String WATCH_ID = "watch";

  private static final long SEED = 1254;
  private static final TimeSpan EMPTY_BATTERY =
      new TimeSpan(lisbon("2026-05-09T13:55"), lisbon("2026-05-09T19:30"));
  private static final TimeSpan SINTRA =
      new TimeSpan(lisbon("2026-05-08T10:15"), lisbon("2026-05-08T16:30"));

  /// The afternoon whose uploads arrive two days late.
  public static final TimeSpan LATE_AFTERNOON =
      new TimeSpan(lisbon("2026-05-07T13:00"), lisbon("2026-05-07T19:00"));

  private static final Duration LATE_BY = Duration.ofDays(2);

  public static SampleJourney create() {
    Truth truth = Plan.journey().travel(SEED);
    Phone phone =
        Phone.with(Sampling.heartbeat(Duration.ofSeconds(3), Duration.ofMinutes(30)), Noise.USUAL)
            .off(EMPTY_BATTERY);
    Phone watch = Phone.alwaysOn(Duration.ofSeconds(15)).onlyIn(SINTRA);
    return new SampleJourney(truth, phone.record(truth, SEED), watch.record(truth, SEED + 1));
  }

  /// The zone the user was in, by the flights.
  public static ZoneId zoneAt(Instant at) {
    return Plan.zoneAt(at);
  }

  /// All batches in the order the API took them.
  public List<Upload> uploads() {
    List<Upload> uploads = new ArrayList<>();
    for (Upload upload : uploader(PHONE_ID).uploads(phone.fixes())) {
      uploads.add(isLate(upload) ? later(upload, LATE_BY) : upload);
    }
    uploads.addAll(uploader(WATCH_ID).uploads(watch.fixes()));
    // The answer to this one was lost on the way, so the app sent it again.
    uploads.add(later(uploads.get(uploads.size() / 2), Duration.ofSeconds(45)));
    uploads.sort(Comparator.comparing(Upload::at));
    return uploads;
  }

  /// The photos in the order the API took them, the corrupt one among them.
  public List<SamplePhoto> photos() {
    return new Album(truth).photos();
  }

  private static Uploader uploader(String deviceId) {
    return new Uploader(USER_ID, deviceId, SEED);
  }

  private static boolean isLate(Upload upload) {
    return LATE_AFTERNOON.contains(upload.points().fixes().getFirst().at());
  }

  private static Upload later(Upload upload, Duration by) {
    return new Upload(upload.id(), upload.at().plus(by), upload.points());
  }
}
