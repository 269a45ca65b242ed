package polo.geo.edge.gazetteer;

import polo.common.earth.Coordinate;

/// A place of the user's own: within its circle it is the place one is at, whatever else is near.
///
/// @param isTown whether it is also the town one is in
record OwnPlace(String name, Coordinate centre, double radiusMeters, boolean isTown) {

  static final double LARGEST_RADIUS_METERS = 50_000;

  static OwnPlace of(String line) {
    String[] columns = line.split("\t", -1);
    return new OwnPlace(
        columns[0],
        new Coordinate(Double.parseDouble(columns[1]), Double.parseDouble(columns[2])),
        Double.parseDouble(columns[3]),
        columns[4].equals("town"));
  }

  /// A line of the file: name, latitude, longitude, radius, kind.
  @Override
  public String toString() {
    return String.join(
        "\t",
        name.replace('\t', ' ').replace('\n', ' '),
        Double.toString(centre.latitude()),
        Double.toString(centre.longitude()),
        Double.toString(radiusMeters),
        isTown ? "town" : "place");
  }
}
