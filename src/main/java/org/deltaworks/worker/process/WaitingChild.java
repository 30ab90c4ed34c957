package org.deltaworks.worker.process;

import java.util.Optional;
import java.util.TreeMap;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.platform.Folders;
import org.deltaworks.text.TokenizerNatives;
import org.deltaworks.worker.protocol.ChildArguments;

/**
 * The process that puts a run into the queue. It reads model and data as the training itself will,
 * so that a broken row is refused now and not found at night.
 */
final class WaitingChild {
  private final ChildArguments.Wait arguments;
  private final Proposer proposer;

  WaitingChild(ChildArguments.Wait arguments) {
    this.arguments = arguments;
    this.proposer = new Proposer(arguments.home(), arguments.proposal().id(), arguments.asker());
  }

  /** Writes the run down, or says why not. */
  int run() {
    Folders folders = Folders.find(Optional.of(arguments.home()));
    TokenizerNatives.keepIn(folders.cache());
    try (Catalog catalog = Catalog.open(folders)) {
      RunProposal proposal = arguments.proposal();
      Prepared prepared =
          new Preparation(catalog, proposal.draft(), proposal.model()).prepare(new TreeMap<>());
      Run.Footprint promised = prepared.estimator().promised();
      if (proposer.waits()) {
        catalog.runs().queue().create(proposal, arguments.notBefore());
        catalog.runs().promise(proposal.id(), promised);
      } else {
        proposer.forget();
      }
    } catch (Throwable thrown) {
      refuse(Explanation.of(thrown), thrown);
    }
    return 0;
  }

  private void refuse(Problem problem, Throwable thrown) {
    System.err.println(problem.line());
    if (problem.kind() == Problem.Kind.DEFECT) {
      thrown.printStackTrace();
    }
    proposer.refuse(problem);
  }
}
