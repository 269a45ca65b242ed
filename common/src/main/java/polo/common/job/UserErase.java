package polo.common.job;

/// Delete everything of a user. Travels on the user's own lane, so it is ordered with their data.
public record UserErase(String userId) implements Job {

  @Override
  public JobType type() {
    return JobType.USER_ERASE;
  }
}
