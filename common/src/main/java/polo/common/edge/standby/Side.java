package polo.common.edge.standby;

import java.util.Locale;

/// One of the two stores, as settings name them: `polo.store.url` and `polo.store.standby.url`.
/// Each keeps its name, whichever is in use.
public enum Side {
  PRIMARY,
  STANDBY;

  public Side other() {
    return this == PRIMARY ? STANDBY : PRIMARY;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
