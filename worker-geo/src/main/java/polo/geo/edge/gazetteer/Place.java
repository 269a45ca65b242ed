package polo.geo.edge.gazetteer;

/// A populated place.
///
/// @param x longitude on the grid
/// @param y latitude on the grid
/// @param population 0 when unknown
record Place(String name, int x, int y, RegionCode region, int population, PlaceKind kind) {

  Place withName(String newName) {
    return new Place(newName, x, y, region, population, kind);
  }

  Place withRegion(RegionCode newRegion) {
    return new Place(name, x, y, newRegion, population, kind);
  }

  Place withKind(PlaceKind newKind) {
    return new Place(name, x, y, region, population, newKind);
  }
}
