package org.deltaworks.text.template;

import java.util.List;
import java.util.Optional;

/** The statements of a template, as parsed. */
sealed interface Statement {
  record Text(String text) implements Statement {}

  record Print(Expression value) implements Statement {}

  record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

  record Branch(Expression condition, List<Statement> body) {}

  record For(
      List<String> targets,
      Expression items,
      Optional<Expression> condition,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {}

  /**
   * Assigns to names, or to an attribute of a namespace ({@code targets} is then
   * "namespace.attribute").
   */
  record Assign(List<String> targets, Expression value) implements Statement {}

  record AssignBlock(String target, List<String> filters, List<Statement> body)
      implements Statement {}

  record Macro(
      String name, List<String> parameters, List<Expression> defaults, List<Statement> body)
      implements Statement {}

  record CallBlock(Expression.Call call, List<Statement> body) implements Statement {}

  record FilterBlock(String filter, Expression.Arguments arguments, List<Statement> body)
      implements Statement {}

  /** What the assistant says: the part that a model learns. */
  record Generation(List<Statement> body) implements Statement {}

  record Break() implements Statement {}

  record Continue() implements Statement {}
}
