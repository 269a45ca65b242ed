package polo.testkit.couchbase;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What the operations on whole documents do to the vault.
final class KvOperations {

  private static final int MAX_BYTES = 20 * 1024 * 1024;
  private static final int MUTATION_TOKEN_UUID = 77;
  private static final byte[] NOTHING = {};

  private final Vault vault;

  KvOperations(Vault vault) {
    this.vault = vault;
  }

  KvAnswer get(KvRequest request) {
    @Nullable Item item = vault.find(id(request));
    return item == null
        ? KvAnswer.of(Status.NOT_FOUND)
        : new KvAnswer(Status.SUCCESS, item.cas(), flags(item), item.body());
  }

  KvAnswer add(KvRequest request) {
    return vault.change(
        id(request),
        before -> before == null ? store(request, null) : Vault.Change.none(Status.EXISTS));
  }

  KvAnswer replace(KvRequest request) {
    return vault.change(
        id(request),
        before ->
            before == null ? Vault.Change.none(Status.NOT_FOUND) : storeAtCas(request, before));
  }

  KvAnswer set(KvRequest request) {
    return vault.change(
        id(request),
        before -> {
          if (before == null && request.cas() != 0) {
            return Vault.Change.none(Status.NOT_FOUND);
          }
          return before == null ? store(request, null) : storeAtCas(request, before);
        });
  }

  KvAnswer delete(KvRequest request) {
    return vault.change(
        id(request),
        before -> {
          if (before == null) {
            return Vault.Change.none(Status.NOT_FOUND);
          }
          if (isElsewhere(request, before)) {
            return Vault.Change.none(Status.EXISTS);
          }
          Item tombstone = item(request, null, 0, 0);
          return new Vault.Change(tombstone, mutated(tombstone, NOTHING));
        });
  }

  KvAnswer touch(KvRequest request) {
    return vault.change(
        id(request),
        before -> {
          if (before == null) {
            return Vault.Change.none(Status.NOT_FOUND);
          }
          long expiry = vault.expiry(request.extras().getInt(0));
          Item touched = item(request, before.body(), before.flags(), expiry);
          return new Vault.Change(touched, mutated(touched, NOTHING));
        });
  }

  KvAnswer lookupIn(KvRequest request) {
    @Nullable Item item = vault.find(id(request));
    return item == null ? KvAnswer.of(Status.NOT_FOUND) : SubDocument.lookup(request, item);
  }

  KvAnswer mutateIn(KvRequest request) {
    return vault.change(id(request), before -> mutateIn(request, before));
  }

  private Vault.Change mutateIn(KvRequest request, @Nullable Item before) {
    SubDocument.Extras extras = SubDocument.Extras.read(request.extras());
    if (before != null && (extras.mustCreate() || isElsewhere(request, before))) {
      return Vault.Change.none(Status.EXISTS);
    }
    if (before == null && !extras.mayCreate()) {
      return Vault.Change.none(Status.NOT_FOUND);
    }
    SubDocument.Mutated mutated = SubDocument.mutate(request, before);
    if (mutated.failure() != null) {
      return new Vault.Change(null, mutated.failure());
    }
    if (mutated.json().length > MAX_BYTES) {
      return Vault.Change.none(Status.TOO_LARGE);
    }
    long expiry =
        before != null && (request.keepsExpiry() || extras.expiry() == 0)
            ? before.expiry()
            : vault.expiry(extras.expiry());
    Item after = item(request, mutated.json(), before == null ? 0 : before.flags(), expiry);
    return new Vault.Change(after, mutated(after, NOTHING));
  }

  private Vault.Change storeAtCas(KvRequest request, Item before) {
    return isElsewhere(request, before) ? Vault.Change.none(Status.EXISTS) : store(request, before);
  }

  private Vault.Change store(KvRequest request, @Nullable Item before) {
    if (request.value().length > MAX_BYTES) {
      return Vault.Change.none(Status.TOO_LARGE);
    }
    ByteBuffer extras = request.extras();
    long expiry =
        request.keepsExpiry() && before != null ? before.expiry() : vault.expiry(extras.getInt(4));
    Item after = item(request, request.value(), extras.getInt(0), expiry);
    return new Vault.Change(after, mutated(after, NOTHING));
  }

  private Item item(KvRequest request, byte @Nullable [] json, int flags, long expiry) {
    return new Item(
        request.partition(), json, flags, expiry, vault.nextCas(), vault.nextSequence());
  }

  private static KvAnswer mutated(Item after, byte[] value) {
    byte[] token =
        ByteBuffer.allocate(16).putLong(MUTATION_TOKEN_UUID).putLong(after.sequence()).array();
    return new KvAnswer(Status.SUCCESS, after.cas(), token, value);
  }

  private static boolean isElsewhere(KvRequest request, Item before) {
    return request.cas() != 0 && request.cas() != before.cas();
  }

  private static byte[] flags(Item item) {
    return ByteBuffer.allocate(4).putInt(item.flags()).array();
  }

  private static Vault.Id id(KvRequest request) {
    return new Vault.Id(request.collection(), request.key());
  }
}
