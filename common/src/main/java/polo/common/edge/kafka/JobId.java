package polo.common.edge.kafka;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import polo.common.job.Event;
import polo.common.job.Job;
import polo.common.job.JobHeaders;

/// Ids that follow from the content, so that asking twice for the same thing is one job.
///
/// A UUID of version 8 (RFC 9562: "custom") from the SHA-256 of the type and the body. For uploads;
/// a reprocessing or an erasure may be meant twice, and then wants an id of its own.
public final class JobId {

  private JobId() {}

  public static String of(Job job) {
    return uuidOf(sha256(job.type().wireName(), JobWriter.body(job)));
  }

  /// The id of what a job caused: the same when the job is done again with the same result.
  public static String of(Event event, JobHeaders cause) {
    return uuidOf(sha256(cause.id() + '\n' + event.type(), EventWriter.body(event)));
  }

  private static byte[] sha256(String type, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(MovedHeaders.utf8(type + '\n'));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String uuidOf(byte[] hash) {
    ByteBuffer bits = ByteBuffer.wrap(hash);
    long high = bits.getLong() & ~0xF000L | 0x8000L;
    long low = bits.getLong() & ~(0b11L << 62) | 0b10L << 62;
    return new UUID(high, low).toString();
  }
}
