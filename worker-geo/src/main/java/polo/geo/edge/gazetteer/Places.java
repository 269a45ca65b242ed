package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import polo.common.earth.Coordinate;

/// All populated places, numbered in the order of the source, held as columns: a quarter of a
/// million objects with a string each would cost ten times the memory and most of the time to
/// start.
final class Places {

  private final List<RegionCode> regions;
  private final int[] x;
  private final int[] y;
  private final int[] region;
  private final int[] population;
  private final byte[] kind;
  private final byte[] names;
  private final int[] nameStart;

  private Places(List<RegionCode> regions, int size, byte[] names) {
    this.regions = List.copyOf(regions);
    this.names = names;
    x = new int[size];
    y = new int[size];
    region = new int[size];
    population = new int[size];
    kind = new byte[size];
    nameStart = new int[size + 1];
  }

  int size() {
    return x.length;
  }

  /// The regions that places belong to; [#regionOf] is an index into it.
  List<RegionCode> regions() {
    return regions;
  }

  int regionOf(int place) {
    return region[place];
  }

  int populationOf(int place) {
    return population[place];
  }

  PlaceKind kindOf(int place) {
    return PlaceKind.of(kind[place]);
  }

  Coordinate positionOf(int place) {
    return new Coordinate(GridUnits.degrees(y[place]), GridUnits.degrees(x[place]));
  }

  int xOf(int place) {
    return x[place];
  }

  int yOf(int place) {
    return y[place];
  }

  byte[] utf8NameOf(int place) {
    return Arrays.copyOfRange(names, nameStart[place], nameStart[place + 1]);
  }

  /// All of them as objects: for whoever changes them, not for answering.
  List<Place> toList() {
    List<Place> places = new ArrayList<>(size());
    for (int place = 0; place < size(); place++) {
      places.add(
          new Place(
              new String(utf8NameOf(place), UTF_8),
              x[place],
              y[place],
              regions.get(region[place]),
              population[place],
              kindOf(place)));
    }
    return places;
  }

  /// The file: the names' bytes, the regions' labels, then column by column, since equals beside
  /// equals compress best. Positions are differences from the place before.
  static byte[] toBytes(List<Place> places) {
    PackedWriter out = new PackedWriter();
    out.block(String.join("", places.stream().map(Place::name).toList()).getBytes(UTF_8));
    Map<RegionCode, Integer> regions = new LinkedHashMap<>();
    int[] regionOf =
        places.stream()
            .mapToInt(place -> regions.computeIfAbsent(place.region(), unseen -> regions.size()))
            .toArray();
    out.count(regions.size());
    regions.keySet().forEach(region -> out.text(region.toString()));
    out.count(places.size());
    writeSteps(out, places.stream().mapToInt(Place::x).toArray());
    writeSteps(out, places.stream().mapToInt(Place::y).toArray());
    places.forEach(place -> out.count(place.name().getBytes(UTF_8).length));
    IntStream.of(regionOf).forEach(out::count);
    places.forEach(place -> out.count(place.population()));
    places.forEach(place -> out.count(place.kind().code));
    return out.toBytes();
  }

  private static void writeSteps(PackedWriter out, int[] values) {
    int last = 0;
    for (int value : values) {
      out.signed(value - last);
      last = value;
    }
  }

  static Places read(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    byte[] names = in.block();
    List<RegionCode> regions = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      regions.add(RegionCode.of(in.text()));
    }
    Places places = new Places(regions, in.count(), names);
    readSteps(in, places.x);
    readSteps(in, places.y);
    for (int i = 0; i < places.size(); i++) {
      places.nameStart[i + 1] = places.nameStart[i] + in.count();
    }
    readCounts(in, places.region);
    readCounts(in, places.population);
    for (int i = 0; i < places.size(); i++) {
      places.kind[i] = (byte) in.count();
    }
    return places;
  }

  private static void readSteps(PackedReader in, int[] column) {
    int last = 0;
    for (int i = 0; i < column.length; i++) {
      last += in.signed();
      column[i] = last;
    }
  }

  private static void readCounts(PackedReader in, int[] column) {
    for (int i = 0; i < column.length; i++) {
      column[i] = in.count();
    }
  }
}
