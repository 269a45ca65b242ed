package polo.geo.edge.store;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoredDocument;
import polo.geo.edge.pins.PinReader;
import polo.geo.edge.pins.ReadPins;
import polo.geo.pin.Pins;

/// A user's pins as they were read. Workers never write them.
///
/// @param revision absent when the user has none
record StoredPins(Pins pins, Optional<Revision> revision) {

  private static final Logger LOG = LoggerFactory.getLogger(StoredPins.class);

  static StoredPins of(String userId, DocumentStore store) {
    Optional<StoredDocument> document = store.get(DocumentKey.pins(userId));
    ReadPins read =
        document
            .map(found -> PinReader.read(Json.tree(found.json()).path("user")))
            .orElseGet(() -> new ReadPins(Pins.NONE, List.of()));
    read.flaws()
        .forEach(
            flaw -> LOG.atWarn().addKeyValue("user", userId).log("a pin makes no sense: {}", flaw));
    return new StoredPins(read.pins(), document.map(StoredDocument::revision));
  }

  /// True when the app has written them since.
  boolean areStale(String userId, DocumentStore store) {
    return !store.get(DocumentKey.pins(userId)).map(StoredDocument::revision).equals(revision);
  }
}
