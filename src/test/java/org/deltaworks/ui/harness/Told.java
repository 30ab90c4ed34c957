package org.deltaworks.ui.harness;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.notice.Notices;
import org.deltaworks.ui.notice.Question;

/** Remembers what a person would have been told and asked. */
public final class Told implements Notices {
  private final List<String> messages = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<Runnable> undos = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  @Override
  public void tell(String message) {
    messages.add(message);
  }

  @Override
  public void tell(String message, String actionLabel, Runnable action) {
    messages.add(message);
  }

  @Override
  public void undoable(String message, Runnable undo, Runnable then) {
    messages.add(message);
    undos.add(undo);
    afterwards.add(then);
  }

  @Override
  public void failed(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void failed(Throwable thrown) {
    problems.add(Content.problemOf(thrown));
  }

  @Override
  public void ask(Question question) {
    questions.add(question);
  }

  /** Short sentences. */
  public List<String> messages() {
    return messages;
  }

  /** What went wrong. */
  public List<Problem> problems() {
    return problems;
  }

  /** What was asked. */
  public List<Question> questions() {
    return questions;
  }

  /** Takes back the last removal. */
  public void undoLast() {
    undos.getLast().run();
  }

  /** Lets the time for taking back the last removal pass. */
  public void letGoLast() {
    afterwards.getLast().run();
  }
}
