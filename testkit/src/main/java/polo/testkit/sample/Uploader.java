package polo.testkit.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import polo.common.earth.Fix;
import polo.common.job.PointsUploaded;
import polo.testkit.Seeds;

/// Cuts fixes into batches the way an app does: after ten to thirty minutes, or 500 fixes.
record Uploader(String userId, String deviceId, long seed) {

  private static final int MOST_FIXES = 500;
  private static final int SHORTEST_SECONDS = 600;
  private static final int LONGEST_SECONDS = 1_800;

  List<Upload> uploads(List<Fix> fixes) {
    Random random = Seeds.random(seed, "uploads", deviceId);
    List<Upload> uploads = new ArrayList<>();
    int start = 0;
    while (start < fixes.size()) {
      Duration longest = Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1));
      int end = endOfBatch(fixes, start, longest);
      String id = "%s-%s-%04d".formatted(userId, deviceId, uploads.size() + 1);
      Instant sent = fixes.get(end - 1).at().plusMillis(random.nextInt(1_000, 60_000));
      PointsUploaded points = new PointsUploaded(userId, deviceId, fixes.subList(start, end));
      uploads.add(new Upload(id, sent, points));
      start = end;
    }
    return uploads;
  }

  private static int endOfBatch(List<Fix> fixes, int start, Duration longest) {
    Instant limit = fixes.get(start).at().plus(longest);
    int most = Math.min(fixes.size(), start + MOST_FIXES);
    int end = start + 1;
    while (end < most && fixes.get(end).at().isBefore(limit)) {
      end++;
    }
    return end;
  }
}
