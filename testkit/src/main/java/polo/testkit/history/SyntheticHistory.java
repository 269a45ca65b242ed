package polo.testkit.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import polo.common.earth.Fix;
import polo.common.job.PointsUploaded;

/// What many phones record in years: nights at home, work, haunts, a week in another city every now
/// and then. Streaming, in memory for one fix, and always the same for a seed.
///
/// Cheaper and plainer than [polo.testkit.track.SyntheticTrack], and without a truth: for load, not
/// for scores. About 470 fixes a day: one each ten seconds on the move, one each five minutes in
/// stays.
///
/// @param start of every user's first day
/// @param days at most, for each user
/// @param fixesPerUser at most
public record SyntheticHistory(int users, Instant start, int days, long fixesPerUser, long seed) {

  public static final String DEVICE_ID = "phone";
  public static final String CSV_HEADER = "user,ts,lat,lon,alt,acc,speed";

  private static final Instant START = Instant.parse("2020-01-06T00:00:00Z");

  /// So many users with exactly so many fixes each.
  public static SyntheticHistory ofFixes(int users, long fixesPerUser) {
    return new SyntheticHistory(users, START, Integer.MAX_VALUE, fixesPerUser, 1);
  }

  /// So many users for so many years.
  public static SyntheticHistory ofYears(int users, int years) {
    return new SyntheticHistory(users, START, 365 * years, Long.MAX_VALUE, 1);
  }

  public SyntheticHistory withSeed(long other) {
    return new SyntheticHistory(users, start, days, fixesPerUser, other);
  }

  /// Shows every fix, user by user, each user's in time order. The object is the same each time.
  public void forEachFix(Consumer<HistoryFix> eye) {
    for (int user = 1; user <= users; user++) {
      new Life(this, user, eye).live();
    }
  }

  /// Hands over every fix in batches of at most `mostFixes`, user by user, in time order.
  public void forEachUpload(int mostFixes, Consumer<PointsUploaded> api) {
    for (int user = 1; user <= users; user++) {
      List<Fix> batch = new ArrayList<>(mostFixes);
      String userId = userId(user);
      Life life =
          new Life(
              this,
              user,
              fix -> {
                batch.add(fix.toFix());
                if (batch.size() == mostFixes) {
                  api.accept(new PointsUploaded(userId, DEVICE_ID, batch));
                  batch.clear();
                }
              });
      life.live();
      if (!batch.isEmpty()) {
        api.accept(new PointsUploaded(userId, DEVICE_ID, batch));
      }
    }
  }

  /// Writes a file with the header [#CSV_HEADER]; gzipped when its name ends in `.gz`.
  public void writeCsv(Path file) throws IOException {
    OutputStream plain = Files.newOutputStream(file);
    try (OutputStream output =
        file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain) {
      writeCsv(output);
    }
  }

  /// Writes the header and one line a fix; leaves `output` open.
  public void writeCsv(OutputStream output) throws IOException {
    CsvLines lines = new CsvLines(output);
    lines.header(CSV_HEADER);
    forEachFix(lines::add);
    lines.flush();
  }

  static String userId(int user) {
    return String.format(Locale.ROOT, "user-%05d", user);
  }
}
