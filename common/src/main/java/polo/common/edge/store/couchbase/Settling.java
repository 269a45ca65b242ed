package polo.common.edge.store.couchbase;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import polo.common.document.DocumentKey;
import polo.common.edge.store.PatchedJson;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// The slow ways for a write to end, one step after the other: one nobody knows the end of is
/// looked after, and a patch that cannot be said by path is made on the whole document. Blocks.
final class Settling {

  /// Enough for a cut connection or a lost answer; when a cluster is really ill, the job is done
  /// again later anyway.
  private static final int ATTEMPTS = 3;

  /// As patient as a merge: someone gets through in every round.
  private static final int ROUNDS = 100;

  private final Requests requests;

  Settling(Requests requests) {
    this.requests = requests;
  }

  /// Finds out how a write ended, and sends it again only if what it asked for still holds.
  WriteResult settle(Write write, String why) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredDocument> now;
      try {
        now = read(write.key());
      } catch (StoreUnavailableException e) {
        return new WriteResult.Ambiguous(why + "; then " + e.getMessage());
      }
      switch (Verdict.of(write, now)) {
        case Verdict.Done(var revision) -> {
          return new WriteResult.Written(revision);
        }
        case Verdict.Unclear() -> {
          return new WriteResult.Ambiguous(why + "; then others wrote");
        }
        case Verdict.NotYet() -> {
          Attempt again = requests.send(write).join();
          if (again instanceof Attempt.NotByPath && write instanceof Write.PatchPaths patch) {
            return patchWhole(patch);
          }
          if (again instanceof Attempt.Ended(var result) && isCertain(result)) {
            return result;
          }
        }
      }
    }
    return new WriteResult.Ambiguous(why);
  }

  /// Reads the document, patches it, and replaces it as it was read, again on contention. Throws
  /// `IllegalArgumentException` when a path leads through something without members.
  WriteResult patchWhole(Write.PatchPaths patch) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<StoredDocument> before;
      try {
        before = read(patch.key());
      } catch (StoreUnavailableException e) {
        return new WriteResult.Unavailable(String.valueOf(e.getMessage()));
      }
      WriteResult result =
          switch (PatchedJson.of(before.map(StoredDocument::json), patch.patches())) {
            case PatchedJson.Taken() -> new WriteResult.Exists();
            case PatchedJson.Unchanged() -> new WriteResult.Skipped();
            case PatchedJson.Changed(var json) -> writeWhole(patch.key(), before, json);
          };
      boolean beaten =
          result instanceof WriteResult.Stale
              || result instanceof WriteResult.Exists && before.isEmpty();
      if (!beaten) {
        return result;
      }
    }
    return new WriteResult.Unavailable("others were faster " + ROUNDS + " times");
  }

  private WriteResult writeWhole(DocumentKey key, Optional<StoredDocument> before, byte[] json) {
    Write write =
        before
            .<Write>map(found -> new Write.Replace(key, found.revision(), json))
            .orElseGet(() -> new Write.Create(key, json));
    return switch (requests.send(write).join()) {
      case Attempt.Ended(var result) -> result;
      case Attempt.Unknown(var why) -> settle(write, why);
      case Attempt.NotByPath() -> throw new IllegalStateException("a whole document has no paths");
    };
  }

  private Optional<StoredDocument> read(DocumentKey key) {
    try {
      return requests.get(key).join();
    } catch (CompletionException e) {
      throw new StoreUnavailableException(Failures.sentence(Failures.cause(e)), e);
    }
  }

  /// After one write went unheard of, only success says for certain how both ended. A refusal may
  /// be the answer to our own first one.
  private static boolean isCertain(WriteResult result) {
    return result instanceof WriteResult.Written;
  }
}
