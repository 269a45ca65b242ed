package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one connection has agreed on: features, user and bucket.
final class Session {

  private static final int COLLECTIONS = 0x12;

  /// No compression: everything on the wire can be read.
  private static final Set<Integer> FEATURES =
      Set.of(0x03, 0x04, 0x06, 0x07, 0x08, 0x0b, 0x0e, 0x10, 0x11, COLLECTIONS, 0x14, 0x15, 0x17);

  private final Node node;
  private boolean collections;
  private boolean bucketSelected;
  private @Nullable Scram login;

  Session(Node node) {
    this.node = node;
  }

  boolean hasCollections() {
    return collections;
  }

  boolean isReady() {
    return bucketSelected;
  }

  KvAnswer hello(KvRequest request) {
    ByteBuffer asked = ByteBuffer.wrap(request.value());
    ByteBuffer agreed = ByteBuffer.allocate(request.value().length);
    while (asked.hasRemaining()) {
      short feature = asked.getShort();
      if (FEATURES.contains((int) feature)) {
        agreed.putShort(feature);
        collections |= feature == COLLECTIONS;
      }
    }
    byte[] features = new byte[agreed.position()];
    agreed.flip().get(features);
    return KvAnswer.of(Status.SUCCESS, features);
  }

  KvAnswer authenticate(KvRequest request) {
    if (request.key().equals("PLAIN")) {
      String right = "\0" + node.user() + "\0" + node.password();
      return request.text().equals(right)
          ? KvAnswer.ok("Authenticated")
          : KvAnswer.of(Status.AUTH_ERROR);
    }
    login = Scram.by(request.key(), node.user(), node.password()).orElse(null);
    return answer(
        Optional.ofNullable(login).flatMap(scram -> scram.challenge(request.text())),
        Status.AUTH_CONTINUE);
  }

  KvAnswer goOnAuthenticating(KvRequest request) {
    return answer(
        Optional.ofNullable(login).flatMap(scram -> scram.verdict(request.text())), Status.SUCCESS);
  }

  KvAnswer selectBucket(KvRequest request) {
    bucketSelected = request.key().equals(node.bucket().name());
    return KvAnswer.of(bucketSelected ? Status.SUCCESS : Status.NO_ACCESS);
  }

  KvAnswer collectionId(KvRequest request) {
    String name = request.value().length == 0 ? request.key() : request.text();
    Manifest manifest = node.manifest();
    Optional<Long> id = manifest.id(name);
    if (id.isEmpty()) {
      boolean scope = manifest.hasScope(name.substring(0, name.indexOf('.')));
      return KvAnswer.of(scope ? Status.UNKNOWN_COLLECTION : Status.UNKNOWN_SCOPE);
    }
    byte[] extras =
        ByteBuffer.allocate(12).putLong(manifest.uid()).putInt(id.get().intValue()).array();
    return new KvAnswer(Status.SUCCESS, 0, extras, new byte[0]);
  }

  private static KvAnswer answer(Optional<String> words, Status status) {
    return words
        .map(text -> KvAnswer.of(status, text.getBytes(UTF_8)))
        .orElseGet(() -> KvAnswer.of(Status.AUTH_ERROR));
  }
}
