package polo.geo.trip;

/// How a body moves, as far as speed alone tells: on its feet, carried by wheels or a hull, or in
/// the air.
enum Gait {
  FOOT,
  RIDE,
  FLIGHT
}
