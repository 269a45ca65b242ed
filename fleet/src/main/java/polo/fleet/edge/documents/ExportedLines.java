package polo.fleet.edge.documents;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.List;
import polo.common.document.Journey;
import polo.common.document.Photo;
import polo.common.document.Place;
import polo.common.edge.json.Json;
import polo.geo.edge.files.DerivedDocuments;
import polo.geo.edge.files.DerivedLines;
import polo.images.edge.files.PhotoReport;
import tools.jackson.databind.node.ObjectNode;

/// Travels as lines: what `derive` prints of fixes and `photo` prints of files; of photos also
/// whose they are and where they belong, of journeys their photos, of places what a provider knows.
/// Equal documents give equal lines in equal order.
public final class ExportedLines {

  private final Appendable out;

  public ExportedLines(Appendable out) {
    this.out = out;
  }

  public void write(Travels travels) throws IOException {
    new DerivedLines(out)
        .write(
            new DerivedDocuments(
                travels.userId(),
                travels.stays(),
                travels.trips(),
                travels.gaps(),
                travels.places(),
                travels.journeys(),
                travels.pinned()),
            (item, line) -> add(travels, item, line));
    List<Photo> photos = travels.photos().stream().sorted(comparing(Photo::id)).toList();
    for (Photo photo : photos) {
      out.append(line(travels.userId(), photo)).append('\n');
    }
  }

  /// Nothing where there is nothing: then the line is that of `derive`.
  private static void add(Travels travels, Record item, ObjectNode line) {
    if (item instanceof Journey journey && travels.journeyPhotos().containsKey(journey.id())) {
      List<String> ids = travels.journeyPhotos().get(journey.id());
      line.put("photoCount", ids.size());
      line.set("photoIds", Json.mapper().valueToTree(ids));
    }
    if (item instanceof Place place && travels.refined().containsKey(place.id())) {
      line.set("refined", Json.mapper().valueToTree(travels.refined().get(place.id())));
    }
  }

  private static String line(String userId, Photo photo) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("type", "photo");
    line.put("userId", userId);
    line.put("id", photo.id());
    ObjectNode facts = Json.mapper().valueToTree(report(photo));
    line.setAll(facts);
    ObjectNode links = Json.mapper().valueToTree(new Links(photo));
    line.setAll(links);
    return Json.line(line);
  }

  private static PhotoReport report(Photo photo) {
    return new PhotoReport(
        "photo",
        photo.fileName() == null ? photo.id() : photo.fileName(),
        photo.outcome(),
        photo.reason(),
        photo.format(),
        photo.width(),
        photo.height(),
        photo.orientation(),
        photo.takenAt(),
        photo.position(),
        photo.directionDegrees(),
        photo.camera(),
        photo.exposure(),
        photo.caption(),
        photo.impression(),
        photo.engine(),
        photo.renditions().stream()
            .map(made ->
                new PhotoReport.Made(
                    made.name(), made.width(), made.height(), made.bytes(), made.format()))
            .toList());
  }
}
