package org.deltaworks.service.runs;

import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.training.Run;

/**
 * A run in the queue.
 *
 * @param place its place, 1 is next
 * @param held whether it waits until somebody lets it go
 * @param notBefore when it may start at the earliest
 */
public record WaitingRun(Run run, int place, boolean held, Optional<Instant> notBefore) {}
