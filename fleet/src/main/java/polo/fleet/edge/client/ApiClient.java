package polo.fleet.edge.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import polo.common.edge.json.Json;

/// A fleet's API, asked by a verb. An answer of 400 and more is thrown as [ApiRefusedException].
public final class ApiClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// Long enough for a look at every partition of a broker that is busy.
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final URI base;
  private final @Nullable String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /// A way to the API at `base`.
  ///
  /// @param base such as `http://127.0.0.1:8080`
  /// @param token absent where none is needed
  public ApiClient(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  public URI base() {
    return base;
  }

  /// A segment of a path, whatever characters an id has.
  public static String segment(String id) {
    return UriUtils.encode(id, StandardCharsets.UTF_8);
  }

  /// Asks for what is there.
  ///
  /// @param path from `/v1` on, encoded, with its query
  public ApiAnswer get(String path) throws IOException {
    return send("GET", path, BodyPublishers.noBody());
  }

  /// Sends a value as JSON.
  public ApiAnswer send(String method, String path, Object body) throws IOException {
    return send(method, path, BodyPublishers.ofByteArray(Json.bytes(body)));
  }

  private ApiAnswer send(String method, String path, BodyPublisher body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER)
            .method(method, body)
            .header("Accept", "application/json, application/problem+json")
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return answer(request.build());
  }

  private ApiAnswer answer(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      ApiAnswer answer = new ApiAnswer(response.statusCode(), response.headers(), response.body());
      if (answer.status() >= 400) {
        throw ApiRefusedException.of(answer);
      }
      return answer;
    } catch (ConnectException e) {
      ConnectException told = new ConnectException("nobody answers at " + base);
      told.initCause(e);
      throw told;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + base);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
