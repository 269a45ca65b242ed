package polo.geo.pin;

/// What a user did to something derived: what it was then, and the wish. A pin holds the whole wish
/// for its item, and there is one pin for an item; so pins are a set, and their order has no
/// meaning.
public sealed interface Pin permits PlacePin, SpanPin {

  /// The id of the item it was done to, which the item keeps from then on.
  String id();

  /// Checks an id, of which keys of documents are made.
  static String checkedId(String id) {
    if (id.isEmpty() || id.length() > 128) {
      throw new IllegalArgumentException("an id has 1 to 128 characters, not " + id.length());
    }
    return id;
  }
}
