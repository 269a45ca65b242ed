package polo.common.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A quarter of an hour of UTC: the time one chunk of raw fixes covers.
///
/// At one fix a second a chunk is about 10 KB of JSON, under the 16 KB a chunk should have; a
/// bucket follows from a fix's time alone, so any worker finds the chunk without asking.
///
/// @param index quarters of an hour since 1970-01-01T00:00Z
public record PointsBucket(long index) implements Comparable<PointsBucket> {

  public static final long MINUTES = 15;
  private static final long MILLIS = MINUTES * 60_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm").withZone(ZoneOffset.UTC);

  public static PointsBucket of(Instant at) {
    return new PointsBucket(Math.floorDiv(at.toEpochMilli(), MILLIS));
  }

  public Instant start() {
    return Instant.ofEpochMilli(index * MILLIS);
  }

  public Instant end() {
    return Instant.ofEpochMilli((index + 1) * MILLIS);
  }

  /// As in keys, for example `20260714T0915`.
  public String name() {
    return NAME.format(start());
  }

  @Override
  public int compareTo(PointsBucket other) {
    return Long.compare(index, other.index);
  }
}
