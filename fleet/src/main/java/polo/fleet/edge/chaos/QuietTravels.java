package polo.fleet.edge.chaos;

import java.util.List;
import polo.common.document.TripEntry;
import polo.common.job.PointsUploaded;
import polo.fleet.edge.documents.Travels;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.pin.Pins;
import polo.geo.timeline.Legacy;
import polo.geo.timeline.Settlement;
import polo.geo.timeline.Settler;
import polo.geo.timeline.Timeline;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;

/// What a user's travels are when nothing ever fails: all fixes at once through the core, without a
/// broker, a store or a second worker.
final class QuietTravels {

  private final TimelineDeriver deriver = TimelineDeriver.DEFAULT;
  private final Settler settler = Settler.with(EmbeddedGazetteer.load());

  Travels of(String userId, List<PointsUploaded> uploads) {
    Timeline timeline = deriver.derive(Track.of(userId, fixes(uploads)));
    Settlement settlement =
        settler.settle(
            userId,
            timeline.stays(),
            timeline.trips().stream().map(TripEntry::of).toList(),
            Pins.NONE,
            Legacy.NONE);
    return new Travels(
        userId,
        settlement.stays(),
        settlement.settled(timeline.trips()),
        timeline.gaps(),
        settlement.places(),
        settlement.journeys(),
        settlement.pinned());
  }

  private static List<DeviceFix> fixes(List<PointsUploaded> uploads) {
    return uploads.stream()
        .flatMap(
            upload -> upload.fixes().stream().map(fix -> new DeviceFix(upload.deviceId(), fix)))
        .toList();
  }
}
