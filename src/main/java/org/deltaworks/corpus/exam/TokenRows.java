package org.deltaworks.corpus.exam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads the {@code input_ids} of a JSON Lines file of tokens, one row at a time. */
public final class TokenRows {
  private static final JsonFactory JSON = new JsonFactory();

  private TokenRows() {}

  /** Hands on every row of the file. */
  public static void each(Path file, Consumer<int[]> row) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          row.accept(ids(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] ids(String line) throws IOException {
    int[] ids = new int[512];
    int count = 0;
    try (JsonParser parser = JSON.createParser(line)) {
      while (parser.nextToken() != JsonToken.FIELD_NAME
          || !parser.currentName().equals("input_ids")) {
        if (parser.currentToken() == null) {
          throw new IOException("a row without input_ids");
        }
      }
      parser.nextToken();
      while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
        ids[count++] = parser.getIntValue();
      }
    }
    return Arrays.copyOf(ids, count);
  }
}
