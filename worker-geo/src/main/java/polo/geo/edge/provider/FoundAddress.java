package polo.geo.edge.provider;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.RefinedAddress;
import tools.jackson.databind.JsonNode;

/// What a provider knows at a position.
///
/// @param name of what is there: a shop, a station
/// @param attribution what must be shown with it
public record FoundAddress(
    @Nullable String name,
    @Nullable String street,
    @Nullable String houseNumber,
    @Nullable String postcode,
    @Nullable String district,
    @Nullable String city,
    String attribution) {

  /// A house or a venue farther off than this says nothing about where someone was.
  static final double REACH_METERS = 100;

  private static final int LONGEST = 200;

  /// The found address, or nothing when nothing is known.
  ProviderAnswer answer() {
    boolean knowsAnything = Stream.of(name, street, district, city).anyMatch(part -> part != null);
    return knowsAnything ? new ProviderAnswer.Found(this) : new ProviderAnswer.Nothing();
  }

  RefinedAddress refined(String cell, String source, Instant at) {
    return new RefinedAddress(
        cell, name, street, houseNumber, postcode, district, city, source, attribution, at);
  }

  /// The first of these members that is a text worth showing; absent when there is none.
  static @Nullable String text(JsonNode object, String... members) {
    for (String member : members) {
      String text = object.path(member).stringValue("").strip();
      boolean showable = text.chars().noneMatch(Character::isISOControl);
      if (!text.isEmpty() && text.length() <= LONGEST && showable) {
        return text;
      }
    }
    return null;
  }
}
