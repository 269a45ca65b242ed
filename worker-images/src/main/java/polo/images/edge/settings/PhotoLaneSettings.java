package polo.images.edge.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the photo worker takes jobs, under `polo.images.*`.
///
/// @param enabled whether this process works on photos
/// @param consumers photos worked on at once in this process; 0 means one for each core
/// @param pollRecords changed timelines one poll may bring, whose photos are linked anew
/// @param timeLimit how long one photo may take before it is given up
@ConfigurationProperties("polo.images")
public record PhotoLaneSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("0") int consumers,
    @DefaultValue("8") int pollRecords,
    @DefaultValue("5m") Duration timeLimit) {

  public int photosAtOnce() {
    return consumers > 0 ? consumers : Runtime.getRuntime().availableProcessors();
  }
}
