package org.deltaworks.engine.kernel;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.deltaworks.domain.problem.Problem;

/**
 * libtorch in this process. Nothing is downloaded: its native libraries come from the class path
 * and are unpacked once into a folder of the user's. Only the thread that starts it may use it.
 */
public final class Libtorch {
  private static final String SOURCE = "decoder.py";

  private Libtorch() {}

  /**
   * Loads libtorch, or says in words why this machine cannot.
   *
   * @param natives per-user folder for the unpacked libraries
   * @param threads threads for one operation, 0 for as many as there are processors
   */
  public static Libtorch start(Path natives, int threads) {
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("DJL_CACHE_DIR", natives.toString());
    setUnlessSet("ENGINE_CACHE_DIR", natives.toString());
    try {
      Engine.getEngine("PyTorch");
    } catch (RuntimeException | LinkageError e) {
      throw Problem.of(
              Problem.Kind.NOT_AVAILABLE,
              "The computing engine (libtorch) could not be loaded: " + e.getMessage() + ".",
              "Run `deltaworks doctor`; it checks the folder " + natives + " and the processor.")
          .asException(e);
    }
    Libtorch torch = new Libtorch();
    // TorchScript's optimizer costs seconds at first use and gains nothing over whole-block calls.
    JniUtils.setGraphExecutorOptimize(false);
    JniUtils.setGradMode(true);
    JniUtils.setNumThreads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
    return torch;
  }

  /** Name and version, for the lineage of adapters. */
  public String version() {
    return "libtorch " + Engine.getEngine("PyTorch").getVersion();
  }

  /** Threads that one operation may use. */
  public int threads() {
    return JniUtils.getNumThreads();
  }

  /** A scope of its own for tensors; closing it frees them. */
  public NDManager newScope() {
    return NDManager.newBaseManager(null, "PyTorch");
  }

  /**
   * Compiles the kernels.
   *
   * @param attributes values of the attributes that the source declares
   */
  public Kernels kernels(NDManager scope, Map<String, Object> attributes) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("training", false);
    all.putAll(attributes);
    byte[] archive = ModuleArchive.of(source(), all);
    try {
      return new Kernels(
          JniUtils.loadModule(
              (PtNDManager) scope, new ByteArrayInputStream(archive), false, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes libtorch's random numbers, such as dropout's, a function of this seed from here on. */
  public void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  /** Runs work of which no gradient will be asked. */
  public <T> T withoutGradients(Supplier<T> work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  private static String source() {
    try (InputStream in = Objects.requireNonNull(Libtorch.class.getResourceAsStream(SOURCE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }
}
