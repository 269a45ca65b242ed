package polo.geo.edge.geodata;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was in a file of shapes.
///
/// @param coordinates the system its positions are in, as the file names it: `EPSG:25831`, or
///   well-known text; empty where it says nothing, which is longitude and latitude of WGS 84
/// @param rejected what could not be read, by where it is
public record ShapeFile(String coordinates, List<Shape> shapes, Map<String, String> rejected) {

  public ShapeFile {
    shapes = List.copyOf(shapes);
    rejected = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
  }
}
