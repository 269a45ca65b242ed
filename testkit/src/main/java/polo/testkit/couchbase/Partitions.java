package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/// Which partition (vBucket) a key belongs to, as every client reckons it.
final class Partitions {

  private Partitions() {}

  static int of(String key, int partitions) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(UTF_8));
    return (int) ((crc.getValue() >> 16 & 0x7fff) % partitions);
  }
}
