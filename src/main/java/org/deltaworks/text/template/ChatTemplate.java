package org.deltaworks.text.template;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.text.template.Python.Callable;
import org.deltaworks.text.template.Python.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A model's chat template, compiled: turns a conversation into the text that the model was trained
 * on, with the rules of transformers' {@code apply_chat_template} (trimmed blocks, immutable
 * sandbox, {@code generation} blocks, {@code tojson}, {@code raise_exception}, {@code
 * strftime_now}). Limited in steps, depth and output; touches nothing outside.
 */
public final class ChatTemplate {
  /** Range limit of Jinja's sandbox. */
  private static final long MAX_RANGE = 100_000;

  private final List<Statement> body;
  private final Clock clock;

  private ChatTemplate(List<Statement> body, Clock clock) {
    this.body = body;
    this.clock = clock;
  }

  /**
   * A text and where in it the assistant speaks.
   *
   * @param text the whole text
   * @param generated the template's {@code generation} blocks, in order; empty if it has none
   */
  public record Rendered(String text, List<Span> generated) {
    public Rendered {
      generated = List.copyOf(generated);
    }
  }

  /** Part of a text, in Java characters, {@code to} not included. */
  public record Span(int from, int to) {}

  /**
   * Reads a template.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it is not one that this engine
   *     understands
   */
  public static ChatTemplate compile(String source) {
    return compile(source, Clock.systemDefaultZone());
  }

  static ChatTemplate compile(String source, Clock clock) {
    try {
      return new ChatTemplate(new Parser(new Lexer(source).tokens()).template(), clock);
    } catch (TemplateError e) {
      throw problem("cannot be read", e);
    } catch (StackOverflowError e) {
      throw problem("cannot be read", new TemplateError("it is nested too deeply"));
    }
  }

  /**
   * Renders it.
   *
   * @param values what the template may use, as plain Java values: {@code messages} (list of maps
   *     with {@code role} and {@code content}), {@code add_generation_prompt}, {@code bos_token},
   *     {@code eos_token} …
   * @throws org.deltaworks.domain.problem.ProblemException if the template refuses the conversation
   *     or goes wrong
   */
  public Rendered render(Map<String, ? extends @Nullable Object> values) {
    try {
      Map<String, Object> names = globals();
      values.forEach((name, value) -> names.put(name, Python.of(value)));
      return new Renderer().render(body, Scope.root(names));
    } catch (TemplateError e) {
      throw problem(e.raised() ? "refuses this conversation" : "cannot be filled", e);
    } catch (StackOverflowError e) {
      throw problem("cannot be filled", new TemplateError("it calls itself too deeply"));
    } catch (ClassCastException
        | ArithmeticException
        | IndexOutOfBoundsException
        | NoSuchElementException e) {
      throw problem("cannot be filled", new TemplateError("a value is of the wrong kind"));
    }
  }

  private static RuntimeException problem(String what, TemplateError error) {
    return Problem.of(
            Problem.Kind.BAD_MODEL,
            "The model's chat template %s: %s.".formatted(what, error.reason()),
            error.raised()
                ? "Change the conversation so that it fits what the model expects."
                : "Use the model without its chat template, or correct the template in"
                    + " tokenizer_config.json.")
        .asException();
  }

  private Map<String, Object> globals() {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("range", (Callable) (p, n) -> range(p));
    names.put(
        "dict",
        (Callable)
            (p, n) -> {
              Map<Object, Object> dict = new LinkedHashMap<>();
              if (!p.isEmpty() && p.getFirst() instanceof Map<?, ?> first) {
                dict.putAll(first);
              }
              dict.putAll(n);
              return dict;
            });
    names.put(
        "namespace",
        (Callable)
            (p, n) -> {
              Map<String, Object> attributes = new LinkedHashMap<>();
              if (!p.isEmpty() && p.getFirst() instanceof Map<?, ?> first) {
                first.forEach((k, v) -> attributes.put(PythonText.str(k), v));
              }
              attributes.putAll(n);
              return new Namespace(attributes);
            });
    names.put(
        "raise_exception",
        (Callable)
            (p, n) -> {
              throw new TemplateError(
                  PythonText.str(p.isEmpty() ? "no reason given" : p.getFirst()), true);
            });
    names.put("strftime_now", (Callable) (p, n) -> now(Methods.string(p.getFirst())));
    return names;
  }

  private static Object range(List<Object> arguments) {
    long from = arguments.size() > 1 ? Python.whole(arguments.get(0)) : 0;
    long to = Python.whole(arguments.get(arguments.size() > 1 ? 1 : 0));
    long step = arguments.size() > 2 ? Python.whole(arguments.get(2)) : 1;
    if (step == 0) {
      throw new TemplateError("a range cannot have step 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      if (numbers.size() >= MAX_RANGE) {
        throw new TemplateError("a range has over " + MAX_RANGE + " numbers");
      }
      numbers.add(i);
    }
    return numbers;
  }

  /** Python's {@code strftime} for the marks that templates use. */
  private String now(String format) {
    LocalDateTime now = LocalDateTime.now(clock);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      boolean unpadded = format.charAt(i + 1) == '-' && i + 2 < format.length();
      i += unpadded ? 2 : 1;
      String text =
          switch (format.charAt(i)) {
            case 'Y' -> pattern(now, "uuuu");
            case 'y' -> pattern(now, "uu");
            case 'm' -> pattern(now, "MM");
            case 'd' -> pattern(now, "dd");
            case 'H' -> pattern(now, "HH");
            case 'I' -> pattern(now, "hh");
            case 'M' -> pattern(now, "mm");
            case 'S' -> pattern(now, "ss");
            case 'B' -> pattern(now, "MMMM");
            case 'b' -> pattern(now, "MMM");
            case 'A' -> pattern(now, "EEEE");
            case 'a' -> pattern(now, "EEE");
            case 'p' -> pattern(now, "a");
            case 'j' -> pattern(now, "DDD");
            case '%' -> "%";
            default ->
                throw new TemplateError("the date mark %" + format.charAt(i) + " is not known");
          };
      out.append(unpadded && text.length() > 1 && text.startsWith("0") ? text.substring(1) : text);
    }
    return out.toString();
  }

  private static String pattern(LocalDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
  }
}
