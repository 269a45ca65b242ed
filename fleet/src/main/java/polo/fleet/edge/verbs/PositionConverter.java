package polo.fleet.edge.verbs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import polo.common.earth.Coordinate;

/// `LAT,LON` in degrees, such as `38.7223,-9.1393`.
final class PositionConverter implements ITypeConverter<Coordinate> {

  private static final Pattern POSITION =
      Pattern.compile("\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*,\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*");

  @Override
  public Coordinate convert(String text) {
    Matcher parts = POSITION.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException("'%s' is not LAT,LON".formatted(text));
    }
    double lat = Double.parseDouble(parts.group(1));
    double lon = Double.parseDouble(parts.group(2));
    if (!Coordinate.isOnEarth(lat, lon)) {
      throw new TypeConversionException("'%s' is nowhere on Earth".formatted(text));
    }
    return new Coordinate(lat, lon);
  }
}
