package polo.geo.track;

/// A number for a set of fixes: the smallest of their hashes (MinHash, Broder 1997).
///
/// It depends on the set alone, not on how the set was found, and the chance that it survives a
/// change of the set is the overlap of the two sets (Jaccard: in common over in all). An item that
/// keeps 95 % of its fixes keeps its id with a chance of 95 %, whatever happens to its edges. The
/// user and the device enter the hashes, so equal times of two users have nothing in common.
///
/// Cost: a few nanoseconds a fix.
public record Fingerprint(long bits) {

  /// In ASCII order, so that ids sort as their numbers do. Without i, l, o, u (Crockford's base
  /// 32).
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

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
