package polo.fleet.edge.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import polo.common.document.Journey;

/// A journey, and the photos taken on it.
///
/// @param photoIds in the order taken
public record AlbumJourney(@JsonUnwrapped Journey journey, List<String> photoIds) {

  public AlbumJourney {
    photoIds = List.copyOf(photoIds);
  }
}
