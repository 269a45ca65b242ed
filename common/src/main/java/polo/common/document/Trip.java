package polo.common.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Movement between two stays, made of legs.
///
/// @param fromStayId the stay it leaves; absent when the record begins with movement
/// @param toStayId the stay it reaches; absent when the record ends with movement
/// @param fromPlaceId place of `fromStayId`, when it has one. Absent in the trip's document: places
///   move with every new visit, so the month's [TripEntry] says which they are
/// @param toPlaceId place of `toStayId`, likewise
/// @param averageSpeedMps distance over duration
/// @param maxSpeedMps of the smoothed track
/// @param climbMeters total ascent; absent when the device gave no altitude
/// @param inferred true when no fix was seen on the way
/// @param confidence 0 to 1
/// @param waits pauses on the way in time order; empty in documents older than waits
/// @param derivation that made it; absent outside documents, and in those older than versions
public record Trip(
    String id,
    Instant start,
    Instant end,
    @Nullable String fromStayId,
    @Nullable String toStayId,
    @Nullable String fromPlaceId,
    @Nullable String toPlaceId,
    double distanceMeters,
    double durationSeconds,
    double averageSpeedMps,
    double maxSpeedMps,
    @Nullable Double climbMeters,
    boolean inferred,
    double confidence,
    List<Leg> legs,
    List<Wait> waits,
    @Nullable DerivationVersion derivation) {

  public Trip {
    legs = List.copyOf(legs);
    waits = List.copyOf(waits);
  }

  /// A trip as it is derived.
  public Trip(
      String id,
      Instant start,
      Instant end,
      @Nullable String fromStayId,
      @Nullable String toStayId,
      @Nullable String fromPlaceId,
      @Nullable String toPlaceId,
      double distanceMeters,
      double durationSeconds,
      double averageSpeedMps,
      double maxSpeedMps,
      @Nullable Double climbMeters,
      boolean inferred,
      double confidence,
      List<Leg> legs,
      List<Wait> waits) {
    this(
        id,
        start,
        end,
        fromStayId,
        toStayId,
        fromPlaceId,
        toPlaceId,
        distanceMeters,
        durationSeconds,
        averageSpeedMps,
        maxSpeedMps,
        climbMeters,
        inferred,
        confidence,
        legs,
        waits,
        null);
  }

  /// The same trip, made by this version.
  public Trip of(DerivationVersion version) {
    return with(id, fromStayId, toStayId, fromPlaceId, toPlaceId, version);
  }

  /// The same trip between the places that the month's index names.
  public Trip joining(TripEntry entry) {
    return between(id, fromStayId, toStayId, entry.fromPlaceId(), entry.toPlaceId());
  }

  /// The same trip between these stays, their places not yet known.
  public Trip withStays(@Nullable String newFromStayId, @Nullable String newToStayId) {
    return between(id, newFromStayId, newToStayId, null, null);
  }

  /// The same trip between these places.
  public Trip withPlaces(@Nullable String newFromPlaceId, @Nullable String newToPlaceId) {
    return between(id, fromStayId, toStayId, newFromPlaceId, newToPlaceId);
  }

  /// The same trip under another id, between stays of other ids.
  public Trip withIds(String newId, @Nullable String newFromStayId, @Nullable String newToStayId) {
    return between(newId, newFromStayId, newToStayId, fromPlaceId, toPlaceId);
  }

  private Trip between(
      String newId,
      @Nullable String newFromStayId,
      @Nullable String newToStayId,
      @Nullable String newFromPlaceId,
      @Nullable String newToPlaceId) {
    return with(newId, newFromStayId, newToStayId, newFromPlaceId, newToPlaceId, derivation);
  }

  private Trip with(
      String newId,
      @Nullable String newFromStayId,
      @Nullable String newToStayId,
      @Nullable String newFromPlaceId,
      @Nullable String newToPlaceId,
      @Nullable DerivationVersion newDerivation) {
    return new Trip(
        newId,
        start,
        end,
        newFromStayId,
        newToStayId,
        newFromPlaceId,
        newToPlaceId,
        distanceMeters,
        durationSeconds,
        averageSpeedMps,
        maxSpeedMps,
        climbMeters,
        inferred,
        confidence,
        legs,
        waits,
        newDerivation);
  }
}
