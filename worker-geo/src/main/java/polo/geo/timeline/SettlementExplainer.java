package polo.geo.timeline;

import static polo.geo.timeline.Wording.count;
import static polo.geo.timeline.Wording.share;
import static polo.geo.timeline.Wording.time;
import static polo.geo.timeline.Wording.way;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import polo.common.document.Place;
import polo.common.document.PlaceUse;
import polo.common.document.PlaceUse.Role;
import polo.geo.journey.JourneyGround;
import polo.geo.pin.Pins;
import polo.geo.pin.PlacePin;
import polo.geo.place.PlaceFinder;
import polo.geo.timeline.PlaceExplanation.PlaceEvidence;
import polo.geo.timeline.PlaceExplanation.RoleEvidence;

/// Explains what was settled about all stays of a user: places, what they are to the user, and
/// journeys. The settler is the one that settled it.
public record SettlementExplainer(Settler settler) {

  /// Each journey, by start.
  public List<JourneyExplanation> journeys(Settlement settlement) {
    return settler
        .journeyFinder()
        .find(settlement.stays(), settlement.trips(), settler.geocoder())
        .grounds()
        .stream()
        .map(this::journey)
        .toList();
  }

  private JourneyExplanation journey(JourneyGround ground) {
    boolean far = ground.furthestMeters() >= settler.journeyFinder().farMeters();
    String away =
        "%s from home at its furthest, with %s away"
            .formatted(way(ground.furthestMeters()), count(ground.nights(), "night"));
    return new JourneyExplanation(
        far ? Rule.FAR_AWAY : Rule.NIGHT_AWAY,
        "%s; %s is far enough%s"
            .formatted(away, way(ground.thresholdMeters()), far ? "" : " for a night"),
        ground);
  }

  /// Each place, by id.
  public List<PlaceExplanation> places(Settlement settlement, Pins pins) {
    Set<String> pinned = pins.places().stream().map(PlacePin::id).collect(Collectors.toSet());
    List<Place> places = settlement.places();
    return places.stream()
        .map(place -> place(place, pinned.contains(place.id()), role(place, places)))
        .toList();
  }

  private PlaceExplanation place(Place place, boolean pinned, @Nullable RoleEvidence role) {
    PlaceFinder finder = settler.placeFinder();
    Rule rule = rule(place, pinned);
    String visited =
        "%s, %s in all"
            .formatted(
                count(place.visits(), "visit"), time(Math.round(1000 * place.dwellSeconds())));
    return new PlaceExplanation(
        place.id(),
        rule,
        rule == Rule.PINNED ? "pinned by the user; " + visited : visited,
        new PlaceEvidence(
            place.visits(),
            finder.leastVisits(),
            place.dwellSeconds(),
            finder.leastDwell().toMillis() / 1000.0,
            place.radiusMeters(),
            finder.reachMeters()),
        role);
  }

  private Rule rule(Place place, boolean pinned) {
    if (pinned) {
      return Rule.PINNED;
    }
    return place.visits() >= settler.placeFinder().leastVisits()
        ? Rule.VISITED_OFTEN
        : Rule.DWELT_LONG;
  }

  private static @Nullable RoleEvidence role(Place place, List<Place> places) {
    PlaceUse use = place.use();
    Role role = use == null ? null : use.role();
    if (use == null || role == null) {
      return null;
    }
    List<PlaceUse> all = places.stream().map(Place::use).filter(Objects::nonNull).toList();
    int allNights = all.stream().mapToInt(PlaceUse::nights).sum();
    double allWork =
        all.stream()
            .filter(other -> other.role() != Role.HOME)
            .mapToDouble(PlaceUse::weekdaySeconds)
            .sum();
    return new RoleEvidence(
        role,
        because(role, use, allNights, allWork),
        use.confidence(),
        use.nights(),
        allNights,
        use.weekdaySeconds(),
        allWork,
        use.workdays());
  }

  private static String because(Role role, PlaceUse use, int allNights, double allWork) {
    return switch (role) {
      case HOME -> "%d of %s were slept here".formatted(use.nights(), count(allNights, "night"));
      case WORK ->
          "%s of working hours on %s, %s of those not at home"
              .formatted(
                  time(Math.round(1000 * use.weekdaySeconds())),
                  count(use.workdays(), "weekday"),
                  share(use.weekdaySeconds() / allWork));
    };
  }
}
