package org.deltaworks.domain.training;

import java.util.Locale;
import java.util.Set;

/** Where a run stands. States move by permission: {@link #mayBecome} is the whole table. */
public enum RunState {
  QUEUED,
  RUNNING,
  PAUSED,
  STOPPED,
  FAILED,
  FINISHED;

  /** Whether this state may follow. */
  public boolean mayBecome(RunState next) {
    return successors().contains(next);
  }

  private Set<RunState> successors() {
    return switch (this) {
      case QUEUED -> Set.of(RUNNING, STOPPED, FAILED);
      case RUNNING -> Set.of(PAUSED, STOPPED, FAILED, FINISHED);
      case PAUSED, FAILED, STOPPED -> Set.of(QUEUED, STOPPED);
      case FINISHED -> Set.of();
    };
  }

  /** Whether no process works on it. */
  public boolean atRest() {
    return this != QUEUED && this != RUNNING;
  }

  /** What a sentence says of a run in this state: "The run harbour" and then this. */
  public String saying() {
    return switch (this) {
      case QUEUED -> "is waiting to start";
      case RUNNING -> "is running";
      case PAUSED -> "is paused";
      case STOPPED -> "was stopped";
      case FAILED -> "has failed";
      case FINISHED -> "is finished";
    };
  }

  /** The name that scripts see. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
