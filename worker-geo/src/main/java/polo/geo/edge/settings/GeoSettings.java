package polo.geo.edge.settings;

import java.time.Duration;
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
@ConfigurationProperties("polo.geo")
public record GeoSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("2") int liveConsumers,
    @DefaultValue("1") int bulkConsumers,
    @DefaultValue("500") int pollRecords,
    @DefaultValue("32") int usersAtOnce,
    @DefaultValue("10s") Duration liveObjective) {}
