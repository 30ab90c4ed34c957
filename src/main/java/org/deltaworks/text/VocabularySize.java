package org.deltaworks.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.platform.FileTrouble;

/**
 * Counts a {@code tokenizer.json}'s ids without keeping the vocabulary, which may have a quarter of
 * a million entries.
 */
final class VocabularySize {
  private static final JsonFactory JSON = new JsonFactory();

  private VocabularySize() {}

  /** One more than the highest id of the model's vocabulary and the added tokens. */
  static int read(Path tokenizerJson) {
    try (JsonParser parser = JSON.createParser(tokenizerJson.toFile())) {
      int highest = -1;
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "added_tokens" -> highest = Math.max(highest, ofAdded(parser));
          case "model" -> highest = Math.max(highest, ofModel(parser));
          default -> parser.skipChildren();
        }
      }
      return highest + 1;
    } catch (IOException e) {
      throw FileTrouble.reading(tokenizerJson, e);
    }
  }

  private static int ofAdded(JsonParser parser) throws IOException {
    int highest = -1;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean id = parser.currentName().equals("id");
        parser.nextToken();
        if (id) {
          highest = Math.max(highest, parser.getIntValue());
        } else {
          parser.skipChildren();
        }
      }
    }
    return highest;
  }

  private static int ofModel(JsonParser parser) throws IOException {
    int highest = -1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean vocabulary = parser.currentName().equals("vocab");
      JsonToken value = parser.nextToken();
      if (!vocabulary) {
        parser.skipChildren();
      } else if (value == JsonToken.START_ARRAY) {
        highest = ofList(parser);
      } else {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          parser.nextToken();
          highest = Math.max(highest, parser.getIntValue());
        }
      }
    }
    return highest;
  }

  /** A unigram vocabulary is a list of pairs; the place in it is the id. */
  private static int ofList(JsonParser parser) throws IOException {
    int count = 0;
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      parser.skipChildren();
      count++;
    }
    return count - 1;
  }
}
