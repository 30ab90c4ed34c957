package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.benchmark.RandomModels;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.lora.LoraInitialisation;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of a base in four bits no more than one block is ever written out: the C library counts. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "mallinfo2 is glibc's")
class FourBitMemoryTest {
  private static final RandomModels.Shape SHAPE =
      new RandomModels.Shape("m", "llama", 6, 512, 8, 4, 1536, 256, true, false);

  /** Java's compiler and libtorch's small arrays: less than half of a block. */
  private static final long SLACK = 6L << 20;

  @Test
  void oneBlockAtATimeIsWrittenOutAndNothingStays(@TempDir Path folder) throws Throwable {
    ModelFiles files = model(folder);
    long numbers = files.model().modules().stream().mapToLong(LinearModule::parameters).sum();
    InUse memory = new InUse();
    // What a first use loads for good is not counted.
    Engines.inFourBits(files, NumberType.FLOAT32).work().close();
    Decoder decoder = counted(files, memory, numbers);
    try (Workspace work = decoder.work()) {
      List<Long> inBackward = new ArrayList<>();
      TrainedAdapter adapter = adapter(decoder, files);
      GradientPass pass = new GradientPass(decoder, watched(adapter, memory, inBackward), true);
      MicroBatch batch = MicroBatch.packed(List.of(row()));
      pass.run(batch, 1.0 / batch.labels(), 0);
      long held = memory.bytes();
      inBackward.clear();
      pass.run(batch, 1.0 / batch.labels(), 0);
      assertThat(inBackward).hasSize(SHAPE.layers());
      for (long inUse : inBackward) {
        assertThat(inUse - held)
            .as("what is kept of one block, none of its weights written out")
            .isLessThan(SLACK);
      }
      assertThat(memory.bytes() - held).as("what stays of a pass").isLessThan(SLACK);
    }
  }

  /** Opens it, more than once where Java's own compiler has just taken or given back megabytes. */
  private static Decoder counted(ModelFiles files, InUse memory, long numbers) throws Throwable {
    List<Long> seen = new ArrayList<>();
    for (int look = 0; look < 10; look++) {
      long before = memory.bytes();
      Decoder decoder = Engines.inFourBits(files, NumberType.FLOAT32);
      long held = memory.bytes() - before;
      if (held >= 0.51 * numbers && held <= 0.53 * numbers + SLACK) {
        return decoder;
      }
      seen.add(held);
      decoder.work().close();
      Thread.sleep(200);
    }
    throw new AssertionError("codes and constants take 0.52 byte a number, not " + seen);
  }

  private static ModelFiles model(Path folder) throws IOException {
    Path tokenizer = Path.of("assets/models/polder/tokenizer.json");
    return ModelFolder.ofKnownFamilies().read(new RandomModels(folder, tokenizer).model(SHAPE));
  }

  private static TokenizedRow row() {
    int[] ids = IntStream.range(10, 26).toArray();
    return new TokenizedRow(ids, ids.clone());
  }

  private static TrainedAdapter adapter(Decoder decoder, ModelFiles files) {
    TrainingPlan plan = Plans.of("rank", "4", "quantize", "nf4", "target-modules", "all-linear");
    LoraSpec spec = plan.lora().orElseThrow();
    LoraParameters lora =
        new LoraParameters(
            decoder, files.model(), spec, LoraInitialisation.pairs(files.model(), spec, 0));
    return new TrainedAdapter(lora, SHAPE.layers(), 0);
  }

  /** The pass asks what is trained in a block when that has just been computed again. */
  private static Trained watched(Trained adapter, InUse memory, List<Long> seen) {
    return (Trained)
        Proxy.newProxyInstance(
            Trained.class.getClassLoader(),
            new Class<?>[] {Trained.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("block")) {
                seen.add(memory.bytes());
              }
              try {
                return method.invoke(adapter, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** What the C library has given out and not got back, in all arenas and mappings. */
  private static final class InUse {
    private static final MemoryLayout INFO =
        MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG));
    private static final int MAPPED = 4;
    private static final int SMALL = 7;

    private final MethodHandle mallinfo2 =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().find("mallinfo2").orElseThrow(),
                FunctionDescriptor.of(INFO));

    long bytes() throws Throwable {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment info = (MemorySegment) mallinfo2.invokeExact((SegmentAllocator) arena);
        return info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED)
            + info.getAtIndex(ValueLayout.JAVA_LONG, SMALL);
      }
    }
  }
}
