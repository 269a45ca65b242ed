package polo.geo.edge.gazetteer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import polo.common.earth.Coordinate;
import polo.geo.geocode.UrbanRadius;

/// Orders places as a [PlaceTree] and writes them, column by column, as it reads them.
final class PlaceTreeWriter {

  private final Places source;
  private final UrbanRadius urbanRadius;
  private final float[][] axes;
  private final int[] order;
  private final float[] largestRadius;

  PlaceTreeWriter(Places source, UrbanRadius urbanRadius) {
    this.source = source;
    this.urbanRadius = urbanRadius;
    axes = new float[3][source.size()];
    for (int place = 0; place < source.size(); place++) {
      Vector at = Vector.of(source.positionOf(place));
      axes[0][place] = (float) at.x();
      axes[1][place] = (float) at.y();
      axes[2][place] = (float) at.z();
    }
    order = new MedianOrder(axes).order();
    largestRadius = new float[order.length];
    raiseRadii(0, order.length);
  }

  private float raiseRadii(int from, int to) {
    if (from >= to) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    float below = Math.max(raiseRadii(from, middle), raiseRadii(middle + 1, to));
    largestRadius[middle] = Math.max(radiusOf(order[middle]), below);
    return largestRadius[middle];
  }

  private float radiusOf(int place) {
    int population = source.populationOf(place);
    return switch (source.kindOf(place)) {
      case PART, QUARTER -> 0;
      case UNCONFIRMED -> (float) urbanRadius.metersOf(population, false);
      case TOWN -> (float) urbanRadius.metersOf(population, true);
    };
  }

  ByteBuffer toBuffer() {
    int names = IntStream.of(order).map(place -> source.utf8NameOf(place).length).sum();
    int size = Integer.BYTES + order.length * PlaceTree.BYTES_A_PLACE + Integer.BYTES + names;
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(order.length);
    for (float[] axis : axes) {
      for (int place : order) {
        file.putFloat(axis[place]);
      }
    }
    for (int place : order) {
      file.putFloat(radiusOf(place));
    }
    for (float radius : largestRadius) {
      file.putFloat(radius);
    }
    writeFacts(file);
    return file.flip();
  }

  private void writeFacts(ByteBuffer file) {
    for (int place : order) {
      file.putInt(source.regionOf(place));
    }
    for (int place : order) {
      file.putInt(source.xOf(place));
    }
    for (int place : order) {
      file.putInt(source.yOf(place));
    }
    int end = 0;
    for (int place : order) {
      file.putInt(end);
      end += source.utf8NameOf(place).length;
    }
    file.putInt(end);
    for (int place : order) {
      file.put(source.utf8NameOf(place));
    }
  }

  /// A point in space, metres from the Earth's centre.
  record Vector(double x, double y, double z) {
    static Vector of(Coordinate position) {
      double phi = Math.toRadians(position.latitude());
      double lambda = Math.toRadians(position.longitude());
      double r = Coordinate.EARTH_RADIUS_METERS;
      return new Vector(
          r * Math.cos(phi) * Math.cos(lambda),
          r * Math.cos(phi) * Math.sin(lambda),
          r * Math.sin(phi));
    }
  }
}
