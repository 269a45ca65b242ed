package polo.testkit.photo;

/// What a drawn photo shows.
public enum Subject {
  HILLS,
  RIVER,
  TOWN
}
