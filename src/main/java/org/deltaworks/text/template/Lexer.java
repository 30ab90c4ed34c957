package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a template into tokens with transformers' settings: {@code trim_blocks} (the newline after a
 * block goes) and {@code lstrip_blocks} (blanks before a block on its line go), one newline at the
 * very end goes (Jinja's documentation, "Whitespace Control").
 */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of(
          "//", "**", "==", "!=", ">=", "<=", "+", "-", "*", "/", "%", "~", "(", ")", "[", "]", "{",
          "}", ">", "<", "=", ",", ":", ".", "|");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;

  Lexer(String source) {
    String unix = source.replace("\r\n", "\n").replace('\r', '\n');
    this.source = unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix;
  }

  List<Token> tokens() {
    while (position < source.length()) {
      int tag = nextTag();
      if (tag < 0) {
        text(source.substring(position));
        position = source.length();
      } else {
        tag(tag);
      }
    }
    add(Token.Kind.END, "");
    return tokens;
  }

  private int nextTag() {
    for (int i = source.indexOf('{', position);
        i >= 0 && i + 1 < source.length();
        i = source.indexOf('{', i + 1)) {
      if ("{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private void tag(int at) {
    char type = source.charAt(at + 1);
    char modifier = at + 2 < source.length() ? source.charAt(at + 2) : ' ';
    String before = source.substring(position, at);
    if (modifier == '-') {
      before = before.stripTrailing();
    } else if (type != '{' && modifier != '+') {
      before = stripBlanksOfLine(before, at);
    }
    int textLines = newlines(source.substring(position, at));
    add(Token.Kind.TEXT, before);
    line += textLines;
    position = at + 2 + (modifier == '-' || modifier == '+' ? 1 : 0);
    switch (type) {
      case '#' -> comment();
      case '%' -> {
        if (!raw()) {
          code(Token.Kind.BLOCK_BEGIN, Token.Kind.BLOCK_END, "%}");
        }
      }
      default -> code(Token.Kind.PRINT_BEGIN, Token.Kind.PRINT_END, "}}");
    }
  }

  private String stripBlanksOfLine(String before, int at) {
    int cut = before.length();
    while (cut > 0 && (before.charAt(cut - 1) == ' ' || before.charAt(cut - 1) == '\t')) {
      cut--;
    }
    boolean lineStart =
        cut > 0
            ? before.charAt(cut - 1) == '\n'
            : position == 0 || source.charAt(at - before.length() - 1) == '\n';
    return lineStart ? before.substring(0, cut) : before;
  }

  private void comment() {
    int end = source.indexOf("#}", position);
    if (end < 0) {
      throw new TemplateError("a comment that begins in line " + line + " has no end");
    }
    line += newlines(source.substring(position, end));
    boolean strip = source.charAt(end - 1) == '-';
    boolean keep = source.charAt(end - 1) == '+';
    position = end + 2;
    afterTag(strip, !keep);
  }

  /** Passes over {@code {% raw %} … {% endraw %}}, whose inside is text. */
  private boolean raw() {
    java.util.regex.Matcher begin =
        java.util.regex.Pattern.compile("\\s*raw\\s*(-?)%\\}")
            .matcher(source)
            .region(position, source.length());
    if (!begin.lookingAt()) {
      return false;
    }
    java.util.regex.Matcher end =
        java.util.regex.Pattern.compile("\\{%(-?)\\s*endraw\\s*(-?)%\\}").matcher(source);
    if (!end.find(begin.end())) {
      throw new TemplateError("raw text that begins in line " + line + " has no end");
    }
    String text = source.substring(begin.end(), end.start());
    int lines = newlines(text);
    text = "-".equals(begin.group(1)) ? text.stripLeading() : text;
    text = "-".equals(end.group(1)) ? text.stripTrailing() : text;
    add(Token.Kind.TEXT, text);
    line += lines;
    position = end.end();
    afterTag("-".equals(end.group(2)), true);
    return true;
  }

  private void code(Token.Kind begin, Token.Kind end, String close) {
    add(begin, "");
    int depth = 0;
    while (true) {
      skipBlanks();
      if (position >= source.length()) {
        throw new TemplateError("a tag has no end, line " + line);
      }
      if (depth == 0) {
        for (String modifier : List.of("-", "+", "")) {
          if (source.startsWith(modifier + close, position)) {
            position += modifier.length() + close.length();
            add(end, "");
            afterTag(modifier.equals("-"), end == Token.Kind.BLOCK_END && modifier.isEmpty());
            return;
          }
        }
      }
      depth += token();
    }
  }

  private void afterTag(boolean strip, boolean trimNewline) {
    if (strip) {
      while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
        line += source.charAt(position) == '\n' ? 1 : 0;
        position++;
      }
    } else if (trimNewline && position < source.length() && source.charAt(position) == '\n') {
      position++;
      line++;
    }
  }

  private void skipBlanks() {
    while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
      line += source.charAt(position) == '\n' ? 1 : 0;
      position++;
    }
  }

  /** Reads one token; returns how the depth of brackets changes. */
  private int token() {
    char c = source.charAt(position);
    if (c == '"' || c == '\'') {
      string(c);
      return 0;
    }
    if (Character.isDigit(c)) {
      number();
      return 0;
    }
    if (Character.isLetter(c) || c == '_') {
      int end = position;
      while (end < source.length()
          && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
        end++;
      }
      add(Token.Kind.NAME, source.substring(position, end));
      position = end;
      return 0;
    }
    for (String operator : OPERATORS) {
      if (source.startsWith(operator, position)) {
        add(Token.Kind.OPERATOR, operator);
        position += operator.length();
        return "([{".contains(operator) ? 1 : ")]}".contains(operator) ? -1 : 0;
      }
    }
    throw new TemplateError("unexpected character \"" + c + "\" in line " + line);
  }

  private void number() {
    int end = position;
    boolean real = false;
    while (end < source.length()) {
      char c = source.charAt(end);
      if (c == '.'
          && !real
          && end + 1 < source.length()
          && Character.isDigit(source.charAt(end + 1))) {
        real = true;
      } else if ((c == 'e' || c == 'E')
          && end + 1 < source.length()
          && (Character.isDigit(source.charAt(end + 1))
              || "+-".indexOf(source.charAt(end + 1)) >= 0)) {
        real = true;
        end++;
      } else if (!Character.isDigit(c) && c != '_') {
        break;
      }
      end++;
    }
    String text = source.substring(position, Math.min(end, source.length())).replace("_", "");
    if (!text.matches("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      throw new TemplateError("\"%s\" in line %d is no number".formatted(text, line));
    }
    add(real ? Token.Kind.FLOAT : Token.Kind.INTEGER, text);
    position = end;
  }

  private void string(char quote) {
    StringBuilder value = new StringBuilder();
    int start = line;
    int i = position + 1;
    while (i < source.length() && source.charAt(i) != quote) {
      char c = source.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (c == '\\' && i + 1 < source.length()) {
        i = escape(i + 1, value);
      } else {
        value.append(c);
        i++;
      }
    }
    if (i >= source.length()) {
      throw new TemplateError("a text in quotes that begins in line " + start + " has no end");
    }
    position = i + 1;
    add(Token.Kind.STRING, value.toString());
  }

  private int escape(int at, StringBuilder value) {
    char c = source.charAt(at);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case '0' -> value.append('\0');
      case '\n' -> {}
      case 'x' -> {
        return code(at + 1, 2, value);
      }
      case 'u' -> {
        return code(at + 1, 4, value);
      }
      case 'U' -> {
        return code(at + 1, 8, value);
      }
      case '\\', '"', '\'' -> value.append(c);
      default -> value.append('\\').append(c);
    }
    return at + 1;
  }

  private int code(int at, int digits, StringBuilder value) {
    try {
      value.appendCodePoint(Integer.parseInt(source.substring(at, at + digits), 16));
      return at + digits;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new TemplateError("a broken escape in line " + line);
    }
  }

  private void text(String text) {
    add(Token.Kind.TEXT, text);
    line += newlines(text);
  }

  private void add(Token.Kind kind, String text) {
    if (kind != Token.Kind.TEXT || !text.isEmpty()) {
      tokens.add(new Token(kind, text, line));
    }
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
