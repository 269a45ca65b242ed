package polo.fleet.edge.upload;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import polo.fleet.edge.files.FixFormat;

/// How files are brought in.
///
/// @param user whose fixes and photos they are, where the file does not say; absent when every file
///   says so
/// @param format of files of positions; absent when their content shall tell
/// @param zone where the user's app is, the last resort for photos that do not know their own;
///   absent when unknown
public record ImportSettings(
    @Nullable String user, @Nullable FixFormat format, @Nullable ZoneId zone) {}
