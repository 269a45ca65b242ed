package polo.fleet.edge.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import polo.common.job.ReasonCode;

/// A request whose body ends where the limits are: in bytes, and in time. A body in small drops
/// would keep a thread for hours, each drop in time.
final class GuardedBody extends HttpServletRequestWrapper {

  private final Limits limits;
  private final long began = System.nanoTime();
  private final Guarded guarded;

  /// @param bytes at most
  /// @param time in which all must be there, or else have come at [#bytesPerSecond]
  record Limits(long bytes, Duration time, long bytesPerSecond) {}

  GuardedBody(HttpServletRequest request, Limits limits) throws IOException {
    super(request);
    this.limits = limits;
    this.guarded = new Guarded(request.getInputStream());
  }

  @Override
  public ServletInputStream getInputStream() {
    return guarded;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(guarded, StandardCharsets.UTF_8));
  }

  /// Reads and forgets what nobody wanted, so that the sender gets to read the answer; at most so
  /// much of it, and not for long.
  void drain(long bytes, Duration time) {
    byte[] forgotten = new byte[8192];
    long deadline = System.nanoTime() + time.toNanos();
    try {
      long left = bytes;
      int read = 0;
      while (read >= 0 && left > 0 && System.nanoTime() < deadline) {
        read = guarded.in.read(forgotten);
        left -= read;
      }
    } catch (IOException e) {
      // Whoever sent it is gone: nothing is left to be read.
    }
  }

  private final class Guarded extends ServletInputStream {

    private final ServletInputStream in;
    private long count;

    Guarded(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        count += read;
        check();
      }
      return read;
    }

    private void check() throws BodyRefusedException {
      if (count > limits.bytes()) {
        throw new BodyRefusedException(tooLarge(limits.bytes()));
      }
      long nanos = System.nanoTime() - began;
      boolean late = nanos > limits.time().toNanos();
      if (late && count < nanos / 1e9 * limits.bytesPerSecond()) {
        throw new BodyRefusedException(tooSlow());
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }

  static Problem tooLarge(long limit) {
    return Problem.of(
        ReasonCode.BODY_TOO_LARGE, "the body has more than %d bytes".formatted(limit));
  }

  static Problem tooSlow() {
    return Problem.of(ProblemCode.BODY_TOO_SLOW, "the body did not come in time");
  }
}
