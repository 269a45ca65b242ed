package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// A cursor over the rows of a CSV file (RFC 4180; a line ends with LF or CR LF, quoted fields may
/// hold line ends, a byte order mark and blank lines are passed over).
///
/// Idea: rows stay bytes in one buffer and fields are offsets into it, so that a caller pays only
/// for what it asks. A quote that is never closed makes the row torn: its first line is given up
/// and the next line is a row again.
public final class CsvRows {

  /// A row longer than this is torn: it is a quote that was never closed, or not a CSV file.
  static final int LONGEST_ROW = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[4 * LONGEST_ROW];
  private int limit;
  private boolean ended;

  private int rowStart;
  private int rowEnd;
  private int nextRow;
  private long line;
  private long nextLine = 1;
  private boolean torn;

  private int size;
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  public CsvRows(InputStream in) {
    this.in = in;
  }

  /// Moves to the next row; false at the end of the file.
  public boolean next() throws IOException {
    if (line == 0) {
      passByteOrderMark();
    }
    do {
      if (!read()) {
        return false;
      }
    } while (!torn && rowEnd == rowStart);
    return true;
  }

  /// How many fields the row has.
  public int size() {
    return size;
  }

  /// The line the row begins on, from 1.
  public long line() {
    return line;
  }

  /// True when the row is not one: a quote was never closed. It has no fields, only bytes.
  public boolean isTorn() {
    return torn;
  }

  /// True when the field is empty or the row has none such.
  public boolean isEmpty(int field) {
    return field < 0 || field >= size || starts[field] == ends[field];
  }

  public String text(int field) {
    if (isEmpty(field)) {
      return "";
    }
    String text =
        new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    boolean quoted = starts[field] > rowStart && buffer[starts[field] - 1] == '"';
    return quoted ? text.replace("\"\"", "\"") : text;
  }

  /// The number in the field, or NaN when it is none.
  public double number(int field) {
    return isEmpty(field) ? Double.NaN : Decimals.parse(buffer, starts[field], ends[field]);
  }

  /// The time in the field as [FixTime] reads it.
  long time(int field) {
    return isEmpty(field) ? FixTime.NONE : FixTime.parse(buffer, starts[field], ends[field]);
  }

  /// True when the field holds exactly these bytes: cheaper than making a text of it.
  boolean holds(int field, byte[] bytes) {
    return !isEmpty(field)
        && Arrays.equals(buffer, starts[field], ends[field], bytes, 0, bytes.length);
  }

  byte[] bytes(int field) {
    return isEmpty(field) ? new byte[0] : Arrays.copyOfRange(buffer, starts[field], ends[field]);
  }

  /// Writes the row as it stands in the file, without its line end.
  public void copyTo(OutputStream out) throws IOException {
    out.write(buffer, rowStart, rowEnd - rowStart);
  }

  /// The field with one of these names, in any case, or -1. For the header row.
  public int find(String... names) {
    for (String name : names) {
      for (int i = 0; i < size; i++) {
        if (text(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean read() throws IOException {
    rowStart = nextRow;
    line = nextLine;
    while (!split()) {
      if (limit - rowStart > LONGEST_ROW || ended && rowStart < limit) {
        tear();
        return true;
      }
      if (ended) {
        return false;
      }
      fill();
    }
    return true;
  }

  /// Finds the fields and the end of the row; false when the buffer ends first.
  private boolean split() {
    size = 0;
    torn = false;
    nextLine = line;
    int i = rowStart;
    while (i < limit) {
      int start = i;
      int close = buffer[i] == '"' ? closingQuote(i + 1) : -1;
      if (buffer[i] == '"' && close < 0) {
        return false;
      }
      i = endOfField(Math.max(start, close + 1));
      if (i == limit) {
        return false;
      }
      boolean last = buffer[i] == '\n';
      int end = last && i > start && buffer[i - 1] == '\r' ? i - 1 : i;
      if (close < 0) {
        field(start, end);
      } else {
        field(start + 1, close);
      }
      if (last) {
        rowEnd = end;
        nextRow = i + 1;
        nextLine++;
        return true;
      }
      i++;
    }
    return false;
  }

  /// Where the quote is that ends the field, or -1. The end is only certain with one byte more.
  private int closingQuote(int from) {
    for (int i = from; i + 1 < limit; i++) {
      if (buffer[i] == '\n') {
        nextLine++;
      } else if (buffer[i] == '"') {
        if (buffer[i + 1] != '"') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private int endOfField(int from) {
    byte[] bytes = buffer;
    int end = limit;
    int i = from;
    while (i < end && bytes[i] != ',' && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private void field(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  private void tear() throws IOException {
    torn = true;
    size = 0;
    rowEnd = rowStart;
    while (rowEnd < limit && buffer[rowEnd] != '\n') {
      rowEnd++;
    }
    nextRow = Math.min(limit, rowEnd + 1);
    nextLine = line + 1;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
    limit -= rowStart;
    rowStart = 0;
    int read = in.read(buffer, limit, buffer.length - 1 - limit);
    if (read < 0) {
      end();
    } else {
      limit += read;
    }
  }

  /// A last line without a line end gets one, so that no rule need know about it.
  private void end() {
    ended = true;
    if (limit > 0 && buffer[limit - 1] != '\n') {
      buffer[limit++] = '\n';
    }
  }

  private void passByteOrderMark() throws IOException {
    while (limit < 3 && !ended) {
      fill();
    }
    boolean mark =
        limit >= 3
            && buffer[0] == (byte) 0xEF
            && buffer[1] == (byte) 0xBB
            && buffer[2] == (byte) 0xBF;
    nextRow = mark ? 3 : 0;
  }
}
