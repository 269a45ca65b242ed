package polo.fleet.edge.console;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;
import polo.common.document.Journey;
import polo.common.document.Photo;
import polo.common.document.Place;
import polo.common.document.Trip;
import polo.fleet.edge.documents.PlaceNames;
import polo.fleet.edge.documents.Travels;

/// One user's travels as a plain page: journeys, trips, places, photos. What the user hid is not
/// there.
final class TravelsPage {

  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>Polo</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-weight: 600; } h2 { margin-top: 2.5rem; font-weight: 600; }
      table { border-collapse: collapse; width: 100%; }
      td, th { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
      .photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1rem; }
      figure { margin: 0; } img { width: 100%; height: 9rem; object-fit: cover; border-radius: .4rem; }
      figcaption { font-size: .85rem; opacity: .8; }
      </style></head><body>
      """;
  private static final String FOOT =
      """
      <footer><p><small>Places © GeoNames CC BY 4.0; boundaries and time zones © OpenStreetMap
      contributors ODbL; Natural Earth.</small></p></footer></body></html>
      """;

  private TravelsPage() {}

  static String users(List<String> users) {
    StringBuilder html = new StringBuilder(HEAD).append("<h1>Polo</h1><ul>");
    for (String user : users) {
      html.append(
          "<li><a href=\"/users/%s\">%s</a></li>"
              .formatted(UriUtils.encodePathSegment(user, StandardCharsets.UTF_8), text(user)));
    }
    return html.append("</ul>").append(FOOT).toString();
  }

  static String of(Travels all) {
    Travels travels = all.shown();
    PlaceNames names = PlaceNames.of(travels);
    StringBuilder html = new StringBuilder(HEAD);
    html.append("<h1>%s</h1>".formatted(text(travels.userId())));
    html.append("<h2>Journeys</h2><table>");
    travels.journeys().forEach(journey -> html.append(row(journey, travels)));
    html.append("</table><h2>Photos</h2><div class=\"photos\">");
    travels.photos().forEach(photo -> html.append(figure(photo, names)));
    html.append("</div><h2>Trips</h2><table>");
    travels.trips().forEach(trip -> html.append(row(trip, names)));
    html.append("</table><h2>Places</h2><table>");
    travels.places().stream()
        .sorted((a, b) -> Double.compare(b.dwellSeconds(), a.dwellSeconds()))
        .forEach(place -> html.append(row(place, names)));
    return html.append("</table>").append(attributions(travels)).append(FOOT).toString();
  }

  /// Providers want to be named where their addresses are shown.
  private static String attributions(Travels travels) {
    return travels.attributions().stream()
        .map(provider -> "<p><small>Addresses %s</small></p>".formatted(text(provider)))
        .collect(Collectors.joining());
  }

  private static String row(Journey journey, Travels travels) {
    int photos = travels.journeyPhotos().getOrDefault(journey.id(), List.of()).size();
    return "<tr><td>%s</td><td>%s</td><td class=n>%d days</td><td class=n>%s</td><td class=n>%s</td></tr>"
        .formatted(
            text(journey.title()),
            text(journey.start().toString().substring(0, 10)),
            journey.days(),
            kilometres(journey.distanceMeters()),
            photos == 0 ? "" : photos == 1 ? "1 photo" : photos + " photos");
  }

  private static String row(Trip trip, PlaceNames names) {
    String mode =
        trip.legs().isEmpty() ? "" : trip.legs().getFirst().mode().name().toLowerCase(Locale.ROOT);
    return "<tr><td>%s</td><td>%s → %s</td><td>%s</td><td class=n>%s</td></tr>"
        .formatted(
            text(trip.start().toString().substring(0, 16).replace('T', ' ')),
            text(names.of(trip.fromPlaceId())),
            text(names.of(trip.toPlaceId())),
            text(mode),
            kilometres(trip.distanceMeters()));
  }

  private static String row(Place place, PlaceNames names) {
    return "<tr><td>%s</td><td class=n>%d visits</td><td class=n>%.1f h</td></tr>"
        .formatted(text(names.of(place.id())), place.visits(), place.dwellSeconds() / 3600);
  }

  private static String figure(Photo photo, PlaceNames names) {
    Map<String, String> byName = new HashMap<>();
    photo.renditions().forEach(rendition -> byName.put(rendition.name(), rendition.blobKey()));
    @Nullable String small = byName.getOrDefault("512", byName.get("256"));
    String image =
        small == null ? "" : "<img loading=\"lazy\" alt=\"\" src=\"/%s\">".formatted(small);
    String caption = photo.reason() == null ? names.of(photo.placeId()) : photo.reason();
    return "<figure>%s<figcaption>%s<br>%s</figcaption></figure>"
        .formatted(image, text(String.valueOf(photo.fileName())), text(caption));
  }

  private static String kilometres(double meters) {
    return String.format(Locale.ROOT, "%.1f km", meters / 1000);
  }

  private static String text(String raw) {
    return HtmlUtils.htmlEscape(raw);
  }
}
