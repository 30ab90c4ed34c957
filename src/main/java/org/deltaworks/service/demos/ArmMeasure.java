package org.deltaworks.service.demos;

import org.deltaworks.domain.demos.Arm;
import org.deltaworks.domain.demos.Comparison.Baseline;
import org.deltaworks.domain.demos.Comparison.Figures;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.training.Run;

/** Measures what a way to train made: how well it does the task, and what it forgot. */
public interface ArmMeasure {
  /**
   * How the base does before anything is trained.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if the base or its text cannot be used
   */
  Baseline base(Demo demo) throws InterruptedException;

  /**
   * What a finished run cost and brought.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if what it made is gone or cannot be
   *     used
   */
  Figures of(Demo demo, Arm arm, Run run) throws InterruptedException;
}
