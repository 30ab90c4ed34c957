package org.deltaworks.domain.estimate;

/**
 * What the process takes besides the model: Java, libtorch, the tokenizer and the rows.
 *
 * @param bytes all of it
 * @param distinctTokens how many different token ids occur in the rows
 */
public record EngineMemory(long bytes, long distinctTokens) {
  /** Linux maps sixteen pages around the one that is touched (fault_around_bytes). */
  static final double READ_AHEAD = 65_536;

  /** Java and libtorch with the first kernels run, as measured with the smallest model. */
  private static final long PROCESS = 250L << 20;

  /** A parsed vocabulary takes so many times its file. */
  private static final int TOKENIZER_TIMES = 8;

  /** What Java takes of its young generation once that has been filled, as the child sets it. */
  private static final long YOUNG = 13L << 20;

  private static final double PASSING_ARRAYS = 3.4;

  /** Ids and labels, and the text they were made of. */
  private static final int BYTES_A_TOKEN = 24;

  /**
   * Of a process that reads these.
   *
   * @param tokenizerBytes size of the tokenizer's file
   * @param tokens tokens of all rows
   */
  public static EngineMemory of(long tokenizerBytes, long tokens, long distinctTokens) {
    return new EngineMemory(
        PROCESS + TOKENIZER_TIMES * tokenizerBytes + BYTES_A_TOKEN * tokens, distinctTokens);
  }

  /**
   * Pages that stay of arrays that come and go while one block is worked on: the C library looks
   * for holes that are aligned, so an array seldom fits where one of its own size was. Rows that
   * are computed together leave such holes, single rows are too small for it. Fitted to runs of the
   * estimate's benchmark.
   *
   * @param block what the graph of one block keeps
   */
  long holes(long block, PassShape pass) {
    double together = (double) pass.together() / Math.max(1, pass.positions());
    return (long) (PASSING_ARRAYS * together * block);
  }

  /** What Java has not taken yet after the first step and will. */
  long javaToCome() {
    return YOUNG;
  }

  /**
   * What Java keeps of the trained numbers: an adapter's start, and the arrays through which it
   * comes and goes. Whole weights come and go in small parts.
   */
  long copies(TrainedNumbers trained) {
    return trained.lora().isPresent() ? 2L * Float.BYTES * trained.count() : 0;
  }
}
