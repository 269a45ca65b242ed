package polo.geo.edge.gazetteer;

import java.util.Arrays;

/// The few areas a walk is inside of at one moment.
final class AreaSet {

  private int[] areas = new int[16];
  private int size;

  /// Into the area, or out of it.
  void toggle(int area) {
    for (int i = 0; i < size; i++) {
      if (areas[i] == area) {
        areas[i] = areas[--size];
        return;
      }
    }
    if (size == areas.length) {
      areas = Arrays.copyOf(areas, 2 * size);
    }
    areas[size++] = area;
  }

  int[] toArray() {
    return Arrays.copyOf(areas, size);
  }
}
