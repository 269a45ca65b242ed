package polo.images.edge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import polo.common.document.Photo;
import polo.common.document.Photo.RenditionEntry;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;
import polo.common.job.PhotoUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.images.Darkroom;
import polo.images.exif.Credit;
import polo.images.rendition.CreditSegment;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Rendition;

/// Makes the renditions of a job's original and stores them under names that stand for their
/// content: the original's hash, the recipe, the rendition's name.
record RenditionBlobs(BlobStore blobs, Darkroom darkroom) {

  /// The renditions of a photo, made or, when the stored photo has them already, found.
  Development develop(
      PhotoUploaded job, String sha256, Original original, Credit credit, Optional<Photo> before) {
    Names names = new Names(job, sha256, darkroom.plan().recipe(), credited(job, credit));
    return before
        .filter(photo -> isMade(photo, original, names))
        .map(RenditionBlobs::asBefore)
        .orElseGet(() -> stored(darkroom.render(original), names));
  }

  /// Whose work to name in the renditions: by default nobody's, for they carry nothing.
  private static Credit credited(PhotoUploaded job, Credit credit) {
    return switch (job.privacy()) {
      case STRIP -> Credit.NONE;
      case KEEP_COPYRIGHT -> credit;
    };
  }

  private record Names(PhotoUploaded job, String sha256, int recipe, Credit credit) {

    String key(String name, String extension) {
      String plain = BlobKeys.rendition(job.userId(), sha256, recipe, name, extension);
      return credit.equals(Credit.NONE)
          ? plain
          : BlobKeys.rendition(job.userId(), sha256, recipe, name + "-credit", extension);
    }
  }

  /// A job done before, and nothing lost since.
  private boolean isMade(Photo photo, Original original, Names names) {
    List<String> wanted =
        darkroom.targets(original).stream()
            .map(target -> names.key(target.name(), Rendition.JPEG_EXTENSION))
            .toList();
    List<String> made = photo.renditions().stream().map(RenditionEntry::blobKey).toList();
    return photo.engine() != null && made.equals(wanted) && made.stream().allMatch(blobs::exists);
  }

  private static Development asBefore(Photo photo) {
    String engine = photo.engine() == null ? "" : photo.engine();
    return photo.reason() == null
        ? Development.done(engine, photo.renditions())
        : Development.partial(
            engine, photo.renditions(), new Reason(ReasonCode.valueOf(photo.reason()), ""));
  }

  private Development stored(Rendered rendered, Names names) {
    return switch (rendered) {
      case Rendered.Whole(var engine, var renditions) ->
          Development.done(engine, stored(renditions, names));
      case Rendered.Partial(var engine, var renditions, var reason) ->
          Development.partial(engine, stored(renditions, names), reason);
      case Rendered.Failed(var reason) -> Development.rejected(reason);
    };
  }

  private List<RenditionEntry> stored(List<Rendition> renditions, Names names) {
    List<RenditionEntry> entries = new ArrayList<>();
    for (Rendition rendition : renditions) {
      String key = names.key(rendition.name(), rendition.extension());
      byte[] bytes = CreditSegment.into(rendition.bytes(), names.credit());
      blobs.put(key, bytes);
      entries.add(
          new RenditionEntry(
              rendition.name(),
              rendition.size().width(),
              rendition.size().height(),
              bytes.length,
              rendition.format(),
              key));
    }
    return entries;
  }
}
