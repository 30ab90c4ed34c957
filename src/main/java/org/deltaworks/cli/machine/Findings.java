package org.deltaworks.cli.machine;

import java.util.List;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;

/** Findings as the result of a command: it failed if one of them is not as it should be. */
final class Findings {
  private Findings() {}

  static Result result(List<Finding> findings) {
    Facts facts = new Facts();
    findings.forEach(finding -> facts.with(finding.name(), finding.facts()));
    boolean ok = findings.stream().allMatch(Finding::ok);
    return new Result(
        facts.with("ok", ok).map(), findings.stream().map(Finding::line).toList(), ok ? 0 : 1);
  }
}
