package polo.images.edge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import polo.common.document.Photo;
import polo.common.document.Photo.RenditionEntry;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobKeys.RenditionName;
import polo.common.edge.blob.BlobStore;
import polo.common.job.PhotoUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.images.Darkroom;
import polo.images.exif.PhotoFacts;
import polo.images.rendition.ExifSegment;
import polo.images.rendition.Inscription;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Rendition;

/// Makes the renditions of a job's original and stores them under names that stand for their
/// content: the original's hash, the recipe, the engine, the rendition's name. So machines with
/// different engines may work on the same photo and never write different bytes under one name.
record RenditionBlobs(BlobStore blobs, Darkroom darkroom) {

  /// The renditions of a photo, made or, when the stored photo has them already, found.
  Development develop(
      PhotoUploaded job,
      String sha256,
      Original original,
      PhotoFacts facts,
      Optional<Photo> before) {
    Names names =
        new Names(job, sha256, darkroom.plan().recipe(), Inscription.of(facts, job.privacy()));
    return before
        .filter(photo -> isMade(photo, original, names))
        .map(RenditionBlobs::asBefore)
        .orElseGet(() -> stored(darkroom.render(original), names));
  }

  private record Names(PhotoUploaded job, String sha256, int recipe, Inscription told) {

    String key(String engine, String name, String extension) {
      String whole = told.equals(Inscription.NONE) ? name : name + suffix();
      return BlobKeys.rendition(
          job.userId(), sha256, new RenditionName(recipe, engine, whole, extension));
    }

    /// A rendition that tells more is another rendition.
    private String suffix() {
      return switch (job.privacy()) {
        case STRIP -> "";
        case KEEP_COPYRIGHT -> "-credit";
        case KEEP_FACTS -> "-facts";
        case KEEP_POSITION -> "-position";
      };
    }
  }

  /// A job done before, by whichever engine, and nothing lost since.
  private boolean isMade(Photo photo, Original original, Names names) {
    String engine = photo.engine();
    if (engine == null || photo.impression() == null) {
      return false;
    }
    List<String> wanted =
        darkroom.targets(original).stream()
            .map(target -> names.key(engine, target.name(), Rendition.JPEG_EXTENSION))
            .toList();
    List<String> made = photo.renditions().stream().map(RenditionEntry::blobKey).toList();
    return made.equals(wanted) && made.stream().allMatch(blobs::exists);
  }

  private static Development asBefore(Photo photo) {
    String engine = photo.engine() == null ? "" : photo.engine();
    Development done = Development.done(engine, photo.impression(), photo.renditions());
    return photo.reason() == null
        ? done
        : done.because(new Reason(ReasonCode.valueOf(photo.reason()), ""));
  }

  private Development stored(Rendered rendered, Names names) {
    return switch (rendered) {
      case Rendered.Whole(var engine, var renditions, var smallest) ->
          Development.done(engine, smallest.impression(), stored(engine, renditions, names));
      case Rendered.Partial(var engine, var renditions, var smallest, var reason) ->
          Development.done(engine, smallest.impression(), stored(engine, renditions, names))
              .because(reason);
      case Rendered.Failed(var reason) -> Development.rejected(reason);
    };
  }

  private List<RenditionEntry> stored(String engine, List<Rendition> renditions, Names names) {
    List<RenditionEntry> entries = new ArrayList<>();
    for (Rendition rendition : renditions) {
      String key = names.key(engine, rendition.name(), rendition.extension());
      byte[] bytes = ExifSegment.into(rendition.bytes(), rendition.size(), names.told());
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
