package org.deltaworks.corpus.polder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.platform.AtomicFiles;

/**
 * Tokenised documents packed into rows: whole documents, one after the other, until the next would
 * not fit. JSON Lines of {@code {"input_ids": […], "labels": […]}}; every token is a label, but in
 * exercises.
 */
final class TokenShard {
  private final Corpus corpus;
  private final BpeEncoder encoder;
  private final int rowLength;

  TokenShard(Corpus corpus, BpeEncoder encoder, int rowLength) {
    this.corpus = corpus;
    this.encoder = encoder;
    this.rowLength = rowLength;
  }

  /** What was written. */
  record Written(long rows, long tokens, long documents) {}

  /** Writes documents of a seed, from number 0 on, until there are this many tokens. */
  Written write(Path file, long seed, long tokens, Curriculum curriculum) {
    long[] counts = new long[3];
    AtomicFiles.write(
        file,
        out -> {
          int[] row = new int[rowLength];
          int filled = 0;
          while (counts[1] + filled < tokens) {
            int[] ids = encoder.encode(PolderTokens.text(corpus.document(seed, counts[2]++)));
            ids = ids.length > rowLength ? Arrays.copyOf(ids, rowLength) : ids;
            if (filled + ids.length > rowLength) {
              put(out, curriculum.row(Arrays.copyOf(row, filled), counts[0], rowLength), counts);
              filled = 0;
            }
            System.arraycopy(ids, 0, row, filled, ids.length);
            filled += ids.length;
          }
          put(out, curriculum.row(Arrays.copyOf(row, filled), counts[0], rowLength), counts);
        });
    return new Written(counts[0], counts[1], counts[2]);
  }

  private static void put(OutputStream out, TokenRow row, long[] counts) throws IOException {
    out.write(row.json().getBytes(StandardCharsets.UTF_8));
    counts[0]++;
    counts[1] += row.ids().length;
  }
}
