package polo.geo.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedId;
import polo.common.document.CarriedId.Kind;
import polo.common.document.CarriedPlace;

/// What earlier derivations left: ids that items keep.
///
/// @param ids of stays, trips and journeys
/// @param places their ids
/// @param predecessor whose places and journeys have yet to pass on their ids; absent when all is
///   of this version
public record Legacy(
    List<CarriedId> ids, List<CarriedPlace> places, @Nullable Predecessor predecessor) {

  public static final Legacy NONE = new Legacy(List.of(), List.of(), null);

  public Legacy {
    ids = List.copyOf(ids);
    places = List.copyOf(places);
  }

  List<CarriedId> of(Kind kind) {
    return of(kind, ids);
  }

  static List<CarriedId> of(Kind kind, List<CarriedId> ids) {
    return ids.isEmpty()
        ? List.of()
        : ids.stream().filter(carried -> carried.kind() == kind).toList();
  }

  /// Ids that journeys keep: those kept so far, or those their predecessors had.
  List<CarriedId> ofJourneys(Stream<Succession.Item> journeys) {
    if (predecessor == null) {
      return of(Kind.JOURNEY);
    }
    List<Succession.Item> old =
        predecessor.journeys().stream().map(Settler::item).distinct().toList();
    return Succession.DEFAULT.heirs(old, journeys.toList()).stream()
        .filter(Succession.Heir::isRenamed)
        .map(heir ->
            new CarriedId(
                Kind.JOURNEY,
                heir.old().id(),
                heir.anew().span().start(),
                heir.anew().span().end()))
        .toList();
  }
}
