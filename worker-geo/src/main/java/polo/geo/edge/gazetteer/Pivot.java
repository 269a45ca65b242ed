package polo.geo.edge.gazetteer;

import polo.common.earth.Coordinate;
import polo.geo.edge.gazetteer.PlaceTreeWriter.Vector;

/// A position from which the vectors of others, at most a degree away, follow without calling
/// sines: by the sums of angles, and short series for the small ones. Exact to a micrometre.
record Pivot(
    double phi, double lambda, double sinPhi, double cosPhi, double sinLambda, double cosLambda) {

  static final Pivot UNUSED = of(new Coordinate(0, 0));

  static Pivot of(Coordinate position) {
    double phi = Math.toRadians(position.latitude());
    double lambda = Math.toRadians(position.longitude());
    return new Pivot(phi, lambda, Math.sin(phi), Math.cos(phi), Math.sin(lambda), Math.cos(lambda));
  }

  Vector vectorOf(Coordinate position) {
    double dPhi = Math.toRadians(position.latitude()) - phi;
    double dLambda = Math.toRadians(position.longitude()) - lambda;
    double sinOfDPhi = smallSine(dPhi);
    double cosOfDPhi = smallCosine(dPhi);
    double sinOfDLambda = smallSine(dLambda);
    double cosOfDLambda = smallCosine(dLambda);
    double r = Coordinate.EARTH_RADIUS_METERS;
    double z = r * (sinPhi * cosOfDPhi + cosPhi * sinOfDPhi);
    double fromAxis = r * (cosPhi * cosOfDPhi - sinPhi * sinOfDPhi);
    return new Vector(
        fromAxis * (cosLambda * cosOfDLambda - sinLambda * sinOfDLambda),
        fromAxis * (sinLambda * cosOfDLambda + cosLambda * sinOfDLambda),
        z);
  }

  private static double smallSine(double x) {
    double square = x * x;
    return x * (1 - square / 6 * (1 - square / 20));
  }

  private static double smallCosine(double x) {
    double square = x * x;
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30));
  }
}
