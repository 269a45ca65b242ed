package polo.fleet.edge.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes went by.
final class CountedInputStream extends FilterInputStream {

  private final LongConsumer consumed;

  CountedInputStream(InputStream in, LongConsumer consumed) {
    super(in);
    this.consumed = consumed;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    consumed.accept(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    consumed.accept(Math.max(0, count));
    return count;
  }
}
