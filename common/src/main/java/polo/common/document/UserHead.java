package polo.common.document;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a user's data begins: which months and devices there are.
///
/// @param months with a timeline or photos, ascending
/// @param devices ascending
/// @param homePlaceId the place with most nights; absent until known
/// @param journeyIds by start
public record UserHead(
    String userId,
    List<YearMonth> months,
    List<String> devices,
    @Nullable String homePlaceId,
    List<String> journeyIds) {

  public UserHead {
    months = List.copyOf(months);
    devices = List.copyOf(devices);
    journeyIds = List.copyOf(journeyIds);
  }

  public static UserHead empty(String userId) {
    return new UserHead(userId, List.of(), List.of(), null, List.of());
  }
}
