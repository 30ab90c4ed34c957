package org.deltaworks.domain.estimate;

/**
 * What the process takes besides the model: Java, libtorch, the tokenizer and the rows.
 *
 * @param bytes all of it
 * @param distinctTokens how many different token ids occur in the rows
 * @param fastHalf whether the processor multiplies bfloat16 itself
 */
public record EngineMemory(long bytes, long distinctTokens, boolean fastHalf) {
  /** Linux maps sixteen pages around the one that is touched (fault_around_bytes). */
  static final double READ_AHEAD = 65_536;

  /** Java and libtorch with the first kernels run, as measured with the smallest model. */
  private static final long PROCESS = 249L << 20;

  /** As many as a child may keep ({@code ChildCommand}), some hundred kilobytes each. */
  static final long COMPILED_PRODUCTS = 54L << 20;

  /** What such a processor multiplies is first put into the order that it wants. */
  private static final long REARRANGED = 8L << 20;

  /** A parsed vocabulary takes so many times its file. */
  private static final int TOKENIZER_TIMES = 8;

  /** What Java takes of its young generation once that has been filled, as the child sets it. */
  static final long YOUNG = 13L << 20;

  /** Ids and labels, and the text they were made of. */
  private static final int BYTES_A_TOKEN = 24;

  /**
   * Of a process that reads these.
   *
   * @param tokenizerBytes size of the tokenizer's file
   * @param tokens tokens of all rows
   */
  public static EngineMemory of(
      long tokenizerBytes, long tokens, long distinctTokens, boolean fastHalf) {
    return new EngineMemory(
        PROCESS + TOKENIZER_TIMES * tokenizerBytes + BYTES_A_TOKEN * tokens,
        distinctTokens,
        fastHalf);
  }

  /** All of it for a computation in numbers of so many bytes. */
  long bytes(int number) {
    return bytes + (fastHalf && number < Float.BYTES ? REARRANGED : 0);
  }

  /**
   * What Java keeps of the trained numbers: an adapter's start, and the arrays through which it
   * comes and goes. Whole weights come and go in small parts.
   */
  long copies(TrainedNumbers trained) {
    return trained.lora().isPresent() ? 2L * Float.BYTES * trained.count() : 0;
  }
}
