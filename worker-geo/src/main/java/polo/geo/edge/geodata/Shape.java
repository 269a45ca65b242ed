package polo.geo.edge.geodata;

import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/// A shape of a file, with what the file says of it.
///
/// @param where it is in the file: `feature 3`
/// @param attributes by name; those without a value are not there
/// @param geometry as it is in the file, east before north, in whatever coordinates
public record Shape(String where, Map<String, String> attributes, Geometry geometry) {

  public Shape {
    attributes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /// The attribute, or nothing.
  public String attribute(String name) {
    return attributes.getOrDefault(name, "").strip();
  }
}
