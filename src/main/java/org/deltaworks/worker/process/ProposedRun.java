package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.protocol.ChildArguments;
import org.jspecify.annotations.Nullable;

/**
 * A run that somebody asks for: everything it needs is read and the engine is loaded first, then it
 * is written down. Until then a problem is a refusal, told to who asked, and nothing is in the
 * catalog.
 */
final class ProposedRun implements Assignment {
  private final ChildArguments.Begin arguments;
  private final Proposer proposer;
  private @Nullable RunBook book;

  ProposedRun(ChildArguments.Begin arguments) {
    this.arguments = arguments;
    this.proposer = new Proposer(arguments.home(), arguments.proposal().id(), arguments.asker());
  }

  @Override
  public Path home() {
    return arguments.home();
  }

  @Override
  public int threads() {
    return arguments.threads();
  }

  @Override
  public Optional<Prepared> prepare(Catalog catalog, Folders folders) {
    RunProposal proposal = arguments.proposal();
    return Optional.of(
        new Preparation(catalog, proposal.draft(), proposal.model()).prepare(new TreeMap<>()));
  }

  @Override
  public Optional<RunBook> take(Catalog catalog, Folders folders) {
    RunProposal proposal = arguments.proposal();
    if (!proposer.waits()) {
      proposer.forget();
      return Optional.empty();
    }
    catalog.runs().create(proposal);
    Optional<RunBook> own = RunBook.claim(catalog, folders, proposal.id(), arguments.since());
    book = own.orElse(null);
    return own;
  }

  @Override
  public boolean fail(Problem problem) {
    RunBook written = book;
    if (written != null) {
      written.fail(problem);
    } else {
      proposer.refuse(problem);
    }
    return true;
  }
}
