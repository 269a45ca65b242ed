package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;

/// Scans of keys, partition by partition, each handed out in batches.
final class RangeScans {

  private static final int ID_BYTES = 16;

  private final Vault vault;
  private final Map<UUID, Iterator<String>> open = new ConcurrentHashMap<>();

  RangeScans(Vault vault) {
    this.vault = vault;
  }

  /// Only ranges of keys, without bodies: what Polo asks for.
  KvAnswer create(KvRequest request) {
    JsonNode asked = Json.tree(request.value());
    if (!asked.path("key_only").asBoolean() || !asked.has("range")) {
      return KvAnswer.of(Status.INVALID);
    }
    long collection = Long.parseLong(asked.path("collection").asString("0"), 16);
    List<String> keys =
        vault.scan(collection, request.partition(), KeyRange.of(asked.get("range"))).stream()
            .map(Map.Entry::getKey)
            .toList();
    if (keys.isEmpty()) {
      return KvAnswer.of(Status.NOT_FOUND);
    }
    UUID id = UUID.randomUUID();
    open.put(id, keys.iterator());
    byte[] bytes =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return KvAnswer.of(Status.SUCCESS, bytes);
  }

  KvAnswer goOn(KvRequest request) {
    UUID id = id(request);
    @Nullable Iterator<String> keys = open.get(id);
    if (keys == null) {
      return KvAnswer.of(Status.NOT_FOUND);
    }
    int limit = request.extras().getInt(ID_BYTES);
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (int i = 0; keys.hasNext() && (limit == 0 || i < limit); i++) {
      writeKey(keys.next().getBytes(UTF_8), batch);
    }
    if (keys.hasNext()) {
      return KvAnswer.of(Status.SCAN_MORE, batch.toByteArray());
    }
    open.remove(id);
    return KvAnswer.of(Status.SCAN_COMPLETE, batch.toByteArray());
  }

  KvAnswer cancel(KvRequest request) {
    open.remove(id(request));
    return KvAnswer.of(Status.SUCCESS);
  }

  /// A length as LEB128, then the bytes.
  private static void writeKey(byte[] key, ByteArrayOutputStream out) {
    int length = key.length;
    while (length > 0x7f) {
      out.write(length & 0x7f | 0x80);
      length >>= 7;
    }
    out.write(length);
    out.writeBytes(key);
  }

  private static UUID id(KvRequest request) {
    return new UUID(request.extras().getLong(0), request.extras().getLong(8));
  }
}
