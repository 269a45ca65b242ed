package polo.common.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One column of a [PointsChunk] while it is written. A column is written by one of its three
/// methods only; [ColumnReader] has the counterpart of each.
final class ColumnWriter {

  private byte[] bytes = new byte[64];
  private int length;
  private boolean started;
  private boolean anything;
  private long last;
  private long lastStep;
  private long run;
  private @Nullable String runText;

  /// A value that tends to go on as it went: the change of its step.
  void steady(long value) {
    long step = value - last;
    varint(zigzag(step - lastStep));
    lastStep = started ? step : 0; // the first step leads from nowhere and predicts nothing
    last = value;
    started = true;
    anything = true;
  }

  /// A value that may be absent: 0, or else 1 more than its step from the last one present.
  void sparse(@Nullable Long value) {
    if (value == null) {
      varint(0);
      return;
    }
    varint(1 + zigzag(value - last));
    last = value;
    anything = true;
  }

  /// A text that seldom changes: how often, length of its UTF-8 (0 when absent), its UTF-8.
  void text(@Nullable String value) {
    if (run > 0 && !Objects.equals(value, runText)) {
      endRun();
    }
    runText = value;
    run++;
    anything |= value != null;
  }

  /// The column as base64; empty when no value was present.
  String finish() {
    if (!anything) {
      return "";
    }
    if (run > 0) {
      endRun();
    }
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
  }

  private void endRun() {
    byte[] utf8 = runText == null ? new byte[0] : runText.getBytes(StandardCharsets.UTF_8);
    varint(run);
    varint(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
    run = 0;
  }

  /// Small magnitudes to small numbers, whatever their sign: 0, -1, 1, -2 become 0, 1, 2, 3.
  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  /// Seven bits a byte, the lowest first; the high bit says that more follow.
  private void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
