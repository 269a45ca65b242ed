package polo.fleet.edge.verbs;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import polo.fleet.edge.files.CsvGeocoder;
import polo.geo.geocode.ReverseGeocoder;

/// `polo geocode`: names the places of a list of positions.
@Command(
    name = "geocode",
    description = {
      "Name the country, region, city and time zone of each position, without a network.",
      "",
      "Reads CSV with the columns lat and lon on standard input and writes the same rows, all"
          + " columns as they are, with geo_country, geo_region, geo_region_code, geo_city,"
          + " geo_place, geo_distance_m and geo_timezone behind them. Where something does not"
          + " apply (at sea, in the wild) the field is empty."
    },
    footer = {
      "%nExample:",
      "  polo geocode < points.csv > named.csv",
      "%nExit code 1 when a row had no position; it is written all the same."
    })
public final class GeocodeVerb implements Callable<Integer> {

  private final Stdio stdio;
  private final Supplier<ReverseGeocoder> geocoder;

  /// @param geocoder asked once, when it is needed: loading its data takes a while
  public GeocodeVerb(Stdio stdio, Supplier<ReverseGeocoder> geocoder) {
    this.stdio = stdio;
    this.geocoder = geocoder;
  }

  @Override
  public Integer call() throws Exception {
    CsvGeocoder.Count count =
        new CsvGeocoder(geocoder.get()).geocode(stdio.in(), stdio.out(), stdio::say);
    stdio.out().flush();
    return count.withoutPosition() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}
