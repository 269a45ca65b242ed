package polo.common.document;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// The key of a document: a kind and its parts, percent-encoded and joined by `::`.
///
/// Encoding the parts keeps keys unambiguous whatever characters an id has. At most [#MAX_BYTES]
/// bytes, well under the 250 a Couchbase key may have.
public record DocumentKey(String value) implements Comparable<DocumentKey> {

  public static final int MAX_BYTES = 200;

  /// Comes after every character a key may have: the keys of a prefix lie between it and it with
  /// this.
  public static final String AFTER_ALL = "\u007f";

  private static final String SEPARATOR = "::";
  private static final String HEX = "0123456789ABCDEF";

  public DocumentKey {
    if (value.isEmpty() || value.length() > MAX_BYTES) {
      throw new IllegalArgumentException("key must have 1 to 200 bytes: " + value);
    }
    if (!value.chars().allMatch(c -> isPlain((char) c) || c == ':' || c == '%')) {
      throw new IllegalArgumentException("key has characters that should be encoded: " + value);
    }
  }

  public static DocumentKey of(String kind, String... parts) {
    return new DocumentKey(join(kind, parts));
  }

  /// True when a key of these parts is short enough. Who takes ids from outside asks here first.
  public static boolean fits(String kind, String... parts) {
    return join(kind, parts).length() <= MAX_BYTES;
  }

  /// The small head of a user: devices, months, guard.
  public static DocumentKey user(String userId) {
    return of("user", userId);
  }

  /// Raw fixes of one device in one [PointsBucket].
  public static DocumentKey points(String userId, String deviceId, PointsBucket bucket) {
    return of("points", userId, deviceId, bucket.name());
  }

  public static DocumentKey timeline(String userId, YearMonth month) {
    return of("timeline", userId, month.toString());
  }

  public static DocumentKey trip(String userId, String tripId) {
    return of("trip", userId, tripId);
  }

  public static DocumentKey place(String userId, String placeId) {
    return of("place", userId, placeId);
  }

  /// The small index of all places of a user.
  public static DocumentKey places(String userId) {
    return of("places", userId);
  }

  public static DocumentKey journey(String userId, String journeyId) {
    return of("journey", userId, journeyId);
  }

  /// What the user did to places, stays, trips and journeys. The app writes it; workers only read.
  public static DocumentKey pins(String userId) {
    return of("pins", userId);
  }

  public static DocumentKey photo(String userId, String photoId) {
    return of("photo", userId, photoId);
  }

  /// The small index of a user's photos by month: by the instant they were taken, or else uploaded.
  public static DocumentKey photos(String userId, YearMonth month) {
    return of("photos", userId, month.toString());
  }

  /// How the clocks of a user's cameras go, see [CameraClocks].
  public static DocumentKey cameras(String userId) {
    return of("cameras", userId);
  }

  /// Which cell each place of a user was last asked about, see [polo.common.job.PlaceSeen].
  public static DocumentKey asked(String userId) {
    return of("asked", userId);
  }

  /// What a geocoding provider answered for a cell. Of no user.
  public static DocumentKey geocode(String provider, String cell) {
    return of("geocode", provider, cell);
  }

  /// When a geocoding provider may be called next, by whomever in the fleet.
  public static DocumentKey provider(String provider) {
    return of("provider", provider);
  }

  /// What all keys of a kind (and of a user) begin with.
  public static String prefix(String kind, String... parts) {
    return of(kind, parts).value() + SEPARATOR;
  }

  public String kind() {
    int end = value.indexOf(SEPARATOR);
    return end < 0 ? value : value.substring(0, end);
  }

  /// The parts after the kind, decoded.
  public List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String part : value.split(SEPARATOR, -1)) {
      parts.add(decode(part));
    }
    return List.copyOf(parts.subList(1, parts.size()));
  }

  @Override
  public int compareTo(DocumentKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String join(String kind, String... parts) {
    StringBuilder key = new StringBuilder(kind);
    for (String part : parts) {
      key.append(SEPARATOR);
      encode(part, key);
    }
    return key.toString();
  }

  private static void encode(String part, StringBuilder key) {
    for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        key.append(c);
      } else {
        key.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == '.';
  }

  private static String decode(String part) {
    byte[] bytes = new byte[part.length()];
    int length = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%') {
        bytes[length++] = (byte) Integer.parseInt(part.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
