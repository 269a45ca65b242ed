package polo.geo.edge.gazetteer;

/// The shipped files, unpacked once for all tests.
final class Shipped {

  static final GazetteerFiles FILES = GazetteerFiles.shipped();

  private Shipped() {}
}
