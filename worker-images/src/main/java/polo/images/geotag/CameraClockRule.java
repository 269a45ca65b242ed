package polo.images.geotag;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.CameraClocks;
import polo.common.document.CameraClocks.Comparison;
import polo.common.document.Photo;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.ClockCorrection;
import polo.common.document.Photo.TakenAt;

/// Finds out how wrong a camera's clock was, by other photos of the same camera.
///
/// Idea: a photo that has both the camera's time and the satellites' tells how far the clock is
/// ahead of UTC, zone and error in one. The median of the nearest few such photos of about that
/// time holds for photos without satellites. When those few disagree, the clock was set in between,
/// and nothing is said. Cameras that write their zone set their clocks by themselves.
///
/// @param reach how far in time a comparison may be
/// @param nearest how many comparisons count at most
/// @param maxSpread how far they may be from their median
/// @param worthIt a smaller error changes nothing; the satellites' time is often a minute old
/// @param maxError a larger one is no error but another story
/// @param kept comparisons remembered of one camera, at most one of a day
public record CameraClockRule(
    Duration reach,
    int nearest,
    Duration maxSpread,
    Duration worthIt,
    Duration maxError,
    int kept) {

  public static CameraClockRule defaults() {
    return new CameraClockRule(
        Duration.ofDays(7),
        5,
        Duration.ofMinutes(5),
        Duration.ofMinutes(1),
        Duration.ofHours(14),
        400);
  }

  /// How to tell a camera from the user's others; absent for one that needs no correction or does
  /// not say what it is.
  public Optional<String> camera(Photo photo) {
    Camera camera = photo.camera();
    TakenAt taken = photo.takenAt();
    boolean knowsItsZone = taken == null || taken.source().equals("exif-offset");
    return knowsItsZone || camera == null || camera.model() == null
        ? Optional.empty()
        : Optional.of("%s %s".formatted(camera.make(), camera.model()));
  }

  /// What is known of the clocks once this photo is, and nothing of what it said before.
  ///
  /// @param satellites when it was taken, by satellite; absent when they don't say
  public CameraClocks with(CameraClocks before, Photo photo, @Nullable Instant satellites) {
    TreeMap<String, List<Comparison>> cameras = new TreeMap<>();
    before
        .cameras()
        .forEach((camera, all) -> {
          List<Comparison> others =
              all.stream().filter(one -> !one.photoId().equals(photo.id())).toList();
          if (!others.isEmpty()) {
            cameras.put(camera, others);
          }
        });
    TakenAt taken = photo.takenAt();
    if (taken != null && satellites != null) {
      Comparison news = new Comparison(photo.id(), satellites, ahead(taken.local(), satellites));
      camera(photo)
          .ifPresent(
              camera -> cameras.merge(camera, List.of(news), (old, one) -> merged(old, news)));
    }
    return new CameraClocks(cameras);
  }

  /// Absent when nobody knows, or the clock was right.
  public Optional<ClockCorrection> correction(Photo photo, CameraClocks clocks) {
    TakenAt taken = photo.takenAt();
    if (taken == null || taken.instant() == null || taken.source().equals("gps-utc")) {
      return Optional.empty();
    }
    Instant instant = taken.instant();
    List<Comparison> near =
        camera(photo).map(camera -> near(instant, clocks.cameras().get(camera))).orElse(List.of());
    return near.isEmpty() ? Optional.empty() : correction(taken.local(), instant, near);
  }

  private Optional<ClockCorrection> correction(
      LocalDateTime local, Instant instant, List<Comparison> near) {
    long median =
        near.stream().map(Comparison::aheadSeconds).sorted().toList().get((near.size() - 1) / 2);
    boolean agree =
        near.stream()
            .allMatch(one -> Math.abs(one.aheadSeconds() - median) <= maxSpread.toSeconds());
    Duration error =
        Duration.between(instant, local.toInstant(ZoneOffset.UTC).minusSeconds(median));
    boolean counts = error.abs().compareTo(worthIt) >= 0 && error.abs().compareTo(maxError) <= 0;
    return agree && counts
        ? Optional.of(
            new ClockCorrection(
                error.toSeconds(), near.size(), confidence(instant, near), "gps-utc"))
        : Optional.empty();
  }

  /// Two agreeing photos are worth more than one, and one of the same hour more than one of last
  /// week.
  private double confidence(Instant instant, List<Comparison> near) {
    double farness = (double) distance(instant, near.getFirst()).toSeconds() / reach.toSeconds();
    double agreement = (near.size() + 1.0) / (near.size() + 2.0);
    return Math.round(100 * agreement * (1 - farness / 2)) / 100.0;
  }

  private List<Comparison> near(Instant instant, @Nullable List<Comparison> all) {
    return all == null
        ? List.of()
        : all.stream()
            .filter(one -> distance(instant, one).compareTo(reach) <= 0)
            .sorted(
                Comparator.comparing((Comparison one) -> distance(instant, one))
                    .thenComparing(Comparison::photoId))
            .limit(nearest)
            .toList();
  }

  private static Duration distance(Instant instant, Comparison one) {
    return Duration.between(one.satellites(), instant).abs();
  }

  private static long ahead(LocalDateTime local, Instant satellites) {
    return Duration.between(satellites, local.toInstant(ZoneOffset.UTC)).toSeconds();
  }

  /// Of each day the one with the smallest id, whatever order they came in; of all the latest.
  private List<Comparison> merged(List<Comparison> old, Comparison news) {
    TreeMap<Long, Comparison> byDay = new TreeMap<>();
    List<Comparison> all = new ArrayList<>(old);
    all.add(news);
    for (Comparison one : all) {
      byDay.merge(
          Math.floorDiv(one.satellites().getEpochSecond(), 86_400),
          one,
          (a, b) -> a.photoId().compareTo(b.photoId()) <= 0 ? a : b);
    }
    List<Comparison> days = List.copyOf(byDay.values());
    return days.subList(Math.max(0, days.size() - kept), days.size());
  }
}
