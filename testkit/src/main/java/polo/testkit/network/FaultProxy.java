package polo.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A TCP proxy on the loopback address whose link can be spoiled while connections run through it.
///
/// What was silenced is gone: a stream that lost bytes makes no sense any more, so a link made good
/// again is best [#cut] too, as a real one is by its time-outs.
public final class FaultProxy implements AutoCloseable {

  private static final int PIECE = 1 << 14;

  private final ServerSocket door;
  private final int serverPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Link link = Link.GOOD;

  private FaultProxy(ServerSocket door, int serverPort) {
    this.door = door;
    this.serverPort = serverPort;
  }

  /// Starts a proxy before the server at `serverPort`, which need not be there yet.
  public static FaultProxy to(int serverPort) throws IOException {
    FaultProxy proxy =
        new FaultProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), serverPort);
    Thread.ofVirtual().name("proxy-door").start(proxy::receive);
    return proxy;
  }

  /// Where clients connect.
  public int port() {
    return door.getLocalPort();
  }

  /// From now on everything that passes fares like this, on old connections as on new ones.
  public void link(Link other) {
    link = other;
  }

  /// Ends all connections at once. New ones are welcome.
  public void cut() {
    open.forEach(FaultProxy::end);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // Closed, or a client that left before it was seen.
      }
    }
  }

  private void connect(Socket client) {
    open.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      open.add(server);
      server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> carry(client, server, Link::there));
      Thread.ofVirtual().start(() -> carry(server, client, Link::back));
    } catch (IOException e) {
      // Nobody there: the client hears it as a connection that ends.
      end(client);
      open.remove(client);
    }
  }

  private void carry(Socket from, Socket to, Function<Link, Link.Way> way) {
    byte[] piece = new byte[PIECE];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(piece);
      while (length >= 0) {
        Link now = link;
        hold(now.delay());
        if (way.apply(now) == Link.Way.OPEN) {
          out.write(piece, 0, length);
        }
        length = in.read(piece);
      }
    } catch (IOException e) {
      // One side ended, or was cut: so ends the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void hold(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
