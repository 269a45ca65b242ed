package polo.geo.stay;

import java.time.Instant;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.geo.track.Fingerprint;
import polo.geo.track.Precision;
import polo.geo.track.Track;

/// A stay as found in a track: the fixes `first` to `last` of it, and what is known of it.
///
/// @param startMillis, endMillis milliseconds since 1970
/// @param radiusMeters root mean square of the distances from the centre
/// @param fixes how many good ones keep to it
/// @param silentMillis how much of it is silence
/// @param certainty of the silence at its ends being part of it
public record Visit(
    int first,
    int last,
    long startMillis,
    long endMillis,
    Coordinate centre,
    double radiusMeters,
    int fixes,
    long silentMillis,
    double certainty) {

  private static final double SEEN_CERTAINTY = 0.95;
  private static final double SILENCE_COSTS = 0.25;

  /// As a document: with the fingerprint of its time as id, without a place.
  public Stay toStay(Track track) {
    return new Stay(
        Fingerprint.of(track.userId(), startMillis, endMillis).id('s'),
        Instant.ofEpochMilli(startMillis),
        Instant.ofEpochMilli(endMillis),
        Precision.degrees(centre.latitude()),
        Precision.degrees(centre.longitude()),
        Precision.meters(radiusMeters),
        fixes,
        null,
        silentMillis > 0,
        Precision.confidence(confidence()));
  }

  /// Silence within it costs little: it ended where it began.
  private double confidence() {
    double silentShare = silentMillis / (double) Math.max(1, endMillis - startMillis);
    return certainty * (SEEN_CERTAINTY - SILENCE_COSTS * silentShare);
  }
}
