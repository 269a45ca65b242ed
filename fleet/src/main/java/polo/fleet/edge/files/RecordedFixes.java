package polo.fleet.edge.files;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;

/// All fixes of some files in memory, by user, at the precision fixes are stored with. A fix costs
/// about 60 bytes.
public final class RecordedFixes {

  /// The device of fixes whose file does not name one, here and when they are imported.
  public static final String DEVICE = "import";

  private final SortedMap<String, FixTable> users = new TreeMap<>();
  private final String nobody;

  /// @param nobody the user of fixes whose file does not name one
  public RecordedFixes(String nobody) {
    this.nobody = nobody;
  }

  public void add(@Nullable String user, @Nullable String device, Fix fix) {
    users
        .computeIfAbsent(Objects.requireNonNullElse(user, nobody), name -> new FixTable())
        .add(Objects.requireNonNullElse(device, DEVICE), fix.rounded());
  }

  /// The users, in order.
  public Collection<String> users() {
    return users.keySet();
  }

  /// The fixes of one user in the order they came. They are objects only while they are looked at.
  public Collection<DeviceFix> of(String user) {
    FixTable fixes = users.get(user);
    return fixes == null ? List.of() : fixes;
  }

  public long size() {
    return users.values().stream().mapToLong(FixTable::size).sum();
  }
}
