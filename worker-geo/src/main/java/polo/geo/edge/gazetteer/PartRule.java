package polo.geo.edge.gazetteer;

import java.util.List;

/// A detached part of an area that goes by another label than the rest: it is told by the box, in
/// degrees, which it lies in wholly.
record PartRule(
    String label, String labelOfPart, double south, double west, double north, double east) {

  /// @param outline lines of one polygon of the area
  boolean covers(String areaLabel, List<int[]> outline) {
    return label.equals(areaLabel) && outline.stream().allMatch(this::holds);
  }

  private boolean holds(int[] line) {
    for (int i = 0; i < line.length; i += 2) {
      double x = GridUnits.degrees(line[i]);
      double y = GridUnits.degrees(line[i + 1]);
      if (x < west || x > east || y < south || y > north) {
        return false;
      }
    }
    return true;
  }
}
