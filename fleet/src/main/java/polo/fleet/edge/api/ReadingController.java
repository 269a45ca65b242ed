package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import polo.common.edge.store.Documents;
import polo.common.time.TimeSpan;
import polo.fleet.edge.documents.Timeline;
import polo.fleet.edge.documents.TimelineMap;
import polo.fleet.edge.documents.UserReader;

/// What was derived of a user, in parts. Each answer has an ETag that follows from its content.
@RestController
class ReadingController {

  private static final int MOST = 1000;

  private final Documents documents;

  ReadingController(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/v1/users/{userId}/timeline")
  ResponseEntity<byte[]> timeline(
      HttpServletRequest request,
      @PathVariable("userId") String userId,
      @RequestParam("from") String from,
      @RequestParam("to") String to,
      @RequestParam(name = "format", required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    TimeSpan span = SpanQuery.of(from, to);
    TimelineFormat wanted = TimelineFormat.of(format, accept);
    return of(
        userId,
        request,
        user -> {
          Timeline timeline = user.timeline(span);
          return switch (wanted) {
            case JSON -> Answers.tagged(timeline);
            case GEOJSON ->
                Answers.tagged(
                    new TimelineMap(timeline, user.trips(timeline)).geoJson(), wanted.type());
            case GPX ->
                Answers.tagged(
                    new TimelineMap(timeline, user.trips(timeline)).gpx(), wanted.type());
          };
        });
  }

  @GetMapping("/v1/users/{userId}/trips/{id}")
  ResponseEntity<byte[]> trip(
      HttpServletRequest request,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id) {
    return one("trip", userId, request, user -> user.trip(id));
  }

  @GetMapping("/v1/users/{userId}/places")
  ResponseEntity<byte[]> places(HttpServletRequest request, @PathVariable("userId") String userId) {
    return of(userId, request, user -> Answers.tagged(Map.of("places", user.places())));
  }

  @GetMapping("/v1/users/{userId}/places/{id}")
  ResponseEntity<byte[]> place(
      HttpServletRequest request,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id) {
    return one("place", userId, request, user -> user.place(id));
  }

  @GetMapping("/v1/users/{userId}/journeys")
  ResponseEntity<byte[]> journeys(
      HttpServletRequest request, @PathVariable("userId") String userId) {
    return of(userId, request, user -> Answers.tagged(Map.of("journeys", user.journeys())));
  }

  @GetMapping("/v1/users/{userId}/journeys/{id}")
  ResponseEntity<byte[]> journey(
      HttpServletRequest request,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id) {
    return one("journey", userId, request, user -> user.journey(id));
  }

  /// Page by page: `next`, when there is more, is what `after` wants to be.
  @GetMapping("/v1/users/{userId}/photos")
  ResponseEntity<byte[]> photos(
      HttpServletRequest request,
      @PathVariable("userId") String userId,
      @RequestParam(name = "from", defaultValue = "1970-01-01") String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    Instant start = SpanQuery.moment("from", from);
    Instant end = to == null ? SpanQuery.END : SpanQuery.moment("to", to);
    if (end.isBefore(start)) {
      throw SpanQuery.refused("from must be before to");
    }
    int most = Math.clamp(limit, 1, MOST);
    return of(
        userId,
        request,
        user -> {
          List<String> ids = user.photoIds(new TimeSpan(start, end));
          int begin = after == null ? 0 : ids.indexOf(after) + 1;
          if (after != null && begin == 0) {
            throw SpanQuery.refused("after is no photo of the span");
          }
          List<String> page = ids.subList(begin, Math.min(ids.size(), begin + most));
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("photos", user.photos(page));
          if (begin + most < ids.size()) {
            answer.put("next", page.getLast());
          }
          return Answers.tagged(answer);
        });
  }

  private ResponseEntity<byte[]> one(
      String what,
      String userId,
      HttpServletRequest request,
      Function<UserReader, Optional<?>> item) {
    return of(
        userId,
        request,
        user -> item.apply(user).map(Answers::tagged).orElseGet(() -> notFound(what, request)));
  }

  private ResponseEntity<byte[]> of(
      String userId,
      HttpServletRequest request,
      Function<UserReader, ResponseEntity<byte[]>> answer) {
    return UserReader.of(userId, documents).map(answer).orElseGet(() -> notFound("user", request));
  }

  private static ResponseEntity<byte[]> notFound(String what, HttpServletRequest request) {
    return Problem.of(ProblemCode.NOT_FOUND, "there is no such " + what).response(request);
  }
}
