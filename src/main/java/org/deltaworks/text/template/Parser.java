package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a template's statements. */
final class Parser {
  private static final int MAX_DEPTH = 60;

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private int depth;

  Parser(List<Token> tokens) {
    this.tokens = new TokenStream(tokens);
    this.expressions = new ExpressionParser(this.tokens);
  }

  List<Statement> template() {
    List<Statement> body = body(Set.of());
    if (tokens.peek().kind() != Token.Kind.END) {
      throw tokens.unexpected("the end of the template");
    }
    return body;
  }

  /** Statements up to one of the closing words, which is left unread after its opening mark. */
  private List<Statement> body(Set<String> closers) {
    if (++depth > MAX_DEPTH) {
      throw new TemplateError("blocks are nested too deeply");
    }
    List<Statement> body = new ArrayList<>();
    while (true) {
      Token token = tokens.peek();
      switch (token.kind()) {
        case TEXT -> body.add(new Statement.Text(tokens.take().text()));
        case PRINT_BEGIN -> {
          tokens.take();
          body.add(new Statement.Print(expressions.tuple()));
          tokens.expect(Token.Kind.PRINT_END);
        }
        case BLOCK_BEGIN -> {
          Token word = tokens.peek(1);
          if (word.kind() == Token.Kind.NAME && closers.contains(word.text())) {
            tokens.take();
            depth--;
            return body;
          }
          tokens.take();
          body.add(block());
        }
        case END -> {
          if (!closers.isEmpty()) {
            throw tokens.unexpected(String.join(" or ", closers.stream().sorted().toList()));
          }
          depth--;
          return body;
        }
        default -> throw tokens.unexpected("text or a tag");
      }
    }
  }

  private Statement block() {
    String word = tokens.name();
    return switch (word) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "call" -> callBlock();
      case "filter" -> filterBlock();
      case "generation" -> {
        close();
        yield new Statement.Generation(bodyUntil("endgeneration"));
      }
      case "break" -> {
        close();
        yield new Statement.Break();
      }
      case "continue" -> {
        close();
        yield new Statement.Continue();
      }
      default -> throw new TemplateError("the tag \"" + word + "\" is not known");
    };
  }

  private void close() {
    tokens.expect(Token.Kind.BLOCK_END);
  }

  private List<Statement> bodyUntil(String closer) {
    List<Statement> body = body(Set.of(closer));
    tokens.expectName(closer);
    if (tokens.peek().kind() == Token.Kind.NAME) {
      tokens.take();
    }
    close();
    return body;
  }

  private Statement condition() {
    List<Statement.Branch> branches = new ArrayList<>();
    List<Statement> otherwise = List.of();
    Expression condition = expressions.tuple();
    close();
    while (true) {
      List<Statement> body = body(Set.of("elif", "else", "endif"));
      branches.add(new Statement.Branch(condition, body));
      String word = tokens.name();
      if (word.equals("elif")) {
        condition = expressions.tuple();
        close();
        continue;
      }
      close();
      if (word.equals("else")) {
        otherwise = bodyUntil("endif");
      }
      return new Statement.If(branches, otherwise);
    }
  }

  private Statement loop() {
    List<String> targets = targets();
    tokens.expectName("in");
    Expression items = expressions.withoutCondition();
    Optional<Expression> condition =
        tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    tokens.skipName("recursive");
    close();
    List<Statement> body = body(Set.of("else", "endfor"));
    boolean hasElse = tokens.name().equals("else");
    close();
    List<Statement> otherwise = hasElse ? bodyUntil("endfor") : List.of();
    return new Statement.For(targets, items, condition, body, otherwise);
  }

  private List<String> targets() {
    boolean bracket = tokens.skip("(");
    List<String> targets = new ArrayList<>(List.of(tokens.name()));
    while (tokens.skip(",")) {
      targets.add(tokens.name());
    }
    if (bracket) {
      tokens.expect(")");
    }
    return targets;
  }

  private Statement assignment() {
    List<String> targets = targets();
    if (targets.size() == 1 && tokens.skip(".")) {
      targets = List.of(targets.getFirst() + "." + tokens.name());
    }
    if (tokens.skip("=")) {
      Expression value = expressions.tuple();
      close();
      return new Statement.Assign(targets, value);
    }
    List<String> filters = new ArrayList<>();
    while (tokens.skip("|")) {
      filters.add(tokens.name());
    }
    close();
    return new Statement.AssignBlock(targets.getFirst(), filters, bodyUntil("endset"));
  }

  private Statement macro() {
    String name = tokens.name();
    tokens.expect("(");
    List<String> parameters = new ArrayList<>();
    List<Expression> defaults = new ArrayList<>();
    while (!tokens.skip(")")) {
      if (!parameters.isEmpty()) {
        tokens.expect(",");
      }
      parameters.add(tokens.name());
      if (tokens.skip("=")) {
        defaults.add(expressions.expression());
      } else if (!defaults.isEmpty()) {
        throw tokens.unexpected("a default");
      }
    }
    close();
    return new Statement.Macro(name, parameters, defaults, bodyUntil("endmacro"));
  }

  private Statement callBlock() {
    Expression call = expressions.expression();
    if (!(call instanceof Expression.Call function)) {
      throw tokens.unexpected("a call");
    }
    close();
    return new Statement.CallBlock(function, bodyUntil("endcall"));
  }

  private Statement filterBlock() {
    String filter = tokens.name();
    Expression.Arguments arguments =
        tokens.at("(") ? expressions.arguments() : Expression.Arguments.NONE;
    close();
    return new Statement.FilterBlock(filter, arguments, bodyUntil("endfilter"));
  }
}
