package org.deltaworks.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;

/**
 * A run's settings as text: what the person said, and beside it the defaults in force that day, so
 * that a later version with other defaults still repeats the same run.
 */
final class DraftText {
  private static final JsonFactory JSON = new JsonFactory();

  private static final String DEFAULTS = defaults();

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

  /** The draft again; a default that has changed since counts as said. */
  static TrainingDraft read(String said, String defaults) {
    TrainingDraft draft = TrainingDraft.empty();
    for (Map.Entry<String, List<String>> entry : parse(said).entrySet()) {
      Optional<Setting> setting = Setting.of(entry.getKey());
      if (setting.isPresent()) {
        draft = draft.with(setting.get(), entry.getValue());
      }
    }
    return defaults.equals(DEFAULTS) ? draft : withDefaults(draft, defaults);
  }

  private static TrainingDraft withDefaults(TrainingDraft said, String defaults) {
    TrainingDraft draft = said;
    for (Map.Entry<String, List<String>> entry : parse(defaults).entrySet()) {
      Optional<Setting> setting = Setting.of(entry.getKey());
      if (setting.isPresent()
          && !draft.says(setting.get())
          && !setting.get().defaultText().equals(entry.getValue().getFirst())) {
        draft = draft.with(setting.get(), entry.getValue());
      }
    }
    return draft;
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

  private static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String option = json.currentName();
        List<String> texts = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          texts.add(json.getText());
        }
        values.put(option, texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }
}
