package polo.testkit.couchbase;

import org.jspecify.annotations.Nullable;

/// A document as it lies in the double.
///
/// @param json absent when the document was removed: its tombstone
/// @param expiry second of the epoch at which it is gone; 0 for never
@SuppressWarnings("ArrayRecordComponent") // replaced whole; never compared, never a key
record Item(
    int partition, byte @Nullable [] json, int flags, long expiry, long cas, long sequence) {

  boolean isThere(long second) {
    return json != null && (expiry == 0 || expiry > second);
  }

  byte[] body() {
    if (json == null) {
      throw new IllegalStateException("a tombstone has no body");
    }
    return json;
  }
}
