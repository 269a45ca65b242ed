/// Reads foreign files of shapes: GeoJSON, shapefile, GeoPackage. Small readers of what importers
/// need, and no more; [ShapeFiles] is the way in.
@NullMarked
package polo.geo.edge.geodata;

import org.jspecify.annotations.NullMarked;
