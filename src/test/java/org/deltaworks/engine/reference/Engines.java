package org.deltaworks.engine.reference;

import java.nio.file.Path;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.FourBitWeights;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;

/** Starts the engine as the child process does, on two threads. */
public final class Engines {
  private Engines() {}

  /** libtorch, unpacked below the build folder. */
  public static Libtorch torch() {
    return Libtorch.start(Path.of("target", "natives").toAbsolutePath(), 2);
  }

  /** A decoder whose linear weights are kept in four bits; its workspace frees it. */
  public static Decoder inFourBits(ModelFiles files, NumberType compute) {
    Workspace work = Workspace.open(torch(), files.model().decoder());
    return new Decoder(work, files.model().decoder(), new FourBitWeights(work, files), compute);
  }

  /** A decoder over mapped weights; its workspace frees it. */
  public static Decoder decoder(ModelFiles files, NumberType compute) {
    Workspace work = Workspace.open(torch(), files.model().decoder());
    return new Decoder(
        work,
        files.model().decoder(),
        new MappedWeights(work.kernels(), work.scope(), files.tensors(), compute),
        compute);
  }
}
