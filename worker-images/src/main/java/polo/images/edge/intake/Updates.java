package polo.images.edge.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.common.job.Outcome;
import polo.common.job.ReasonCode;

/// Changes documents by compare-and-set: read, judge, write, and again when someone was faster.
record Updates(Documents documents, Map<String, Long> because) {

  /// Of many writers of one document one wins each round, so this is rarely needed to the full.
  private static final int TRIES = 16;

  /// What a document should say.
  interface Change<D> {
    /// Absent to leave it as it is. May be asked several times.
    Optional<D> news(Optional<Versioned<D>> before);
  }

  /// Absent when the document says it; else how the job ends.
  <D> Optional<Outcome> apply(DocumentKey key, Class<D> type, Change<D> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Versioned<D>> before = documents.read(key, type);
      Optional<Write> write =
          change.news(before).flatMap(news -> documents.write(key, before, news, because));
      if (write.isEmpty()) {
        return Optional.empty();
      }
      Step step = step(key, documents.store().writeAll(List.of(write.get())).getFirst());
      if (!step.again()) {
        return step.trouble();
      }
    }
    return Optional.of(
        Outcome.retry(ReasonCode.STORE_CONTENDED, "%s changed %d times".formatted(key, TRIES)));
  }

  /// What a write's result means for the loop.
  private record Step(boolean again, Optional<Outcome> trouble) {

    static Step end(Outcome trouble) {
      return new Step(false, Optional.of(trouble));
    }
  }

  private static Step step(DocumentKey key, WriteResult result) {
    return switch (result) {
      case WriteResult.Written written -> new Step(false, Optional.empty());
      case WriteResult.Skipped skipped -> new Step(false, Optional.empty());
      case WriteResult.Stale stale -> new Step(true, Optional.empty());
      case WriteResult.Exists exists -> new Step(true, Optional.empty());
      case WriteResult.TooLarge(var bytes) ->
          Step.end(
              Outcome.reject(
                  ReasonCode.DOCUMENT_TOO_LARGE, "%s has %d bytes".formatted(key, bytes)));
      case WriteResult.Unavailable(var why) ->
          Step.end(Outcome.retry(ReasonCode.STORE_UNAVAILABLE, why));
      case WriteResult.Ambiguous(var why) ->
          Step.end(Outcome.retry(ReasonCode.STORE_UNAVAILABLE, why));
    };
  }
}
