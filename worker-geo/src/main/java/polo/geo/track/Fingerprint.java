package polo.geo.track;

/// A number for a set of things: the smallest of their hashes (MinHash, Broder 1997).
///
/// It depends on the set alone, not on how the set was found, and the chance that it survives a
/// change of the set is the overlap of the two sets (Jaccard: in common over in all). The user
/// enters the hashes, so equal sets of two users have nothing in common.
///
/// What lasts is the set of its ticks, ten seconds each: it keeps its number when fixes within come
/// or go, and when its edges move, with the chance of the time in common. Things that do not meet
/// in time never have the same.
///
/// Cost: some two nanoseconds a tick or fix, so about 20 µs a day.
public record Fingerprint(long bits) {

  /// In ASCII order, so that ids sort as their numbers do. Without i, l, o, u (Crockford's base
  /// 32).
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final long TICK_MILLIS = 10_000;
  private static final int LENGTH = 13;

  /// Of the fixes `from` up to but without `to`, which must be at least one.
  public static Fingerprint of(Track track, int from, int to) {
    long smallest = track.hash(from);
    for (int i = from + 1; i < to; i++) {
      long hash = track.hash(i);
      if (Long.compareUnsigned(hash, smallest) < 0) {
        smallest = hash;
      }
    }
    return new Fingerprint(smallest);
  }

  /// Of a stretch of a user's time: of its ticks, ten seconds each.
  public static Fingerprint of(String userId, long startMillis, long endMillis) {
    long user = hash(userId);
    long first = Math.ceilDiv(startMillis, TICK_MILLIS);
    long last = Math.floorDiv(endMillis - 1, TICK_MILLIS);
    // Too short for a tick: known by its beginning.
    long smallest = first <= last ? mix(user ^ first) : mix(mix(user) ^ startMillis);
    for (long tick = first + 1; tick <= last; tick++) {
      long hash = mix(user ^ tick);
      if (Long.compareUnsigned(hash, smallest) < 0) {
        smallest = hash;
      }
    }
    return new Fingerprint(smallest);
  }

  /// As an id: a letter for the kind of thing and 13 digits of base 32.
  public String id(char kind) {
    char[] text = new char[LENGTH + 1];
    text[0] = kind;
    long rest = bits;
    for (int i = LENGTH; i > 0; i--) {
      text[i] = DIGITS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
    return new String(text);
  }

  /// The id of a thing of another kind that has the fingerprint of this one.
  public static String renamed(String id, char kind) {
    return kind + id.substring(1);
  }

  /// An id that nothing has, made of one that two things would have.
  public static String after(String id, char kind) {
    return new Fingerprint(mix(hash(id))).id(kind);
  }

  public static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash ^ text.charAt(i));
    }
    return hash;
  }

  /// A bijection in which every bit of the input moves every bit of the output (Stafford's variant
  /// 13 of MurmurHash3's finalizer, as in `SplittableRandom`).
  public static long mix(long bits) {
    long mixed = bits + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
