package polo.common.edge.standby;

/// Which store the fleet works with. Each change has a higher number than all before; who knows of
/// a higher one never goes back.
///
/// @param number 0 before anybody ever switched
/// @param active the store that is written to, or was before the fence
/// @param fenced nobody writes, anywhere
public record StoreEpoch(long number, Side active, boolean fenced) {

  /// Before anybody ever switched.
  public static final StoreEpoch FIRST = new StoreEpoch(0, Side.PRIMARY, false);

  /// Nobody writes any more.
  public StoreEpoch fence() {
    return new StoreEpoch(number + 1, active, true);
  }

  /// Work goes on, with this store.
  public StoreEpoch open(Side side) {
    return new StoreEpoch(number + 1, side, false);
  }
}
