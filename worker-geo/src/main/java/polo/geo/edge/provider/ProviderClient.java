package polo.geo.edge.provider;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.geo.edge.settings.ProviderSettings;
import tools.jackson.core.JacksonException;

/// Asks a provider over HTTP, once: whatever happens on the way becomes an answer within the time
/// limit. Redirects are not followed, long bodies are not read to their end.
final class ProviderClient implements AutoCloseable {

  private static final int LONGEST_BODY = 64 * 1024;
  private static final Duration AFTER_TOO_MANY = Duration.ofMinutes(1);
  private static final Duration AFTER_A_BAN = Duration.ofMinutes(10);

  private final AddressProvider provider;
  private final BaseUrl base;
  private final Manners manners;
  private final Clock clock;
  private final HttpClient http;

  /// How we introduce ourselves and how long we listen.
  ///
  /// @param userAgent with a way to reach whoever runs this
  /// @param language BCP 47; absent for names as they are written there
  record Manners(String userAgent, @Nullable String language, Duration timeout) {

    /// @throws IllegalArgumentException when nobody says whom to write to about our calls
    static Manners of(ProviderSettings settings) {
      if (!settings.contact().matches("[!-~][ -~]{2,199}")) {
        throw new IllegalArgumentException(
            "polo.geo.provider.contact must say how the provider reaches you: a mail address, a page");
      }
      return new Manners(
          "Polo/1.0 (%s)".formatted(settings.contact()),
          settings.language().isEmpty() ? null : settings.language(),
          settings.timeout());
    }
  }

  ProviderClient(AddressProvider provider, BaseUrl base, Manners manners, Clock clock) {
    this.provider = provider;
    this.base = base;
    this.manners = manners;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(manners.timeout())
            .build();
  }

  ProviderAnswer ask(Coordinate position) {
    Optional<String> refusal = base.refusal();
    if (refusal.isPresent()) {
      return unavailable(refusal.get());
    }
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(
            request(position), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY));
    try {
      return read(call.get(manners.timeout().toMillis(), TimeUnit.MILLISECONDS), position);
    } catch (TimeoutException e) {
      call.cancel(true);
      return unavailable("no answer within " + manners.timeout());
    } catch (ExecutionException e) {
      return unavailable(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return unavailable("interrupted");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest request(Coordinate position) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.with(provider.question(position, manners.language())))
            .timeout(manners.timeout())
            .header("User-Agent", manners.userAgent())
            .header("Accept", "application/json");
    if (manners.language() != null) {
      request.header("Accept-Language", manners.language());
    }
    return request.build();
  }

  private ProviderAnswer read(HttpResponse<byte[]> response, Coordinate position) {
    int status = response.statusCode();
    if (status == 200) {
      return read(response.body(), position);
    }
    String why = "status " + status;
    Optional<Duration> asked = response.headers().firstValue("Retry-After").flatMap(this::patience);
    return switch (status) {
      case 429 -> new ProviderAnswer.Unavailable(why, asked.or(() -> Optional.of(AFTER_TOO_MANY)));
      case 403 -> new ProviderAnswer.Unavailable(why, asked.or(() -> Optional.of(AFTER_A_BAN)));
      default ->
          status >= 500
              ? new ProviderAnswer.Unavailable(why, asked)
              : new ProviderAnswer.Unusable(why);
    };
  }

  private ProviderAnswer read(byte[] body, Coordinate position) {
    try {
      return provider.read(Json.tree(body), position);
    } catch (JacksonException e) {
      return new ProviderAnswer.Unusable("no JSON: " + e.getOriginalMessage());
    }
  }

  /// Seconds or a date, as RFC 9110 has it; absent when it is neither.
  private Optional<Duration> patience(String retryAfter) {
    String text = retryAfter.strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), when);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ProviderAnswer unavailable(String why) {
    return new ProviderAnswer.Unavailable(why, Optional.empty());
  }
}
