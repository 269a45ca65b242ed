package polo.common.edge.kafka;

import java.util.List;

/// How a topic compares to what it should be.
///
/// @param differences for people; each names what should be and what is
public record TopicState(String topic, Kind kind, List<String> differences) {

  /// Whether anything is to be done about it.
  public enum Kind {
    AS_WANTED,
    MISSING,
    CREATED,
    DIFFERENT
  }

  public TopicState {
    differences = List.copyOf(differences);
  }
}
