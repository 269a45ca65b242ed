package polo.common.edge.store.couchbase;

import java.util.Arrays;
import java.util.Optional;
import polo.common.edge.store.PatchedJson;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;

/// What the document, read again, says about a write nobody knows the end of.
sealed interface Verdict {

  /// It was written: the document says so.
  record Done(Revision revision) implements Verdict {}

  /// What the write asked for still holds, so it may be sent again: should the first one arrive
  /// after all, only one of them can win.
  record NotYet() implements Verdict {}

  /// Others have written since; whether before or after us cannot be told.
  record Unclear() implements Verdict {}

  static Verdict of(Write write, Optional<StoredDocument> now) {
    return switch (write) {
      case Write.Create(_, var json) -> now.map(found -> said(found, json)).orElseGet(NotYet::new);
      case Write.Replace(_, var expected, var json) ->
          now.map(found -> isAt(found, expected) ? new NotYet() : said(found, json))
              .orElseGet(Unclear::new);
      case Write.Remove(_, var expected) ->
          now.<Verdict>map(found -> isAt(found, expected) ? new NotYet() : new Unclear())
              .orElseGet(() -> new Done(new Revision(0)));
      case Write.PatchPaths patch -> ofPatch(patch, now);
    };
  }

  private static Verdict said(StoredDocument found, byte[] json) {
    return Arrays.equals(found.json(), json) ? new Done(found.revision()) : new Unclear();
  }

  private static Verdict ofPatch(Write.PatchPaths patch, Optional<StoredDocument> now) {
    Optional<byte[]> json = now.map(StoredDocument::json);
    boolean hasAll =
        PatchedJson.of(json, Patches.asSets(patch.patches())) instanceof PatchedJson.Unchanged;
    if (hasAll) {
      return new Done(now.map(StoredDocument::revision).orElseGet(() -> new Revision(0)));
    }
    boolean taken = PatchedJson.of(json, patch.patches()) instanceof PatchedJson.Taken;
    return taken ? new Unclear() : new NotYet();
  }

  private static boolean isAt(StoredDocument found, Revision expected) {
    return found.revision().equals(expected);
  }
}
