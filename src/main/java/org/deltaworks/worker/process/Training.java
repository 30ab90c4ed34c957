package org.deltaworks.worker.process;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.engine.lora.LoraInitialisation;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.FourBitWeights;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.TensorSource;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.training.Trained;
import org.deltaworks.engine.training.TrainedAdapter;
import org.deltaworks.engine.training.TrainingLoop;
import org.deltaworks.engine.training.WholeModel;
import org.deltaworks.platform.FileTree;

/** One training from its first tensor to its result on the shelf. */
final class Training {
  private final Libtorch torch;
  private final RunBook book;
  private final Prepared prepared;
  private final BaseModel base;
  private final BaseCheck check;
  private final EndRequest end;

  Training(Libtorch torch, RunBook book, Prepared prepared, EndRequest end) {
    this.torch = torch;
    this.book = book;
    this.prepared = prepared;
    this.base = prepared.model().model();
    this.check = new BaseCheck(book.catalog().models(), prepared.model());
    this.end = end;
  }

  /** Trains and publishes. */
  void run() throws InterruptedException {
    try (Workspace work = Workspace.open(torch, base.decoder())) {
      if (prepared.lora().isPresent()) {
        NumberType compute = NumberType.of(prepared.plan().precision());
        TensorSource weights = frozen(work, compute);
        trainAdapter(new Decoder(work, base.decoder(), weights, compute), prepared.lora().get());
      } else {
        trainModel(work);
      }
    }
  }

  private TensorSource frozen(Workspace work, NumberType compute) {
    ModelFiles model = prepared.model();
    return switch (prepared.plan().baseStorage()) {
      case NONE -> new MappedWeights(work.kernels(), work.scope(), model.tensors(), compute);
      case NF4 -> {
        book.note("The base is put into 4 bits first; a large one takes some minutes for that.");
        yield new FourBitWeights(work, model);
      }
    };
  }

  private void trainAdapter(Decoder decoder, LoraSpec spec) throws InterruptedException {
    LoraParameters lora = new LoraParameters(decoder, base, spec, start(spec));
    Trained trained = new TrainedAdapter(lora, base.decoder().layers(), spec.dropout());
    TrainingLoop.Outcome outcome = train(decoder, trained);
    if (outcome != TrainingLoop.Outcome.PAUSED) {
      String baseHash = check.sha256();
      List<LoraPair> learnt = lora.pairs();
      Publication publication = new Publication(book, prepared, torch.version());
      settle(outcome, publication.ofAdapter(spec, learnt, baseHash));
    }
  }

  private void trainModel(Workspace work) throws InterruptedException {
    WholeModel whole = WholeModel.of(work, prepared.model(), prepared.plan().method());
    TrainingLoop.Outcome outcome = train(whole.decoder(), whole.trained());
    if (outcome != TrainingLoop.Outcome.PAUSED) {
      check.sha256();
      Publication publication = new Publication(book, prepared, torch.version());
      settle(outcome, publication.ofModel(whole.tensors()));
    }
  }

  private List<LoraPair> start(LoraSpec spec) {
    return prepared
        .start()
        .orElseGet(() -> LoraInitialisation.pairs(base, spec, prepared.plan().seed()));
  }

  private TrainingLoop.Outcome train(Decoder decoder, Trained trained) throws InterruptedException {
    Samples samples = new Samples(book, prepared, decoder, trained.whileEvaluating());
    KeptPromise promise = new KeptPromise(book, prepared.estimator());
    TrainingLoop loop =
        new TrainingLoop(
            decoder,
            trained,
            prepared.plan(),
            prepared.rows().training(),
            prepared.rows().testing(),
            new CatalogWorld(book, check, samples::answer, prepared.names(), promise, end));
    if (!prepared.checkpoints().isEmpty()) {
      loop.resume(prepared.checkpoints());
    }
    TrainingLoop.Outcome outcome = run(loop);
    book.putTaken();
    if (outcome == TrainingLoop.Outcome.PAUSED) {
      tellWhoAsked();
      book.write(new TrainingEvent.Paused(Instant.now(), book.step()));
    }
    return outcome;
  }

  private void tellWhoAsked() {
    if (end.made()) {
      book.note("The system asked this process to end, so the run rests. Resume it to go on.");
    }
  }

  /** When nothing but NaN comes out, the base may be what is damaged: then that is the reason. */
  private TrainingLoop.Outcome run(TrainingLoop loop) throws InterruptedException {
    try {
      return loop.run(base.parameters());
    } catch (ProblemException e) {
      if (e.problem().kind() == Problem.Kind.NOT_FINITE) {
        check.sha256();
      }
      throw e;
    }
  }

  private void settle(TrainingLoop.Outcome outcome, String result) {
    book.putTaken();
    Instant now = Instant.now();
    if (outcome == TrainingLoop.Outcome.STOPPED) {
      book.write(new TrainingEvent.Stopped(now, book.step(), result));
      return;
    }
    book.write(new TrainingEvent.Finished(now, book.step(), result));
    removeCheckpoints();
  }

  /** A finished run never goes on, so what it would go on from is only weight on the disk. */
  private void removeCheckpoints() {
    try {
      book.catalog()
          .runs()
          .checkpoints(book.run().id())
          .forEach(c -> book.catalog().runs().forgetCheckpoint(book.run().id(), c.step()));
      FileTree.delete(book.checkpoints());
    } catch (IOException e) {
      System.err.println("Old checkpoints could not be removed: " + e.getMessage());
    }
  }
}
