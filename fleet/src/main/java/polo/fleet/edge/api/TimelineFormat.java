package polo.fleet.edge.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// In which form a span of a timeline is wanted.
enum TimelineFormat {
  JSON("application/json"),
  GEOJSON("application/geo+json"),
  GPX("application/gpx+xml");

  private final String type;

  TimelineFormat(String type) {
    this.type = type;
  }

  MediaType type() {
    return MediaType.parseMediaType(type);
  }

  /// By `?format`, else the first that `Accept` names, else JSON.
  static TimelineFormat of(@Nullable String format, @Nullable String accept) {
    if (format == null) {
      return accepted(accept).orElse(JSON);
    }
    for (TimelineFormat known : values()) {
      if (known.name().equalsIgnoreCase(format)) {
        return known;
      }
    }
    throw SpanQuery.refused("format is json, geojson or gpx, not " + format);
  }

  private static Optional<TimelineFormat> accepted(@Nullable String accept) {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      for (MediaType each : wanted) {
        for (TimelineFormat known : values()) {
          if (each.includes(known.type())) {
            return Optional.of(known);
          }
        }
      }
      return Optional.empty();
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }
}
