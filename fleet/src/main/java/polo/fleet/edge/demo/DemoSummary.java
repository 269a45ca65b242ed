package polo.fleet.edge.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.Journey;
import polo.common.document.Photo;
import polo.common.document.Place;
import polo.common.document.Trip;
import polo.fleet.edge.documents.PlaceNames;
import polo.fleet.edge.documents.Travels;
import polo.fleet.edge.verbs.Stdio;

/// Travels told to a person at a terminal.
final class DemoSummary {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final Travels travels;
  private final PlaceNames names;
  private final Stdio out;

  DemoSummary(Travels travels, Stdio out) {
    this.travels = travels.shown();
    this.names = PlaceNames.of(this.travels);
    this.out = out;
  }

  void print() throws IOException {
    section("Journeys", travels.journeys().stream().map(this::line));
    section("Trips", travels.trips().stream().map(this::line));
    section(
        "Places",
        travels.places().stream()
            .sorted(Comparator.comparingDouble(Place::dwellSeconds).reversed())
            .map(this::line));
    section(
        "Photos",
        travels.photos().stream().sorted(Comparator.comparing(Photo::uploadedAt)).map(this::line));
    for (String provider : travels.attributions()) {
      out.line("");
      out.line("Addresses " + provider);
    }
  }

  private void section(String heading, Stream<String> lines) throws IOException {
    out.line("");
    out.line(heading);
    for (String line : lines.toList()) {
      out.line("  " + line);
    }
  }

  private String line(Journey journey) {
    return String.format(
        Locale.ROOT,
        "%s  (%s to %s, %s, %d trips, %d photos)",
        journey.title(),
        journey.start().toString().substring(0, 10),
        journey.end().toString().substring(0, 10),
        kilometres(journey.distanceMeters()),
        journey.tripIds().size(),
        travels.journeyPhotos().getOrDefault(journey.id(), List.of()).size());
  }

  private String line(Trip trip) {
    String modes =
        trip.legs().stream()
            .map(leg -> leg.mode().name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining("+"));
    return String.format(
        Locale.ROOT,
        "%-16s %-9s %10s %8s   %s → %s%s",
        local(trip),
        modes,
        kilometres(trip.distanceMeters()),
        hours(Duration.between(trip.start(), trip.end())),
        names.of(trip.fromPlaceId()),
        names.of(trip.toPlaceId()),
        trip.inferred() ? "  (inferred)" : "");
  }

  private String line(Place place) {
    return String.format(
        Locale.ROOT,
        "%-52s %3d %-6s %8s",
        names.of(place.id()),
        place.visits(),
        place.visits() == 1 ? "visit" : "visits",
        hours(Duration.ofSeconds(Math.round(place.dwellSeconds()))));
  }

  private String line(Photo photo) {
    if (photo.renditions().isEmpty()) {
      return "%-24s %s (%s)".formatted(photo.fileName(), photo.outcome(), photo.reason());
    }
    String sizes =
        photo.renditions().stream()
            .map(rendition -> rendition.width() + "×" + rendition.height())
            .collect(Collectors.joining(" "));
    Photo.@Nullable PhotoPosition position = photo.position();
    return String.format(
        Locale.ROOT,
        "%-24s %-44s %-6s %s",
        photo.fileName(),
        where(photo),
        position == null ? "–" : position.source(),
        sizes);
  }

  private String where(Photo photo) {
    @Nullable Address address = photo.address();
    if (photo.placeId() != null) {
      return names.of(photo.placeId());
    }
    return address == null ? "nobody knows where" : String.valueOf(address.place());
  }

  private String local(Trip trip) {
    @Nullable String placeId = trip.fromPlaceId() == null ? trip.toPlaceId() : trip.fromPlaceId();
    return WHEN.withZone(zoneOf(placeId)).format(trip.start());
  }

  private ZoneId zoneOf(@Nullable String placeId) {
    List<Place> found =
        travels.places().stream().filter(place -> place.id().equals(placeId)).toList();
    if (found.isEmpty()) {
      return ZoneOffset.UTC;
    }
    @Nullable Address address = found.getFirst().address();
    return address == null || address.timeZone() == null
        ? ZoneOffset.UTC
        : ZoneId.of(address.timeZone());
  }

  private static String kilometres(double meters) {
    return String.format(Locale.ROOT, "%.1f km", meters / 1000);
  }

  private static String hours(Duration duration) {
    return "%d:%02d h".formatted(duration.toHours(), duration.toMinutesPart());
  }
}
