package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// CSV with a header: `user,ts,lat,lon,alt,acc,speed` in any order, and the usual other names for
/// them. `ts` is Unix seconds with decimals (or what else [FixTime] reads); all but `ts`, `lat` and
/// `lon` may be empty or missing.
///
/// Cost: one look at each byte; 3 million rows a second on one core of a small server.
final class CsvFixReader implements FixFileReader {

  @Override
  public void read(InputStream in, FixSink sink) throws IOException {
    CsvRows rows = new CsvRows(in);
    if (!rows.next()) {
      throw new BrokenFileException("line 1", "the file is empty");
    }
    Columns columns = Columns.of(rows);
    FixDraft draft = new FixDraft();
    Supplier<String> where = () -> "line " + rows.line();
    while (rows.next()) {
      draft.clear();
      columns.fill(draft, rows);
      draft.deliver(sink, where);
    }
  }

  /// Where each fact stands in a row; -1 when the file does not have it.
  private static final class Columns {

    private final int time;
    private final int lat;
    private final int lon;
    private final int altitude;
    private final int accuracy;
    private final int speed;
    private final int heading;
    private final NameColumn user;
    private final NameColumn device;
    private final Supplier<String> timeText;

    private Columns(CsvRows header) throws BrokenFileException {
      time = required(header, "ts", "timestamp", "time", "datetime", "tst");
      lat = required(header, "lat", "latitude");
      lon = required(header, "lon", "lng", "long", "longitude");
      altitude = header.find("alt", "altitude", "ele", "elevation");
      accuracy = header.find("acc", "accuracy", "horizontal_accuracy");
      speed = header.find("speed", "velocity");
      heading = header.find("heading", "course", "bearing");
      user = new NameColumn(header.find("user", "user_id", "userid"));
      device = new NameColumn(header.find("device", "device_id", "deviceid"));
      timeText = () -> header.text(time);
    }

    static Columns of(CsvRows header) throws BrokenFileException {
      return new Columns(header);
    }

    void fill(FixDraft draft, CsvRows row) {
      if (row.isTorn()) {
        draft.flaw(FlawKind.BAD_ROW, "a quote is not closed");
        return;
      }
      if (row.size() <= Math.max(time, Math.max(lat, lon))) {
        draft.flaw(FlawKind.BAD_ROW, "only %d fields".formatted(row.size()));
        return;
      }
      draft.user(user.of(row));
      draft.device(device.of(row));
      draft.lat(number(draft, row, lat));
      draft.lon(number(draft, row, lon));
      if (!row.isEmpty(time)) {
        draft.time(row.time(time), timeText);
      }
      draft.altitude(number(draft, row, altitude));
      draft.accuracy(number(draft, row, accuracy));
      draft.speed(number(draft, row, speed));
      draft.heading(number(draft, row, heading));
    }

    private static double number(FixDraft draft, CsvRows row, int field) {
      if (row.isEmpty(field)) {
        return Double.NaN;
      }
      double number = row.number(field);
      if (Double.isNaN(number) && !isNothing(row.text(field))) {
        draft.flaw(FlawKind.BAD_NUMBER, FixDraft.quoted(row.text(field)));
      }
      return number;
    }

    /// How data tools write a missing number.
    private static boolean isNothing(String text) {
      return switch (text.strip()) {
        case "", "NaN", "nan", "NA", "null", "None" -> true;
        default -> false;
      };
    }

    private static int required(CsvRows header, String... names) throws BrokenFileException {
      int field = header.find(names);
      if (field < 0) {
        throw new BrokenFileException("line 1", "the header has no column " + names[0]);
      }
      return field;
    }
  }

  /// A column of names. Neighbouring rows mostly have the same: the text of the last one is kept.
  private static final class NameColumn {

    private final int field;
    private byte[] lastBytes = {};
    private String lastText = "";

    NameColumn(int field) {
      this.field = field;
    }

    @Nullable String of(CsvRows row) {
      if (row.isEmpty(field)) {
        return null;
      }
      if (!row.holds(field, lastBytes)) {
        lastText = row.text(field);
        lastBytes = lastText.getBytes(StandardCharsets.UTF_8);
      }
      return lastText;
    }
  }
}
