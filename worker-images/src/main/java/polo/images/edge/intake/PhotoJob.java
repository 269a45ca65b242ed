package polo.images.edge.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.Photo;
import polo.common.document.Photo.TakenAt;
import polo.common.earth.Coordinate;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.PhotoUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.images.Darkroom;
import polo.images.Darkroom.Examined;
import polo.images.edge.settings.ImagesSettings;
import polo.images.exif.CameraClock;
import polo.images.exif.PhotoFacts;
import polo.images.exif.TakenAtRule;
import polo.images.photo.ImageFormat;
import polo.images.photo.ImageHeader;
import polo.images.photo.Look;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;

/// From an uploaded original to its renditions and documents.
///
/// Doing a job again changes no document and writes no blob. A photo that is refused gets its
/// document all the same, with the reason, for its user to see.
public final class PhotoJob {

  private final BlobStore blobs;
  private final Documents documents;
  private final Darkroom darkroom;
  private final PhotoLinker linker;
  private final TakenAtRule takenAt;
  private final RenditionBlobs renditions;

  PhotoJob(
      BlobStore blobs,
      Documents documents,
      Darkroom darkroom,
      PhotoLinker linker,
      TakenAtRule takenAt) {
    this.blobs = blobs;
    this.documents = documents;
    this.darkroom = darkroom;
    this.linker = linker;
    this.takenAt = takenAt;
    this.renditions = new RenditionBlobs(blobs, darkroom);
  }

  /// One for the whole worker; safe for many threads.
  ///
  /// @param addressAt names for a position, as the geocoder of the fleet has them
  public static PhotoJob of(
      DocumentStore store,
      BlobStore blobs,
      Function<Coordinate, Address> addressAt,
      ImagesSettings settings) {
    return new PhotoJob(
        blobs,
        new Documents(store),
        settings.darkroom(),
        PhotoLinker.of(store, addressAt, settings),
        new TakenAtRule(Zones.of(addressAt)));
  }

  /// Does the job. Throws [polo.common.edge.store.StoreUnavailableException] and
  /// [polo.common.edge.blob.BlobStoreUnavailableException] when a store does not answer.
  ///
  /// @param because by source, the job's offset: what documents remember as the cause
  public Outcome process(PhotoUploaded job, Map<String, Long> because) {
    PhotoShelf shelf = new PhotoShelf(documents, linker, job.userId(), because);
    Optional<Versioned<Photo>> before = shelf.find(job.photoId());
    if (before.filter(shelf::isOvertaken).isPresent()) {
      return Outcome.done();
    }
    PhotoUploaded first = sinceFirst(job, before.map(Versioned::derived));
    Developed developed =
        blobs
            .get(job.blobKey())
            .map(original -> develop(first, original, before.map(Versioned::derived)))
            .orElseGet(() -> missing(first));
    return shelf
        .put(developed.photo(), developed.clock(), before)
        .orElseGet(() -> developed.outcome(job));
  }

  /// The same original uploaded again was uploaded when it first was.
  private static PhotoUploaded sinceFirst(PhotoUploaded job, Optional<Photo> before) {
    return before
        .filter(photo -> photo.blobKey().equals(job.blobKey()))
        .filter(photo -> photo.uploadedAt().isBefore(job.uploadedAt()))
        .map(photo -> job.withUploadedAt(photo.uploadedAt()))
        .orElse(job);
  }

  /// A photo not yet tied to the timeline, and why the job is rejected, if it is.
  private record Developed(Photo photo, CameraClock clock, Optional<Reason> rejection) {

    Outcome outcome(PhotoUploaded job) {
      TakenAt taken = photo.takenAt();
      return rejection
          .<Outcome>map(Outcome.Reject::new)
          .orElseGet(() ->
              Outcome.done(
                  new Event.PhotoProcessed(
                      job.userId(),
                      photo.id(),
                      photo.outcome(),
                      taken == null ? null : taken.instant())));
    }
  }

  private Developed develop(PhotoUploaded job, byte[] bytes, Optional<Photo> before) {
    Examined examined = darkroom.examine(bytes);
    PhotoFacts facts = examined.facts();
    String sha256 = BlobKeys.sha256(bytes);
    Development development =
        switch (examined.look()) {
          case Look.Seen(var header) ->
              renditions.develop(
                  job, sha256, new Original(bytes, header, facts.orientation()), facts, before);
          case Look.Refused refused -> Development.rejected(refused.reason());
        };
    return developed(job, sha256, examined, development);
  }

  private Developed missing(PhotoUploaded job) {
    Reason reason = new Reason(ReasonCode.BLOB_MISSING, "no blob " + job.blobKey());
    Examined nothing =
        new Examined(
            new Look.Refused(Optional.empty(), Optional.empty(), reason), PhotoFacts.none());
    return developed(job, null, nothing, Development.rejected(reason));
  }

  private Developed developed(
      PhotoUploaded job, @Nullable String sha256, Examined examined, Development development) {
    PhotoFacts facts = examined.facts();
    Optional<ImageFormat> format = examined.look().recognised();
    Optional<ImageHeader> header = examined.look().readHeader();
    Optional<PixelSize> size = header.map(read -> facts.orientation().upright(read.size()));
    Photo photo =
        new Photo(
            job.photoId(),
            job.blobKey(),
            job.fileName(),
            job.uploadedAt(),
            development.outcome(),
            development.reason().map(reason -> reason.code().name()).orElse(null),
            format.map(ImageFormat::wireName).orElse(null),
            size.map(PixelSize::width).orElse(null),
            size.map(PixelSize::height).orElse(null),
            header.map(read -> facts.orientation().exif()).orElse(null),
            sha256,
            takenAt.of(facts, job.userZone()).orElse(null),
            facts.position(),
            facts.directionDegrees(),
            facts.camera(),
            facts.exposure(),
            facts.caption().told().orElse(null),
            development.impression(),
            development.engine(),
            darkroom.plan().recipe(),
            development.renditions(),
            null,
            null,
            null,
            null,
            null,
            List.of());
    return new Developed(
        photo, facts.clock(), development.isRejected() ? development.reason() : Optional.empty());
  }
}
