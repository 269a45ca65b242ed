package polo.geo.edge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the geo worker, under `polo.geo.*`.
///
/// @param enabled whether this process derives timelines
/// @param liveConsumers consumers of the live lane in this process
/// @param bulkConsumers consumers of the bulk lane in this process
/// @param pollRecords jobs one poll may bring; all batches of a user in a poll are one derivation
/// @param usersAtOnce users of one poll worked on concurrently
/// @param liveObjective how long a live job may wait before bulk jobs step aside
/// @param gazetteer where names of places come from
@ConfigurationProperties("polo.geo")
public record GeoSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("2") int liveConsumers,
    @DefaultValue("1") int bulkConsumers,
    @DefaultValue("500") int pollRecords,
    @DefaultValue("32") int usersAtOnce,
    @DefaultValue("10s") Duration liveObjective,
    @DefaultValue Gazetteer gazetteer) {

  /// `polo.geo.gazetteer.*`.
  ///
  /// @param file a gazetteer of one's own, made by `polo gazetteer build`; may be replaced by an
  ///   atomic rename at any time; absent: the shipped one
  /// @param refresh how often to look whether the file was replaced
  /// @param preferredClaims ISO codes of countries whose claims come before those of others
  public record Gazetteer(
      @Nullable Path file,
      @DefaultValue("1m") Duration refresh,
      @DefaultValue List<String> preferredClaims) {

    public Gazetteer {
      preferredClaims = List.copyOf(preferredClaims);
    }
  }
}
