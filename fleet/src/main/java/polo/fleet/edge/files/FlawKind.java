package polo.fleet.edge.files;

/// Why a row of a file was left out. The set is closed, so that rows can be counted by it.
public enum FlawKind {
  NO_TIME("no time"),
  BAD_TIME("not a time"),
  NO_POSITION("no position"),
  BAD_POSITION("not a position on Earth"),
  BAD_NUMBER("not a number"),
  BAD_NAME("not the name of a user or device"),
  NO_USER("no user"),
  BAD_ROW("not a row of this format"),
  /// Nothing of the file could be read.
  UNREADABLE("cannot be read"),
  /// The file could be read up to here and no further.
  BREAKS_OFF("the file breaks off");

  private final String words;

  FlawKind(String words) {
    this.words = words;
  }

  /// For people.
  public String words() {
    return words;
  }

  /// True when more than one row is lost: the rest of the file.
  public boolean endsFile() {
    return this == UNREADABLE || this == BREAKS_OFF;
  }
}
