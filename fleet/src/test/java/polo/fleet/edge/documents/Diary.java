package polo.fleet.edge.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import polo.common.document.DocumentKey;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Patch;
import polo.testkit.store.MemoryDocumentStore;

/// Documents of a user, as workers of any version may have left them: ada's weekend in Lisbon.
public final class Diary {

  private static final String USER = "ada";

  private final MemoryDocumentStore store = new MemoryDocumentStore();

  /// Of one place, one trip from there and one journey of three days.
  public Diary() {
    write(
        "user::ada",
        """
        {"userId":"ada","months":["2026-05"],"devices":["phone"],"journeyIds":["j1"]}\
        """);
    write(
        "places::ada",
        "{\"places\":[{\"id\":\"p1\",\"lat\":38.7107,\"lon\":-9.1422,\"visits\":2}]}");
    place("p1", 38.7107, false);
    journey("2026-05-01T00:00:00Z", "2026-05-03T00:00:00Z");
    write(
        "timeline::ada::2026-05",
        """
        {"month":"2026-05","trips":[{"id":"t1","start":"2026-05-02T10:00:00Z",
         "end":"2026-05-02T11:00:00Z","fromPlaceId":"p1"}]}\
        """);
    write(
        "trip::ada::t1",
        """
        {"id":"t1","start":"2026-05-02T10:00:00Z","end":"2026-05-02T11:00:00Z",
         "distanceMeters":4200,"legs":[{"start":"2026-05-02T10:00:00Z",
         "end":"2026-05-02T11:00:00Z","mode":"tram","distanceMeters":4200,"polyline":""}]}\
        """);
  }

  public Travels read() {
    return Travels.of(USER, new Documents(store));
  }

  /// Absent only if the diary were empty.
  UserReader reader() {
    return UserReader.of(USER, new Documents(store)).orElseThrow();
  }

  /// A stay that began in April and ended on the first of May.
  Diary stayOverMonthsEnd() {
    write(
        "user::ada",
        """
        {"userId":"ada","months":["2026-03","2026-04","2026-05"],"devices":["phone"],
         "journeyIds":["j1"]}\
        """);
    return write(
        "timeline::ada::2026-04",
        """
        {"month":"2026-04","stays":[{"id":"s1","start":"2026-04-30T20:00:00Z",
         "end":"2026-05-01T08:00:00Z","lat":38.7107,"lon":-9.1422,"placeId":"p1"}]}\
        """);
  }

  Diary place(String id, double latitude, boolean hidden) {
    return write(
        "place::ada::" + id,
        """
        {"id":"%s","lat":%s,"lon":-9.1422,"radiusMeters":40,"visits":2,"dwellSeconds":7200,
         "hidden":%s,"address":{"countryCode":"PT","country":"Portugal","city":"Lisbon",
         "place":"Chiado","timeZone":"Europe/Lisbon"}}\
        """
            .formatted(id, latitude, hidden));
  }

  /// What a provider said of the place when it was in this cell.
  public Diary refined(String cell) {
    return patch(
        "place::ada::p1",
        "refined",
        """
        {"cell":"%s","street":"Rua Garrett","houseNumber":"120","city":"Lisboa","source":"photon",
         "attribution":"© OpenStreetMap contributors","at":"2026-05-04T00:00:00Z"}\
        """
            .formatted(cell));
  }

  Diary journey(String start, String end) {
    return write(
        "journey::ada::j1",
        """
        {"id":"j1","start":"%s","end":"%s","title":"3 days in Lisbon","days":3}\
        """
            .formatted(start, end));
  }

  /// Hides the place and the trip.
  public Diary hiding() {
    place("p1", 38.7107, true);
    return patch(
        "timeline::ada::2026-05",
        "derived.pinned",
        """
        [{"kind":"trip","id":"t1","derivedId":"t1","hidden":true}]\
        """);
  }

  /// A photo taken then, at the place.
  public Diary photo(String id, String instant) {
    return write(
        "photo::ada::" + id,
        """
        {"id":"%s","blobKey":"b","fileName":"%s.jpg","uploadedAt":"2026-05-02T12:00:00Z",
         "outcome":"done","placeId":"p1","takenAt":{"local":"2026-05-02T12:00:00",
         "instant":"%s","source":"exif-offset"}}\
        """
            .formatted(id, id, instant));
  }

  /// A photo that nobody knows the time of, uploaded during the journey.
  Diary undatedPhoto(String id) {
    return write(
        "photo::ada::" + id,
        """
        {"id":"%s","blobKey":"b","uploadedAt":"2026-05-02T12:00:00Z","outcome":"done"}\
        """
            .formatted(id));
  }

  private Diary write(String key, String derived) {
    return patch(key, "derived", derived);
  }

  private Diary patch(String key, String path, String json) {
    store.patch(new DocumentKey(key), List.of(new Patch.Set(path, json.getBytes(UTF_8))));
    return this;
  }
}
