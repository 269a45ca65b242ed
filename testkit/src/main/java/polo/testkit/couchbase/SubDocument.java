package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// Operations on parts of a document. Of mutations all succeed or nothing changes. Extended
/// attributes are unknown here, but for reading `$document`.
final class SubDocument {

  /// Decimals as they are written: the server changes text and leaves the rest of it alone.
  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final int MAX_SPECS = 16;
  private static final byte[] NOTHING = {};

  private static final int XATTR = 0x04;
  private static final int GET_WHOLE = 0x00;
  private static final int SET_WHOLE = 0x01;
  private static final int GET = 0xc5;
  private static final int EXISTS = 0xc6;

  private SubDocument() {}

  /// What comes before the specs of a mutation.
  record Extras(boolean mayCreate, boolean mustCreate, int expiry) {

    private static final int MAKE = 1;
    private static final int ADD = 2;

    static Extras read(ByteBuffer extras) {
      int length = extras.remaining();
      int flags = length == 1 || length == 5 ? extras.get(length - 1) : 0;
      int expiry = length >= 4 ? extras.getInt(0) : 0;
      return new Extras((flags & (MAKE | ADD)) != 0, (flags & ADD) != 0, expiry);
    }
  }

  /// A document after its mutations, or why they failed.
  @SuppressWarnings("ArrayRecordComponent") // on its way into the vault
  record Mutated(byte[] json, @Nullable KvAnswer failure) {

    static Mutated failed(KvAnswer failure) {
      return new Mutated(NOTHING, failure);
    }
  }

  /// One operation of a request.
  @SuppressWarnings("ArrayRecordComponent") // a frame on its way
  private record Spec(int code, int flags, String path, byte[] value) {

    private static final int CREATES_PARENTS = 0x01;

    static Spec read(ByteBuffer in, boolean withValue) {
      int code = in.get() & 0xff;
      int flags = in.get() & 0xff;
      byte[] path = new byte[in.getShort() & 0xffff];
      byte[] value = new byte[withValue ? in.getInt() : 0];
      in.get(path).get(value);
      return new Spec(code, flags, new String(path, UTF_8), value);
    }

    boolean isXattr() {
      return (flags & XATTR) != 0;
    }

    boolean createsParents() {
      return (flags & CREATES_PARENTS) != 0;
    }
  }

  static KvAnswer lookup(KvRequest request, Item item) {
    ByteBuffer in = ByteBuffer.wrap(request.value());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean allFound = true;
    int specs = 0;
    while (in.hasRemaining()) {
      Found found = lookup(Spec.read(in, false), item);
      out.writeBytes(
          ByteBuffer.allocate(6)
              .putShort((short) found.status().code())
              .putInt(found.value().length)
              .array());
      out.writeBytes(found.value());
      allFound &= found.status() == Status.SUCCESS;
      specs++;
    }
    if (specs > MAX_SPECS) {
      return KvAnswer.of(Status.TOO_MANY_PATHS);
    }
    Status status = allFound ? Status.SUCCESS : Status.SOME_PATH_FAILED;
    return new KvAnswer(status, item.cas(), NOTHING, out.toByteArray());
  }

  static Mutated mutate(KvRequest request, @Nullable Item before) {
    try {
      JsonNode root =
          before == null ? Json.mapper().createObjectNode() : READER.readTree(before.body());
      return mutate(ByteBuffer.wrap(request.value()), root);
    } catch (JacksonException e) {
      return Mutated.failed(KvAnswer.of(Status.NOT_JSON));
    }
  }

  private static Mutated mutate(ByteBuffer in, JsonNode document) {
    JsonNode root = document;
    int index = 0;
    while (in.hasRemaining()) {
      Spec spec = Spec.read(in, true);
      Status status;
      if (index == MAX_SPECS) {
        return Mutated.failed(KvAnswer.of(Status.TOO_MANY_PATHS));
      } else if (spec.code() == SET_WHOLE) {
        root = READER.readTree(spec.value());
        status = Status.SUCCESS;
      } else if (spec.isXattr()) {
        status = Status.INVALID;
      } else {
        status = apply(spec, root);
      }
      if (status != Status.SUCCESS) {
        return Mutated.failed(failure(index, status));
      }
      index++;
    }
    return new Mutated(Json.bytes(root), null);
  }

  private static Status apply(Spec spec, JsonNode root) {
    List<Object> path = NodePath.parse(spec.path());
    return path.isEmpty()
        ? Status.PATH_INVALID
        : NodePath.change(root, path, spec.code(), spec.createsParents(), READER, spec.value());
  }

  private static KvAnswer failure(int index, Status status) {
    byte[] body = ByteBuffer.allocate(3).put((byte) index).putShort((short) status.code()).array();
    return KvAnswer.of(Status.SOME_PATH_FAILED, body);
  }

  @SuppressWarnings("ArrayRecordComponent") // on its way out
  private record Found(Status status, byte[] value) {}

  private static Found lookup(Spec spec, Item item) {
    try {
      if (spec.code() == GET_WHOLE) {
        return new Found(Status.SUCCESS, item.body());
      }
      JsonNode root = spec.isXattr() ? virtual(item) : READER.readTree(item.body());
      @Nullable JsonNode found = NodePath.find(root, NodePath.parse(spec.path()));
      return switch (spec.code()) {
        case GET ->
            found == null
                ? new Found(Status.PATH_NOT_FOUND, NOTHING)
                : new Found(Status.SUCCESS, Json.bytes(found));
        case EXISTS -> new Found(found == null ? Status.PATH_NOT_FOUND : Status.SUCCESS, NOTHING);
        default -> new Found(Status.INVALID, NOTHING);
      };
    } catch (JacksonException e) {
      return new Found(Status.NOT_JSON, NOTHING);
    }
  }

  private static JsonNode virtual(Item item) {
    var root = Json.mapper().createObjectNode();
    root.putObject("$document")
        .put("exptime", item.expiry())
        .put("CAS", "0x" + Long.toHexString(item.cas()))
        .put("seqno", "0x" + Long.toHexString(item.sequence()))
        .put("value_bytes", item.body().length);
    return root;
  }
}
