package polo.fleet.edge.ops;

/// How a bulk deed on dead letters went.
///
/// @param matched letters that passed the filter
/// @param done those that are settled now, by us
/// @param others those that somebody else settled, or settles, meanwhile
/// @param unsure those the broker did not acknowledge: they stay claimed for five minutes, then are
///   open again, and whoever replays them looks first whether they got there
/// @param strangers those that tell no topic to go back to: they can only be dropped
public record Settled(long matched, long done, long others, long unsure, long strangers) {

  public static final Settled NOTHING = new Settled(0, 0, 0, 0, 0);

  Settled plus(Settled more) {
    return new Settled(
        matched + more.matched,
        done + more.done,
        others + more.others,
        unsure + more.unsure,
        strangers + more.strangers);
  }

  /// True when nothing is left of what was asked.
  public boolean isWhole() {
    return unsure == 0 && strangers == 0;
  }
}
