package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A door with nothing behind it but an echo of what came through: a real server on a free port.
record Doorway(ConfigurableApplicationContext application, HttpClient http)
    implements AutoCloseable {

  /// A door with these settings, as names and values by turns.
  static Doorway with(String... settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 0);
    // There are no lanes here whose health could be asked for.
    properties.put("management.endpoint.health.validate-group-membership", false);
    for (int i = 0; i < settings.length; i += 2) {
      properties.put(settings[i], settings[i + 1]);
    }
    return new Doorway(
        new SpringApplicationBuilder(Application.class)
            .bannerMode(Banner.Mode.OFF)
            .properties(properties)
            .run(),
        HttpClient.newHttpClient());
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  HttpResponse<String> post(String path, String body) {
    return send(to(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// What comes back for these very bytes, until the server closes the connection.
  String raw(String request) {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return rest(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What comes back when the head is followed by so many bytes, one at a time.
  String dripping(String head, int bytes, long millisBetween) {
    try (Socket socket = socket()) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < bytes && socket.getInputStream().available() == 0; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(millisBetween);
      }
      return rest(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Socket socket() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    http.close();
    application.close();
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(DoorWiring.class)
  static class Application {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Echo echo() {
      return new Echo();
    }
  }

  /// Says how many bytes came, and whose they were.
  @RestController
  static class Echo {

    @RequestMapping({"/v1/jobs", "/v1/fixes", "/v1/photos", "/v1/users/{userId}", "/v1/status"})
    ResponseEntity<String> echo(HttpServletRequest request) throws IOException {
      long bytes = request.getInputStream().transferTo(OutputStream.nullOutputStream());
      String caller = Optional.of(Caller.of(request)).map(Caller::name).orElseThrow();
      return ResponseEntity.ok("%d bytes of %s".formatted(bytes, caller));
    }

    @RequestMapping("/v1/broken")
    ResponseEntity<String> broken() {
      throw new IllegalStateException("secret of ours");
    }
  }
}
