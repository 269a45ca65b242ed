package polo.fleet.edge.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Who may come in, and how much of the fleet one caller may take; under `polo.api.*` (`POLO_API_*`
/// in the environment).
///
/// @param token a token that may do everything; absent for none
/// @param tokenFile the file of tokens, see [Tokens]; absent for none
/// @param open without any token: whoever comes from this machine may write, not only read. The
///   embedded fleet says so of itself
/// @param hosts by which names this process may be called, beside those of the loopback and the
///   address a connection came in at
/// @param maxBody of a request, but for photos
/// @param maxPhoto of an uploaded original
/// @param bodyTime in which a body must have come, or else at [#bodyRate] from the first byte
/// @param bodyRate bytes a second, on average
/// @param rate requests a second that one caller may make in the long run
/// @param burst requests that one caller may make at once
/// @param rememberedJobs whose state can be asked for: so many of the latest
@ConfigurationProperties("polo.api")
public record ApiSettings(
    @Nullable String token,
    @Nullable Path tokenFile,
    @DefaultValue("false") boolean open,
    @DefaultValue List<String> hosts,
    @DefaultValue("2MB") DataSize maxBody,
    @DefaultValue("200000000B") DataSize maxPhoto,
    @DefaultValue("20s") Duration bodyTime,
    @DefaultValue("32KB") DataSize bodyRate,
    @DefaultValue("50") double rate,
    @DefaultValue("500") int burst,
    @DefaultValue("20000") int rememberedJobs) {}
