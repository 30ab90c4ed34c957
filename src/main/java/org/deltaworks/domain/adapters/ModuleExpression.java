package org.deltaworks.domain.adapters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.deltaworks.domain.problem.Problem;

/**
 * Regular expressions over module names, as strangers' adapters bring them: a few characters can
 * ask for more time than there is ({@code (.*.*)*x}), so that every look at a character is counted
 * and an expression that needs too many is refused.
 */
final class ModuleExpression {
  private static final int LONGEST = 4_000;

  /** A usual expression looks at a module's name some hundred times. */
  private static final int MOST_LOOKS = 20_000;

  private ModuleExpression() {}

  /**
   * Compiles one.
   *
   * @throws PatternSyntaxException if it is none, or longer or deeper than any that is meant
   */
  static Pattern compile(String text) {
    if (text.length() > LONGEST) {
      throw new PatternSyntaxException("longer than " + LONGEST + " characters", "", -1);
    }
    try {
      return Pattern.compile(text);
    } catch (StackOverflowError e) {
      throw new PatternSyntaxException("nested too deeply", "", -1);
    }
  }

  /** A matcher over a module's path that does not go on for ever. */
  static Matcher matcher(Pattern pattern, String path) {
    return pattern.matcher(new Counted(path, pattern.pattern(), new int[1]));
  }

  /** A text that counts how often it is looked at; its parts count with it. */
  private record Counted(String text, String expression, int[] looks) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST_LOOKS) {
        throw Problem.of(
                Problem.Kind.BAD_ADAPTER,
                "The expression \"%s\" would take far too long to compare with the names of modules."
                    .formatted(
                        expression.length() > 80 ? expression.substring(0, 80) + "…" : expression),
                "Write a simpler one, or name the modules.")
            .asException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), expression, looks);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
