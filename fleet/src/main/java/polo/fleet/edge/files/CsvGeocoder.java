package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.ReverseGeocoder;

/// Adds names of places to the rows of a CSV file, which otherwise stay as they are, byte for byte.
/// A row without a position gets empty fields. Streams: memory does not grow with the file.
public record CsvGeocoder(ReverseGeocoder geocoder) {

  private static final int COMPLAINTS = 20;

  private static final byte[] HEADER =
      ascii(
          ",geo_country,geo_region,geo_region_code,geo_city,geo_place,geo_distance_m,geo_timezone");

  private static final byte[] NOTHING = ascii(",,,,,,,");

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
    int width = rows.size();
    rows.copyTo(out);
    out.write(HEADER);
    out.write('\n');
    long count = 0;
    long without = 0;
    for (; rows.next(); count++) {
      rows.copyTo(out);
      pad(rows, width, out);
      if (!name(rows, lat, lon, out) && without++ < COMPLAINTS) {
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

  private boolean name(CsvRows row, int lat, int lon, OutputStream out) throws IOException {
    double latitude = row.number(lat);
    double longitude = row.number(lon);
    if (!Coordinate.isOnEarth(latitude, longitude)) {
      out.write(NOTHING);
      return false;
    }
    write(geocoder.addressOf(new Coordinate(latitude, longitude)), out);
    return true;
  }

  private static void write(Address address, OutputStream out) throws IOException {
    Double meters = address.distanceMeters();
    field(address.countryCode(), out);
    field(address.region(), out);
    field(address.regionCode(), out);
    field(address.city(), out);
    field(address.place(), out);
    field(meters == null ? null : Long.toString(Math.round(meters)), out);
    field(address.timeZone(), out);
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
