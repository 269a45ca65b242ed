package polo.images.photo;

/// How the stored rows must be turned to stand upright: EXIF's eight values, in their order.
public enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  UPSIDE_DOWN_MIRRORED,
  TRANSPOSED,
  TURN_RIGHT,
  TRANSVERSED,
  TURN_LEFT;

  /// The orientation of an EXIF value. Cameras write 0 and worse; what is not 1 to 8 means upright.
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /// 1 to 8.
  @SuppressWarnings("EnumOrdinal") // EXIF's numbers are the order of the constants
  public int exif() {
    return ordinal() + 1;
  }

  /// True when upright rows are stored columns.
  public boolean swapsSides() {
    return exif() >= 5;
  }

  public PixelSize upright(PixelSize stored) {
    return swapsSides() ? stored.turned() : stored;
  }

  /// What is stored at the upright size: the inverse of [#upright].
  public PixelSize stored(PixelSize upright) {
    return swapsSides() ? upright.turned() : upright;
  }
}
