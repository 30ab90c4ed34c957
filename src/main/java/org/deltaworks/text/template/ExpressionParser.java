package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.text.template.Expression.Arguments;

/**
 * Reads expressions by Jinja's precedence: conditional, or, and, not, comparison, sum,
 * concatenation, product, power.
 */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", ">=", "<", "<=");
  private static final Set<String> NOT_AN_ARGUMENT =
      Set.of("else", "or", "and", "is", "if", "in", "not");

  /** Nesting beyond which a template is refused, so that no template can exhaust the stack. */
  private static final int MAX_DEPTH = 100;

  private final TokenStream tokens;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** An expression; several with commas make a tuple. */
  Expression tuple() {
    Expression first = expression();
    if (!tokens.at(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.skip(",")) {
      if (atTupleEnd()) {
        break;
      }
      items.add(expression());
    }
    return new Expression.TupleOf(items);
  }

  private boolean atTupleEnd() {
    Token.Kind kind = tokens.peek().kind();
    return kind == Token.Kind.BLOCK_END || kind == Token.Kind.PRINT_END || tokens.at(")");
  }

  Expression expression() {
    if (++depth > MAX_DEPTH) {
      throw new TemplateError("expressions are nested too deeply");
    }
    try {
      Expression value = or();
      while (tokens.skipName("if")) {
        Expression condition = or();
        Optional<Expression> otherwise =
            tokens.skipName("else") ? Optional.of(expression()) : Optional.empty();
        value = new Expression.Conditional(condition, value, otherwise);
      }
      return value;
    } finally {
      depth--;
    }
  }

  /** An expression without a trailing condition, for the items of a loop. */
  Expression withoutCondition() {
    Expression first = or();
    if (!tokens.at(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.skip(",")) {
      items.add(or());
    }
    return new Expression.TupleOf(items);
  }

  private Expression or() {
    Expression left = and();
    while (tokens.skipName("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.skipName("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    if (tokens.skipName("not")) {
      if (++depth > MAX_DEPTH) {
        throw new TemplateError("expressions are nested too deeply");
      }
      Expression value = not();
      depth--;
      return new Expression.Unary("not", value);
    }
    return comparison();
  }

  private Expression comparison() {
    Expression first = sum();
    List<String> operators = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    while (true) {
      if (tokens.peek().kind() == Token.Kind.OPERATOR
          && COMPARISONS.contains(tokens.peek().text())) {
        operators.add(tokens.take().text());
      } else if (tokens.skipName("in")) {
        operators.add("in");
      } else if (tokens.atName("not") && tokens.peek(1).is(Token.Kind.NAME, "in")) {
        tokens.take();
        tokens.take();
        operators.add("not in");
      } else {
        return others.isEmpty() ? first : new Expression.Compare(first, operators, others);
      }
      others.add(sum());
    }
  }

  private Expression sum() {
    Expression left = concatenation();
    while (tokens.at("+") || tokens.at("-")) {
      left = new Expression.Binary(tokens.take().text(), left, concatenation());
    }
    return left;
  }

  private Expression concatenation() {
    Expression left = product();
    while (tokens.skip("~")) {
      left = new Expression.Binary("~", left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (tokens.at("*") || tokens.at("/") || tokens.at("//") || tokens.at("%")) {
      left = new Expression.Binary(tokens.take().text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = unary(true);
    while (tokens.skip("**")) {
      left = new Expression.Binary("**", left, unary(true));
    }
    return left;
  }

  private Expression unary(boolean filters) {
    Expression value;
    if (tokens.at("-") || tokens.at("+")) {
      String sign = tokens.take().text();
      if (++depth > MAX_DEPTH) {
        throw new TemplateError("expressions are nested too deeply");
      }
      value = new Expression.Unary(sign, unary(false));
      depth--;
    } else {
      value = primary();
    }
    value = postfix(value);
    return filters ? filtersAndTests(value) : value;
  }

  private Expression primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> name();
      case STRING -> {
        StringBuilder text = new StringBuilder();
        while (tokens.peek().kind() == Token.Kind.STRING) {
          text.append(tokens.take().text());
        }
        yield new Expression.Literal(text.toString());
      }
      case INTEGER -> new Expression.Literal(parseLong(tokens.take().text()));
      case FLOAT -> new Expression.Literal(Double.parseDouble(tokens.take().text()));
      case OPERATOR -> bracketed();
      default -> throw tokens.unexpected("a value");
    };
  }

  private static long parseLong(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TemplateError("the number " + text + " is too large");
    }
  }

  private Expression name() {
    String name = tokens.take().text();
    return switch (name) {
      case "true", "True" -> new Expression.Literal(true);
      case "false", "False" -> new Expression.Literal(false);
      case "none", "None" -> new Expression.Literal(Python.NONE);
      default -> new Expression.Name(name);
    };
  }

  private Expression bracketed() {
    if (tokens.skip("(")) {
      if (tokens.skip(")")) {
        return new Expression.TupleOf(List.of());
      }
      Expression value = tuple();
      tokens.expect(")");
      return value;
    }
    if (tokens.skip("[")) {
      return new Expression.ListOf(items("]"));
    }
    if (tokens.skip("{")) {
      return dict();
    }
    throw tokens.unexpected("a value");
  }

  private List<Expression> items(String close) {
    List<Expression> items = new ArrayList<>();
    while (!tokens.skip(close)) {
      if (!items.isEmpty()) {
        tokens.expect(",");
        if (tokens.skip(close)) {
          break;
        }
      }
      items.add(expression());
    }
    return items;
  }

  private Expression dict() {
    List<Expression> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!tokens.skip("}")) {
      if (!keys.isEmpty()) {
        tokens.expect(",");
        if (tokens.skip("}")) {
          break;
        }
      }
      keys.add(expression());
      tokens.expect(":");
      values.add(expression());
    }
    return new Expression.DictOf(keys, values);
  }

  private Expression postfix(Expression of) {
    Expression value = of;
    while (true) {
      if (tokens.skip(".")) {
        value =
            tokens.peek().kind() == Token.Kind.INTEGER
                ? new Expression.Item(
                    value, new Expression.Literal(parseLong(tokens.take().text())))
                : new Expression.Attribute(value, tokens.name());
      } else if (tokens.skip("[")) {
        value = subscript(value);
      } else if (tokens.at("(")) {
        value = new Expression.Call(value, arguments());
      } else {
        return value;
      }
    }
  }

  private Expression subscript(Expression of) {
    Optional<Expression> from = tokens.at(":") ? Optional.empty() : Optional.of(tuple());
    if (from.isPresent() && tokens.skip("]")) {
      return new Expression.Item(of, from.get());
    }
    tokens.expect(":");
    Optional<Expression> to =
        tokens.at(":") || tokens.at("]") ? Optional.empty() : Optional.of(expression());
    Optional<Expression> step = Optional.empty();
    if (tokens.skip(":") && !tokens.at("]")) {
      step = Optional.of(expression());
    }
    tokens.expect("]");
    return new Expression.Slice(of, from, to, step);
  }

  Expression filtersAndTests(Expression of) {
    Expression value = of;
    while (true) {
      if (tokens.skip("|")) {
        String name = dottedName();
        value = new Expression.Filter(value, name, tokens.at("(") ? arguments() : Arguments.NONE);
      } else if (tokens.skipName("is")) {
        boolean negated = tokens.skipName("not");
        String name = dottedName();
        value = new Expression.Test(value, name, testArguments(), negated);
      } else if (tokens.at("(")) {
        value = new Expression.Call(value, arguments());
      } else {
        return value;
      }
    }
  }

  private String dottedName() {
    StringBuilder name = new StringBuilder(tokens.name());
    while (tokens.skip(".")) {
      name.append('.').append(tokens.name());
    }
    return name.toString();
  }

  private Arguments testArguments() {
    if (tokens.at("(")) {
      return arguments();
    }
    Token next = tokens.peek();
    boolean argument =
        switch (next.kind()) {
          case NAME -> !NOT_AN_ARGUMENT.contains(next.text());
          case STRING, INTEGER, FLOAT -> true;
          case OPERATOR -> next.text().equals("[") || next.text().equals("{");
          default -> false;
        };
    return argument
        ? new Arguments(List.of(postfix(primary())), List.of(), List.of())
        : Arguments.NONE;
  }

  Arguments arguments() {
    tokens.expect("(");
    List<Expression> positional = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Expression> named = new ArrayList<>();
    boolean first = true;
    while (!tokens.skip(")")) {
      if (!first) {
        tokens.expect(",");
        if (tokens.skip(")")) {
          break;
        }
      }
      first = false;
      if (tokens.peek().kind() == Token.Kind.NAME && tokens.peek(1).is(Token.Kind.OPERATOR, "=")) {
        names.add(tokens.name());
        tokens.expect("=");
        named.add(expression());
      } else {
        positional.add(expression());
      }
    }
    return new Arguments(positional, names, named);
  }
}
