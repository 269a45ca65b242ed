package polo.common.document;

/// Which derivation made something: a number that rises with each release that derives otherwise,
/// and a digest of its settings.
///
/// @param number 0 for what was made before derivations had numbers
/// @param settings equal settings have equal digests; [#MIXED] when not all is of one version
public record DerivationVersion(int number, String settings) {

  /// Equal to no version that derives.
  public static final String MIXED = "mixed";

  public static final DerivationVersion UNKNOWN = new DerivationVersion(0, MIXED);

  public boolean isOlderThan(DerivationVersion other) {
    return number < other.number;
  }

  /// Of something that is in part of this version and in part of another: equal to neither, and as
  /// much as the newer not to be undone by the older.
  public DerivationVersion mixedWith(DerivationVersion other) {
    return equals(other) ? this : new DerivationVersion(Math.max(number, other.number), MIXED);
  }

  @Override
  public String toString() {
    return number + "-" + settings;
  }
}
