package polo.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

  private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
  private ServerSocket echo;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = FaultProxy.to(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void a_good_link_carries_both_ways() throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(7);

      assertThat(client.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void a_cut_ends_what_runs_and_lets_others_in() throws IOException {
    try (Socket before = connect()) {
      before.getOutputStream().write(1);
      assertThat(before.getInputStream().read()).isEqualTo(1);

      proxy.cut();

      assertThat(endOf(before)).isTrue();
    }
    try (Socket after = connect()) {
      after.getOutputStream().write(2);
      assertThat(after.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void a_half_open_link_asks_and_never_answers() throws IOException, InterruptedException {
    try (Socket client = connect()) {
      proxy.link(Link.HALF_OPEN);

      client.getOutputStream().write(3);

      assertThat(arrived.take()).isEqualTo(3);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void nothing_comes_out_of_a_black_hole() throws IOException {
    try (Socket client = connect()) {
      proxy.link(Link.BLACK_HOLE);

      client.getOutputStream().write(4);

      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(arrived).isEmpty();
    }
  }

  @Test
  void a_slow_link_loses_nothing() throws IOException {
    try (Socket client = connect()) {
      proxy.link(Link.slow(Duration.ofMillis(20)));

      client.getOutputStream().write(5);

      assertThat(client.getInputStream().read()).isEqualTo(5);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(1000);
    return client;
  }

  private static boolean endOf(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket client = echo.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void echo(Socket client) {
    try (client) {
      int read = client.getInputStream().read();
      while (read >= 0) {
        arrived.add(read);
        client.getOutputStream().write(read);
        read = client.getInputStream().read();
      }
    } catch (IOException e) {
      // The client left.
    }
  }
}
