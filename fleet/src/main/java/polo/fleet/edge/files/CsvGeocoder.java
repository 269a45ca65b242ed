package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.Answer;
import polo.geo.geocode.ReverseGeocoder;

/// Adds names of places to the rows of a CSV file, which otherwise stay as they are, byte for byte.
/// A row without a position gets empty fields. Streams: memory does not grow with the file.
public record CsvGeocoder(ReverseGeocoder geocoder) {

  private static final int COMPLAINTS = 20;

  /// Beyond, an accuracy says only that a position is unknown; in metres.
  private static final double FARTHEST = 20_000;

  private static final byte[] HEADER =
      ascii(
          ",geo_country,geo_region,geo_region_code,geo_city,geo_place,geo_distance_m,geo_timezone"
              + ",geo_suburb,geo_bearing,geo_border_m,geo_ambiguous,geo_disputed"
              + ",geo_country_confidence,geo_region_confidence,geo_city_confidence,geo_dataset");

  private static final byte[] NOTHING = ascii(",".repeat(16));

  /// How many rows there were, and how many of them had no position.
  public record Count(long rows, long withoutPosition) {}

  /// Reads `in` to its end and writes `out`.
  ///
  /// @param complain told which rows have no position, the first 20 of them
  /// @throws IOException also when the header has no `lat` and `lon`
  public Count geocode(InputStream in, OutputStream out, Consumer<String> complain)
      throws IOException {
    CsvRows rows = new CsvRows(in);
    if (!rows.next()) {
      throw new BrokenFileException("line 1", "standard input is empty, not even a header");
    }
    int lat = required(rows, "lat", "latitude");
    int lon = required(rows, "lon", "lng", "longitude");
    int accuracy = rows.find("accuracy", "accuracy_m");
    int width = rows.size();
    rows.copyTo(out);
    out.write(HEADER);
    out.write('\n');
    long count = 0;
    long without = 0;
    for (; rows.next(); count++) {
      rows.copyTo(out);
      pad(rows, width, out);
      if (!name(rows, new Columns(lat, lon, accuracy), out) && without++ < COMPLAINTS) {
        complain.accept("line %d: no position".formatted(rows.line()));
      }
      out.write('\n');
    }
    return new Count(count, without);
  }

  private static int required(CsvRows header, String... names) throws BrokenFileException {
    int field = header.find(names);
    if (field < 0) {
      throw new BrokenFileException("line 1", "the header has no column " + names[0]);
    }
    return field;
  }

  /// A row with too few fields gets the missing ones, so that the names stand in their columns.
  private static void pad(CsvRows row, int width, OutputStream out) throws IOException {
    for (int i = row.size(); i < width && !row.isTorn(); i++) {
      out.write(',');
    }
  }

  /// Where positions are. Accuracy is -1 when no column holds it.
  private record Columns(int lat, int lon, int accuracy) {}

  private boolean name(CsvRows row, Columns columns, OutputStream out) throws IOException {
    double latitude = row.number(columns.lat());
    double longitude = row.number(columns.lon());
    if (!Coordinate.isOnEarth(latitude, longitude)) {
      out.write(NOTHING);
      return false;
    }
    double accuracy = columns.accuracy() < 0 ? 0 : row.number(columns.accuracy());
    write(
        geocoder.answerAt(
            new Coordinate(latitude, longitude), accuracy > 0 ? Math.min(accuracy, FARTHEST) : 0),
        out);
    return true;
  }

  private static void write(Answer answer, OutputStream out) throws IOException {
    Address address = answer.address();
    field(address.countryCode(), out);
    field(address.region(), out);
    field(regionCode(answer), out);
    field(address.city(), out);
    field(address.place(), out);
    rounded(address.distanceMeters(), out);
    field(address.timeZone(), out);
    field(answer.suburb(), out);
    rounded(answer.bearingDegrees(), out);
    rounded(answer.borderMeters(), out);
    field(String.join("|", answer.ambiguous()), out);
    field(String.join("|", answer.disputed()), out);
    share(answer.confidence().country(), out);
    share(answer.confidence().region(), out);
    share(answer.confidence().city(), out);
    field(address.dataset(), out);
  }

  private static @Nullable String regionCode(Answer answer) {
    Address address = answer.address();
    if (answer.regionIsoCode() != null) {
      return answer.regionIsoCode();
    }
    return address.regionCode() == null ? null : address.countryCode() + "." + address.regionCode();
  }

  private static void rounded(@Nullable Double number, OutputStream out) throws IOException {
    field(number == null ? null : Long.toString(Math.round(number)), out);
  }

  private static void share(@Nullable Double share, OutputStream out) throws IOException {
    field(share == null ? null : Double.toString(Math.round(100 * share) / 100.0), out);
  }

  private static void field(@Nullable String value, OutputStream out) throws IOException {
    out.write(',');
    if (value != null) {
      out.write(quotedIfNeeded(value).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String quotedIfNeeded(String value) {
    boolean needed =
        value.indexOf(',') >= 0
            || value.indexOf('"') >= 0
            || value.indexOf('\n') >= 0
            || value.indexOf('\r') >= 0;
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
