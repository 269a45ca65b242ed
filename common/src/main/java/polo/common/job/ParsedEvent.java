package polo.common.job;

/// What reading an event's bytes can end in.
public sealed interface ParsedEvent {

  record Valid(Event event, JobHeaders headers) implements ParsedEvent {}

  /// Not an event of ours.
  record Invalid(Reason reason) implements ParsedEvent {}
}
