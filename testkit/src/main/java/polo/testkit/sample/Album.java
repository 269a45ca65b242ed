package polo.testkit.sample;

import static polo.testkit.photo.Subject.HILLS;
import static polo.testkit.photo.Subject.RIVER;
import static polo.testkit.photo.Subject.TOWN;
import static polo.testkit.sample.Plan.lisbon;
import static polo.testkit.sample.Plan.utrecht;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.CameraNotes.Gps;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;
import polo.testkit.sample.SamplePhoto.Shot;
import polo.testkit.track.Passage;
import polo.testkit.track.TrueStay;
import polo.testkit.track.Truth;

/// The photos of the sample journey: a phone's, which mostly know where they are; a camera's, which
/// must be found by the track; and the odd ones that every real album has.
record Album(Truth truth) {

  private static final Duration PHONE_UPLOADS_AFTER = Duration.ofMinutes(3);
  // The card is read in the evening.
  private static final Duration CAMERA_UPLOADS_AFTER = Duration.ofHours(7);

  List<SamplePhoto> photos() {
    Shot canal = shot(utrecht("2026-05-03T14:20:11"));
    Shot viewpoint = shot(lisbon("2026-05-06T17:20:42"));
    Shot castle = shot(lisbon("2026-05-07T10:31:05"));
    Shot cloister = shot(lisbon("2026-05-07T14:42:30"));
    Shot river = shot(lisbon("2026-05-07T16:25:09"));
    Shot pena = shot(lisbon("2026-05-08T12:34:56"));
    Shot onTheWay = shot(lisbon("2026-05-08T13:12:20"));
    Shot garden = shot(lisbon("2026-05-08T14:20:18"));
    Shot aquarium = shot(lisbon("2026-05-09T12:10:00"));
    Shot night = shot(lisbon("2026-05-09T22:15:33"));
    Shot market = shot(lisbon("2026-05-10T12:05:47"));
    return Stream.of(
            phone("IMG_2071.JPG", canal, wide(TOWN, located(canal))),
            phone("IMG_2088.JPG", viewpoint, high(TOWN, located(viewpoint).withOrientation(6))),
            camera("DSC00412.JPG", castle, large(TOWN, zoned(castle))),
            phone("IMG_2103.JPG", cloister, wide(TOWN, located(cloister).withOffset(null))),
            phone("IMG_2110.JPG", river, wide(RIVER, located(river))),
            camera("DSC00431.JPG", pena, large(HILLS, zoned(pena))),
            camera("DSC00440.JPG", onTheWay, large(HILLS, plain(onTheWay))),
            phone("IMG_2127.JPG", garden, high(HILLS, unlocated(garden).withOrientation(8))),
            phone("WA0012.jpg", aquarium, small(RIVER, located(aquarium))),
            phone("IMG_2140.JPG", night, wide(TOWN, located(night).withOrientation(3))),
            phone("IMG_2146.JPG", market, wide(TOWN, located(market)).corrupted()))
        .sorted(Comparator.comparing(SamplePhoto::uploadedAt))
        .toList();
  }

  private Shot shot(Instant at) {
    Passage passage = truth.passageAt(at);
    String spot = passage instanceof TrueStay stay ? stay.spot().name() : null;
    return new Shot(at, Plan.zoneAt(at), passage.positionAt(at), spot);
  }

  private CameraNotes located(Shot shot) {
    double altitude = truth.passageAt(shot.at()).altitudeAt(shot.at());
    return unlocated(shot)
        .withGps(new Gps(shot.position(), altitude, shot.at().truncatedTo(ChronoUnit.SECONDS)));
  }

  private static CameraNotes unlocated(Shot shot) {
    return CameraNotes.phone(shot.local()).withOffset(shot.offset());
  }

  private static CameraNotes zoned(Shot shot) {
    return plain(shot).withOffset(shot.offset());
  }

  private static CameraNotes plain(Shot shot) {
    return CameraNotes.camera(shot.local());
  }

  private static SyntheticPhoto wide(Subject subject, CameraNotes notes) {
    return SyntheticPhoto.of(subject, 4_000, 3_000, notes);
  }

  private static SyntheticPhoto high(Subject subject, CameraNotes notes) {
    return SyntheticPhoto.of(subject, 3_000, 4_000, notes);
  }

  private static SyntheticPhoto large(Subject subject, CameraNotes notes) {
    return SyntheticPhoto.of(subject, 3_888, 2_592, notes);
  }

  private static SyntheticPhoto small(Subject subject, CameraNotes notes) {
    return SyntheticPhoto.of(subject, 800, 600, notes);
  }

  private static SamplePhoto phone(String fileName, Shot shot, SyntheticPhoto picture) {
    return upload(fileName, PHONE_UPLOADS_AFTER, shot, picture);
  }

  private static SamplePhoto camera(String fileName, Shot shot, SyntheticPhoto picture) {
    return upload(fileName, CAMERA_UPLOADS_AFTER, shot, picture);
  }

  private static SamplePhoto upload(
      String fileName, Duration after, Shot shot, SyntheticPhoto picture) {
    String id = fileName.substring(0, fileName.indexOf('.')).toLowerCase(Locale.ROOT);
    return new SamplePhoto(id, fileName, shot.at().plus(after), picture, shot);
  }
}
