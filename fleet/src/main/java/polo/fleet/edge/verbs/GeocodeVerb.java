package polo.fleet.edge.verbs;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import polo.fleet.edge.files.CsvGeocoder;
import polo.geo.geocode.ReverseGeocoder;

/// `polo geocode`: names the places of a list of positions.
@Command(
    name = "geocode",
    description = {
      "Name the country, region, city and time zone of each position, without a network.",
      "",
      "Reads CSV with the columns lat and lon on standard input and writes the same rows, all"
          + " columns as they are, with these behind them. Where something does not apply (at sea,"
          + " in the wild) the field is empty.",
      "",
      "  geo_country       ISO 3166-1 code",
      "  geo_region        and geo_region_code: ISO 3166-2, or GeoNames' (NL.09) where it has none",
      "  geo_city          and geo_suburb, the part of it",
      "  geo_place         the nearest place of any size, with geo_distance_m to it and geo_bearing",
      "                    towards it in degrees from north",
      "  geo_timezone      IANA name",
      "  geo_border_m      to the nearest border of a country, within 20 km",
      "  geo_ambiguous     countries it may be in as well by the row's accuracy (a column accuracy",
      "                    or accuracy_m, metres), separated by |",
      "  geo_disputed      countries that claim the position, separated by |",
      "  geo_*_confidence  of country, region and city, from 0 to 1",
      "  geo_dataset       version of the data"
    },
    footer = {
      "%nExamples:",
      "  polo geocode < points.csv > named.csv",
      "  polo geocode --prefer RS < points.csv    Kosovo is Serbian",
      "%nExit code 1 when a row had no position; it is written all the same."
    })
public final class GeocodeVerb implements Callable<Integer> {

  private final Stdio stdio;
  private final Function<List<String>, ReverseGeocoder> geocoder;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--prefer",
      paramLabel = "CODE",
      split = ",",
      description =
          "Where claims overlap, this country's come before others', the first code before the"
              + " second. What polo.geo.gazetteer.preferred-claims is to workers.")
  private List<String> preferred = List.of();

  /// @param geocoder by the countries whose claims come first; asked once, when it is needed:
  ///   loading its data takes a while
  public GeocodeVerb(Stdio stdio, Function<List<String>, ReverseGeocoder> geocoder) {
    this.stdio = stdio;
    this.geocoder = geocoder;
  }

  @Override
  public Integer call() throws Exception {
    CsvGeocoder.Count count =
        new CsvGeocoder(geocoder.apply(claims())).geocode(stdio.in(), stdio.out(), stdio::say);
    stdio.out().flush();
    return count.withoutPosition() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private List<String> claims() {
    return preferred.stream().map(this::claim).toList();
  }

  private String claim(String code) {
    String claim = code.strip().toUpperCase(Locale.ROOT);
    if (!claim.matches("[A-Z]{2}")) {
      throw new ParameterException(
          spec.commandLine(), "--prefer takes two-letter codes of countries, not '" + code + "'");
    }
    return claim;
  }
}
