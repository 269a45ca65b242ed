package polo.geo.edge.gazetteer;

import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// How far to believe each level of an answer, from 0 to 1. An order, not a probability: nobody has
/// counted how often an answer of 0.8 is wrong.
///
/// @param lineErrorMeters how far borders may be from where they should be
/// @param bothAgree of a region that its area and the nearest place agree on
/// @param oneSays of a region that only one of them knows
/// @param theyDiffer of a region that they don't agree on
record Trust(double lineErrorMeters, double bothAgree, double oneSays, double theyDiffer) {

  static final Trust DEFAULT = new Trust(30, 0.95, 0.8, 0.6);

  /// One half on the border, all of it beyond the errors of border and position; divided by the
  /// number of claimants where there is a dispute.
  @Nullable Double inCountry(
      @Nullable String countryCode,
      @Nullable Double borderMeters,
      double accuracyMeters,
      int claimants) {
    if (countryCode == null) {
      return null;
    }
    double beyond = borderMeters == null ? 1 : borderMeters / (lineErrorMeters + accuracyMeters);
    return (0.5 + 0.5 * Math.min(1, beyond)) / Math.max(1, claimants);
  }

  @Nullable Double inRegion(@Nullable RegionCode region, @Nullable RegionCode area) {
    if (region == null) {
      return null;
    }
    if (area == null || area.admin1().isEmpty()) {
      return oneSays;
    }
    return region.equals(area) ? bothAgree : theyDiffer;
  }

  /// All of it at the centre, one half at the edge of the town's disc, less beyond.
  @Nullable Double inTown(PlaceMap.@Nullable Spot town, Coordinate position) {
    if (town == null) {
      return null;
    }
    double depth = town.metersFrom(position) / town.radiusMeters();
    return depth <= 1 ? 1 - 0.5 * depth : 0.5 / depth;
  }
}
