package polo.geo.timeline;

import polo.common.document.DerivationVersion;
import polo.geo.track.Fingerprint;

/// The version of what this code derives. Raise [#NUMBER] with every release that derives
/// otherwise: workers of a lower number leave what was made under a higher one alone.
public final class CurrentVersion {

  public static final int NUMBER = 1;

  private static final int DIGITS = 8;

  private CurrentVersion() {}

  /// Of a derivation with these settings. Settings are records of numbers and durations, whose
  /// texts are equal when they are.
  public static DerivationVersion of(TimelineDeriver deriver, Settler settler) {
    String settings =
        "%s %s %s".formatted(deriver.settings(), settler.placeFinder(), settler.journeyFinder());
    String digest = new Fingerprint(Fingerprint.hash(settings)).id('d');
    return new DerivationVersion(NUMBER, digest.substring(digest.length() - DIGITS));
  }
}
