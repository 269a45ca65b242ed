package polo.testkit.photo;

/// The time of day, as colours (0xRRGGBB) and the height of the sun or moon above the horizon
/// (share of the sky).
enum Light {
  MORNING(0x6C8CC4, 0xF8D9C4, 0xFFF1DC, 0xFFF3EA, 0xB4B2C8, 0x42505A, 0.28),
  DAY(0x2E6DB8, 0xCFE6F5, 0xFFFBEF, 0xFFFFFF, 0x9DB9CF, 0x40603A, 0.78),
  EVENING(0x3E5C96, 0xFFC37E, 0xFFE9B5, 0xFFB48A, 0xC99A8C, 0x3B2E33, 0.16),
  NIGHT(0x080E28, 0x33406E, 0xF4F1DF, 0x3A466F, 0x2A3558, 0x0B0F1C, 0.66);

  final int zenith;
  final int horizon;
  final int sun;
  final int clouds;
  final int far;
  final int near;
  final double sunHeight;

  Light(int zenith, int horizon, int sun, int clouds, int far, int near, double sunHeight) {
    this.zenith = zenith;
    this.horizon = horizon;
    this.sun = sun;
    this.clouds = clouds;
    this.far = far;
    this.near = near;
    this.sunHeight = sunHeight;
  }

  static Light at(int hour) {
    if (hour >= 6 && hour < 10) {
      return MORNING;
    }
    if (hour >= 10 && hour < 18) {
      return DAY;
    }
    return hour >= 18 && hour < 21 ? EVENING : NIGHT;
  }
}
