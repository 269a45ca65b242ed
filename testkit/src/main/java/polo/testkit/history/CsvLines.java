package polo.testkit.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes fixes as lines of CSV, digit by digit: `String.format` would be most of the time of a
/// history.
final class CsvLines {

  private static final int LONGEST_LINE = 256;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

  private final OutputStream output;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] digits = new byte[20];
  private int length;
  private String userId = "";
  private byte[] user = {};

  CsvLines(OutputStream output) {
    this.output = output;
  }

  void header(String header) {
    put((header + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void add(HistoryFix fix) {
    if (!fix.userId().equals(userId)) {
      userId = fix.userId();
      user = userId.getBytes(StandardCharsets.UTF_8);
    }
    put(user);
    decimal(fix.epochMillis(), 3, ',');
    decimal(Math.round(fix.latitude() * 1e7), 7, ',');
    decimal(Math.round(fix.longitude() * 1e7), 7, ',');
    decimal(Math.round(fix.altitudeMeters() * 10), 1, ',');
    decimal(Math.round(fix.accuracyMeters() * 10), 1, ',');
    decimal(Math.round(fix.speedMps() * 100), 2, ',');
    buffer[length++] = '\n';
    if (length > buffer.length - LONGEST_LINE) {
      write();
    }
  }

  void flush() throws IOException {
    write();
    output.flush();
  }

  // A separator, then `scaled` with its last `decimals` digits behind the point.
  private void decimal(long scaled, int decimals, char separator) {
    buffer[length++] = (byte) separator;
    if (scaled < 0) {
      buffer[length++] = '-';
    }
    long rest = Math.abs(scaled);
    integer(rest / POWERS[decimals], 1);
    buffer[length++] = '.';
    integer(rest % POWERS[decimals], decimals);
  }

  private void integer(long value, int shortest) {
    int count = 0;
    long rest = value;
    while (rest > 0 || count < shortest) {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    while (count > 0) {
      buffer[length++] = digits[--count];
    }
  }

  private void put(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void write() {
    try {
      output.write(buffer, 0, length);
      length = 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write fixes", e);
    }
  }
}
