package polo.images.edge.render;

import java.util.ArrayList;
import java.util.List;
import polo.images.photo.PixelSize;

/// Makes each smaller picture from the one before.
final class PlaneCascade {

  private PlaneCascade() {}

  /// The picture at a size that is not larger; the same one when it has it already.
  static Picture resized(Picture picture, PixelSize size) {
    if (picture.width() == size.width() && picture.height() == size.height()) {
      return picture;
    }
    List<Picture.Plane> planes = new ArrayList<>();
    for (int plane = 0; plane < Picture.PLANES; plane++) {
      planes.add(resized(picture, size, plane));
    }
    return new Picture(size.width(), size.height(), planes);
  }

  private static Picture.Plane resized(Picture picture, PixelSize size, int plane) {
    Picture.Plane from = picture.planes().get(plane);
    Taps columns =
        Taps.of(axis(picture.width(), plane), axis(size.width(), plane), false, lobes(plane));
    Taps rows =
        Taps.of(axis(picture.height(), plane), axis(size.height(), plane), false, lobes(plane));
    return new PlaneResizer(columns, rows)
        .resize(
            (row, into) ->
                System.arraycopy(from.samples(), row * from.width(), into, 0, from.width()),
            from.width());
  }

  /// A side of a picture as one of its planes has it.
  static Taps.Axis axis(int side, int plane) {
    return plane == 0 ? new Taps.Axis(side, side) : new Taps.Axis(Picture.half(side), side / 2.0);
  }

  /// Eyes see fine detail in brightness, hardly in colour.
  static int lobes(int plane) {
    return plane == 0 ? 3 : 2;
  }
}
