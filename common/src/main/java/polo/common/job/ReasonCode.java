package polo.common.job;

/// The closed set of reasons. Names are a contract: dead letters, metrics and documents carry them.
public enum ReasonCode {
  // The job itself
  BODY_EMPTY,
  BODY_TOO_LARGE,
  BODY_NOT_JSON,
  TYPE_MISSING,
  TYPE_UNKNOWN,
  TYPE_NOT_ON_THIS_TOPIC,
  FIELD_MISSING,
  FIELD_INVALID,
  FIX_INVALID,
  // What the job points at
  BLOB_MISSING,
  // Photos
  IMAGE_EMPTY,
  IMAGE_UNRECOGNISED,
  IMAGE_UNSUPPORTED,
  IMAGE_CORRUPT,
  IMAGE_TOO_LARGE,
  IMAGE_TOO_COMPLEX,
  // The world is tired
  STORE_UNAVAILABLE,
  STORE_CONTENDED,
  BLOB_STORE_UNAVAILABLE,
  DOCUMENT_TOO_LARGE,
  PROVIDER_UNAVAILABLE,
  // Ours
  TIME_LIMIT,
  CRASH_LOOP,
  UNEXPECTED;

  /// True when nothing is wrong with the job: the world it needs is away or busy. Such a job waits
  /// as long as it takes and is never given up.
  public boolean isTheWorldTired() {
    return switch (this) {
      case STORE_UNAVAILABLE, STORE_CONTENDED, BLOB_STORE_UNAVAILABLE -> true;
      case BODY_EMPTY,
          BODY_TOO_LARGE,
          BODY_NOT_JSON,
          TYPE_MISSING,
          TYPE_UNKNOWN,
          TYPE_NOT_ON_THIS_TOPIC,
          FIELD_MISSING,
          FIELD_INVALID,
          FIX_INVALID,
          BLOB_MISSING,
          IMAGE_EMPTY,
          IMAGE_UNRECOGNISED,
          IMAGE_UNSUPPORTED,
          IMAGE_CORRUPT,
          IMAGE_TOO_LARGE,
          IMAGE_TOO_COMPLEX,
          DOCUMENT_TOO_LARGE,
          PROVIDER_UNAVAILABLE,
          TIME_LIMIT,
          CRASH_LOOP,
          UNEXPECTED ->
          false;
    };
  }
}
