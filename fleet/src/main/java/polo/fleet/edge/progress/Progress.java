package polo.fleet.edge.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a piece of work is: a bar on a terminal, a plain line every few seconds elsewhere (logs,
/// pipes), and nothing at all when the work is done before the first line is due.
///
/// Not thread-safe: one thread reports.
public final class Progress implements AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  /// Terminals are at least this wide; asking how wide would load a native library.
  private static final int WIDTH = 79;

  private static final long MEGABYTE = 1 << 20;

  private final String task;
  private final String unit;
  private final long unitSize;
  private final PrintStream err;
  private final @Nullable ProgressBar bar;
  private final long started = System.nanoTime();
  private long nextLine = started + BETWEEN_LINES.toNanos();
  private long total;
  private long done;
  private boolean open;
  private Supplier<String> detail = () -> "";

  private Progress(String task, String unit, long unitSize, PrintStream err) {
    this.task = task;
    this.unit = unit;
    this.unitSize = unitSize;
    this.err = err;
    this.bar = isTerminal() ? bar() : null;
  }

  /// Progress through so many bytes, told on `err`.
  ///
  /// @param task what is done, in a word or two
  public static Progress throughBytes(String task, long total, PrintStream err) {
    return new Progress(task, " MB", MEGABYTE, err).of(total);
  }

  /// Progress through a number of things that may grow while they are worked on; see [#left].
  ///
  /// @param things what is worked on, as in "jobs"
  public static Progress throughItems(String things, PrintStream err) {
    return new Progress(things, "", 1, err);
  }

  /// What else to tell, asked only when something is shown.
  public Progress telling(Supplier<String> detail) {
    this.detail = detail;
    return this;
  }

  /// So much more is done.
  public void advance(long amount) {
    done += amount;
    show();
  }

  /// So much is left to do. More than ever before means that there is more work than was known.
  public void left(long left) {
    open = true;
    of(Math.max(total, left));
    done = total - left;
    show();
  }

  /// How long it has taken so far.
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private Progress of(long total) {
    this.total = total;
    if (bar != null) {
      bar.maxHint(total);
    }
    return this;
  }

  private void show() {
    if (bar != null) {
      bar.stepTo(Math.min(done, total));
      bar.setExtraMessage(" " + detail.get());
    } else if (System.nanoTime() >= nextLine) {
      nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
      err.println(line());
    }
  }

  private String line() {
    String more = detail.get();
    return task + ": " + (open ? left() : share()) + (more.isEmpty() ? "" : ", " + more);
  }

  private String left() {
    return "%,d left".formatted(total - done);
  }

  private String share() {
    double percent = total == 0 ? 100 : 100.0 * done / total;
    return "%.0f %% of %,d%s".formatted(percent, total / unitSize, unit);
  }

  private ProgressBar bar() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(0)
        .setUnit(unit, unitSize)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
        .clearDisplayOnFinish()
        .build();
  }

  /// The launcher says so: Java knows only whether its other two streams are a terminal.
  private static boolean isTerminal() {
    return Boolean.getBoolean("polo.terminal");
  }
}
