package org.deltaworks.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.jspecify.annotations.Nullable;

/**
 * A run's settings as text: what the person said, and beside it the defaults in force that day, so
 * that a later version with other defaults still repeats the same run.
 */
final class DraftText {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<String, Setting> SETTINGS =
      Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::option, s -> s));

  private DraftText() {}

  /** Option and values of everything the person said. */
  static String said(TrainingDraft draft) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    draft.said().forEach((setting, texts) -> values.put(setting.option(), texts));
    return write(values);
  }

  /** Option and default of every setting, as this program has them. */
  static String defaults() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      if (!setting.defaultText().isEmpty()) {
        values.put(setting.option(), List.of(setting.defaultText()));
      }
    }
    return write(values);
  }

  /**
   * The draft again; a default that has changed since counts as said. A setting that is no more is
   * passed over: an old run must stay readable.
   *
   * @param said what {@link #said} wrote
   * @param defaults what {@link #defaults} wrote that day; null where it is today's
   */
  static TrainingDraft read(String said, @Nullable String defaults) {
    Map<Setting, List<String>> values = new EnumMap<>(Setting.class);
    if (defaults != null) {
      parse(
          defaults,
          (setting, texts) -> {
            if (!List.of(setting.defaultText()).equals(texts)) {
              values.put(setting, texts);
            }
          });
    }
    parse(said, values::put);
    return TrainingDraft.of(values);
  }

  private static String write(Map<String, List<String>> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, List<String>> entry : values.entrySet()) {
        json.writeArrayFieldStart(entry.getKey());
        for (String value : entry.getValue()) {
          json.writeString(value);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void parse(String text, BiConsumer<Setting, List<String>> each) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        Setting setting = SETTINGS.get(json.currentName());
        List<String> texts = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_ARRAY) {
          throw new IOException("\"%s\" is no list".formatted(json.currentName()));
        }
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.add(json.getText());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
          throw new IOException("\"%s\" is no list of texts".formatted(json.currentName()));
        }
        if (setting != null) {
          each.accept(setting, texts);
        }
      }
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "The settings of a run in the catalog cannot be read: they were changed by hand or"
                  + " damaged.",
              "Put a copy of the catalog in its place (the folder backups holds those made before"
                  + " updates).")
          .asException(e);
    }
  }
}
