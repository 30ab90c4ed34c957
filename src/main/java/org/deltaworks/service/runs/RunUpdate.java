package org.deltaworks.service.runs;

import org.deltaworks.domain.training.Run;

/**
 * What one hears of a run that is followed.
 *
 * @param run how it stands
 * @param newer points of the curve that were not told before; evaluations, samples and log whole
 */
public record RunUpdate(Run run, Run.History newer) {}
