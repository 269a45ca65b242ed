package polo.common.job;

/// Why a job was not simply done: a stable code for machines, a sentence for people.
public record Reason(ReasonCode code, String message) {}
