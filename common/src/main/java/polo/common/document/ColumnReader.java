package polo.common.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One column of a [PointsChunk] while it is read. An empty column has no value present; one that
/// is cut short throws `IllegalArgumentException`.
final class ColumnReader {

  private final byte[] bytes;
  private int cursor;
  private boolean started;
  private long last;
  private long lastStep;
  private long run;
  private @Nullable String runText;

  ColumnReader(String column) {
    bytes = Base64.getDecoder().decode(column);
  }

  /// Counterpart of [ColumnWriter#steady].
  long nextSteady() {
    long step = lastStep + unzigzag(varint());
    lastStep = started ? step : 0;
    last += step;
    started = true;
    return last;
  }

  /// Counterpart of [ColumnWriter#sparse].
  @Nullable Long nextSparse() {
    if (bytes.length == 0) {
      return null;
    }
    long coded = varint();
    if (coded == 0) {
      return null;
    }
    last += unzigzag(coded - 1);
    return last;
  }

  /// Counterpart of [ColumnWriter#text].
  @Nullable String nextText() {
    if (bytes.length == 0) {
      return null;
    }
    if (run == 0) {
      beginRun();
    }
    run--;
    return runText;
  }

  private void beginRun() {
    run = varint();
    long utf8 = varint();
    if (run <= 0 || utf8 < 0 || utf8 > bytes.length - cursor) {
      throw new IllegalArgumentException("column is cut short");
    }
    runText = utf8 == 0 ? null : new String(bytes, cursor, (int) utf8, StandardCharsets.UTF_8);
    cursor += (int) utf8;
  }

  private static long unzigzag(long coded) {
    return coded >>> 1 ^ -(coded & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64 && cursor < bytes.length; shift += 7) {
      byte b = bytes[cursor++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("column is cut short");
  }
}
