package org.deltaworks.text.template;

import java.util.List;

/** Walks over tokens for the parsers. */
final class TokenStream {
  private final List<Token> tokens;
  private int next;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  boolean at(String operator) {
    return peek().is(Token.Kind.OPERATOR, operator);
  }

  boolean atName(String name) {
    return peek().is(Token.Kind.NAME, name);
  }

  boolean skip(String operator) {
    if (at(operator)) {
      next++;
      return true;
    }
    return false;
  }

  boolean skipName(String name) {
    if (atName(name)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String operator) {
    if (!skip(operator)) {
      throw unexpected("\"" + operator + "\"");
    }
  }

  void expectName(String name) {
    if (!skipName(name)) {
      throw unexpected("\"" + name + "\"");
    }
  }

  String name() {
    if (peek().kind() != Token.Kind.NAME) {
      throw unexpected("a name");
    }
    return take().text();
  }

  void expect(Token.Kind kind) {
    if (peek().kind() != kind) {
      throw unexpected("the end of the tag");
    }
    next++;
  }

  TemplateError unexpected(String wanted) {
    Token token = peek();
    return new TemplateError(
        "line %d: expected %s, found \"%s\"".formatted(token.line(), wanted, token.text().strip()));
  }
}
