package polo.fleet.edge.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/// Everything that comes in by HTTP passes here first, pages and API alike; only `/actuator` has no
/// door, for orchestrators ask by any name.
///
/// The rule of tokens: where one is configured, nothing goes without. Where none is, whoever comes
/// from this very machine may read, and in an embedded fleet also write; nobody else may do
/// anything. A request that a proxy passed on comes from elsewhere.
final class Door extends OncePerRequestFilter {

  private static final String ACTUATOR = "/actuator/";
  private static final String PHOTOS = "/v1/photos";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  /// Of a body nobody wants so much is read, so that its sender gets to read the answer.
  private static final long FORGOTTEN = 4L << 20;

  private static final Duration FORGETTING = Duration.ofSeconds(2);

  /// Tokens may be mistyped, not guessed.
  private static final double WRONG_TOKENS_A_SECOND = 0.2;

  private static final int WRONG_TOKENS_AT_ONCE = 10;

  private final ApiSettings settings;
  private final Hosts hosts;
  private final Tokens tokens;
  private final RateLimit rate;
  private final RateLimit wrongTokens;

  Door(ApiSettings settings, InstantSource clock) {
    this.settings = settings;
    this.hosts = new Hosts(Set.copyOf(settings.hosts()));
    this.tokens = Tokens.of(settings);
    this.rate = new RateLimit(settings.rate(), settings.burst(), clock);
    this.wrongTokens = new RateLimit(WRONG_TOKENS_A_SECOND, WRONG_TOKENS_AT_ONCE, clock);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(ACTUATOR);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hosts.knows(request)) {
      turnAway(response);
      return;
    }
    response.setHeader("X-Request-Id", Trace.of(request).id());
    response.setHeader("X-Content-Type-Options", "nosniff");
    GuardedBody guarded = new GuardedBody(request, limits(request));
    Optional<Problem> refusal = refusal(request);
    if (refusal.isPresent()) {
      refuse(refusal.get(), guarded, response);
    } else {
      chain.doFilter(guarded, response);
    }
    if (!guarded.getInputStream().isFinished()) {
      response.flushBuffer();
      guarded.drain(FORGOTTEN, FORGETTING);
    }
  }

  /// No word more than needed to whoever wants somebody else.
  private static void turnAway(HttpServletResponse response) {
    response.setStatus(ProblemCode.HOST_UNKNOWN.status());
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentLength(0);
  }

  private void refuse(Problem problem, GuardedBody request, HttpServletResponse response)
      throws IOException {
    if (problem.status() == 401) {
      // Browsers ask for a password then, which is the token.
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Polo\", charset=\"UTF-8\"");
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Polo\"");
    }
    problem.write(request, response);
  }

  private GuardedBody.Limits limits(HttpServletRequest request) {
    boolean photo = request.getRequestURI().equals(PHOTOS);
    return new GuardedBody.Limits(
        (photo ? settings.maxPhoto() : settings.maxBody()).toBytes(),
        settings.bodyTime(),
        settings.bodyRate().toBytes());
  }

  /// Why the request goes no further; absent when it does.
  private Optional<Problem> refusal(HttpServletRequest request) {
    return senseless(request)
        .or(() -> unknown(request))
        .or(() -> tooMany(request))
        .or(() -> notAllowed(request))
        .or(() -> tooLarge(request));
  }

  private static Optional<Problem> senseless(HttpServletRequest request) {
    if (!METHODS.contains(request.getMethod())) {
      return problem(ProblemCode.METHOD_NOT_ALLOWED, "no such method here");
    }
    String path = request.getRequestURI();
    boolean strange =
        path.contains(";")
            || path.contains("//")
            || segments(path).stream().anyMatch(Door::leadsElsewhere);
    if (strange) {
      return problem(ProblemCode.REQUEST_INVALID, "the path has segments that mean nothing here");
    }
    String type = request.getContentType();
    if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return problem(ProblemCode.CONTENT_TYPE_UNSUPPORTED, "forms are not read here; send JSON");
    }
    return Optional.empty();
  }

  private static boolean leadsElsewhere(String segment) {
    return Arrays.stream(segment.split("/"))
        .anyMatch(name -> name.equals(".") || name.equals(".."));
  }

  /// Finds out who asks, and remembers it with the request.
  private Optional<Problem> unknown(HttpServletRequest request) {
    String token = token(request);
    if (token == null && tokens.areNone()) {
      return stranger(request);
    }
    if (token == null) {
      return problem(ProblemCode.TOKEN_MISSING, "send a token: Authorization: Bearer …");
    }
    Optional<Caller> caller = tokens.callerOf(token);
    caller.ifPresent(known -> known.come(request));
    return caller.isPresent() ? Optional.empty() : wrongToken(request);
  }

  private Optional<Problem> stranger(HttpServletRequest request) {
    if (!isFromThisMachine(request)) {
      return problem(
          ProblemCode.TOKEN_MISSING,
          "no token is configured here (polo.api.token-file), so only this machine itself may ask");
    }
    new Caller("this machine", settings.open() ? new Access.Everything() : new Access.Reading())
        .come(request);
    return Optional.empty();
  }

  private Optional<Problem> wrongToken(HttpServletRequest request) {
    int wait = wrongTokens.take(request.getRemoteAddr());
    return wait > 0
        ? Optional.of(tooMany(wait))
        : problem(ProblemCode.TOKEN_UNKNOWN, "nobody has this token");
  }

  private Optional<Problem> tooMany(HttpServletRequest request) {
    int wait = rate.take(Caller.of(request).name());
    return wait > 0 ? Optional.of(tooMany(wait)) : Optional.empty();
  }

  private static Problem tooMany(int wait) {
    ProblemCode code = ProblemCode.TOO_MANY_REQUESTS;
    return new Problem(code.status(), code.name(), "too many requests; wait a little", wait);
  }

  private static Optional<Problem> notAllowed(HttpServletRequest request) {
    boolean writes = !Access.READING.contains(request.getMethod());
    if (writes && !Hosts.isOwnPage(request)) {
      return problem(ProblemCode.CROSS_SITE, "a page of another site may not change anything here");
    }
    Access access = Caller.of(request).access();
    if (!access.mayAsk(request.getMethod(), segments(request.getRequestURI()))) {
      return problem(ProblemCode.NOT_ALLOWED, forbidden(access));
    }
    return Optional.empty();
  }

  private static String forbidden(Access access) {
    return switch (access) {
      case Access.Everything _ -> "not allowed";
      case Access.Reading _ -> "this may be read only; writing needs a token (polo.api.token-file)";
      case Access.OneUser(var user) -> "this token is for what is of user %s".formatted(user);
    };
  }

  private Optional<Problem> tooLarge(HttpServletRequest request) {
    long most = limits(request).bytes();
    return request.getContentLengthLong() > most
        ? Optional.of(GuardedBody.tooLarge(most))
        : Optional.empty();
  }

  /// A bearer token, or the password of those who can only send passwords; absent when there is
  /// neither.
  private static @Nullable String token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    String[] words = header.strip().split("\\s+", 2);
    if (words.length < 2) {
      return "";
    }
    return switch (words[0]) {
      case "Bearer", "bearer" -> words[1];
      case "Basic", "basic" -> password(words[1]);
      default -> "";
    };
  }

  private static String password(String credentials) {
    try {
      byte[] decoded = Base64.getDecoder().decode(credentials);
      String text = new String(decoded, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isFromThisMachine(HttpServletRequest request) {
    return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
        && FORWARDED.stream().allMatch(name -> request.getHeader(name) == null);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(Door::decoded)
        .toList();
  }

  private static String decoded(String segment) {
    try {
      return UriUtils.decode(segment, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "..";
    }
  }

  private static Optional<Problem> problem(ProblemCode code, String detail) {
    return Optional.of(Problem.of(code, detail));
  }
}
