package polo.fleet.edge.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;

/// Keeps what a reader handed on.
final class Recorded implements FixSink {

  /// A fix with what the file says about its owner.
  record Row(@Nullable String user, @Nullable String device, Fix fix) {}

  final List<Row> rows = new ArrayList<>();
  final List<Flaw> flaws = new ArrayList<>();

  static Recorded of(FixFileReader reader, String content) {
    Recorded recorded = new Recorded();
    try {
      reader.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), recorded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return recorded;
  }

  List<Fix> fixes() {
    return rows.stream().map(Row::fix).toList();
  }

  @Override
  public void fix(@Nullable String user, @Nullable String device, Fix fix) {
    rows.add(new Row(user, device, fix));
  }

  @Override
  public void flaw(Flaw flaw) {
    flaws.add(flaw);
  }
}
