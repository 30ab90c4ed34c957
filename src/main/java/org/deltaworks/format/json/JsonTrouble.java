package org.deltaworks.format.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with JSON, in words of people; the parser's own speak of its settings. */
public final class JsonTrouble {
  private static final Pattern CHARACTER = Pattern.compile("^Unexpected character \\('(.)'.*");
  private static final Pattern WORD = Pattern.compile("^Unrecognized token '([^']{1,40}).*");
  private static final Pattern TWICE = Pattern.compile("^Duplicate .*?['\"]([^'\"]{1,40}).*");

  private static final String CUT = "it ends too early, as if it was cut off";

  private JsonTrouble() {}

  /** Why it could not be read: part of a sentence, without a full stop. */
  public static String reason(JsonProcessingException thrown) {
    return switch (thrown) {
      case JsonEOFException ignored -> CUT;
      case StreamConstraintsException ignored ->
          "it is nested too deep, or a text or number in it is too long";
      case MismatchedInputException ignored -> "something follows after its end";
      default -> reason(String.valueOf(thrown.getOriginalMessage()).replaceAll("\\R", " "));
    };
  }

  private static String reason(String message) {
    Matcher character = CHARACTER.matcher(message);
    if (character.matches()) {
      return "\"%s\" does not belong there".formatted(character.group(1));
    }
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return "\"%s\" is no value (a text stands in double quotes)".formatted(word.group(1));
    }
    Matcher twice = TWICE.matcher(message);
    if (twice.matches()) {
      return "\"%s\" is said twice".formatted(twice.group(1));
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return CUT;
    }
    return message.startsWith("Invalid UTF-8")
        ? "a letter there is not UTF-8"
        : "what stands there is not understood";
  }
}
