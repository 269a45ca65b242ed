package polo.common.document;

/// How a leg was travelled. JSON has the names in lower case.
public enum TravelMode {
  WALK,
  RUN,
  BICYCLE,
  CAR,
  BUS,
  TRAIN,
  SUBWAY,
  TRAM,
  FERRY,
  FLIGHT,
  UNKNOWN
}
