package org.deltaworks.ui.desk;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;
import org.deltaworks.ui.notice.Question;
import org.jspecify.annotations.Nullable;

/** Writes down what a person would have been told and where the window would have gone. */
public final class Told implements Notices, Navigator {
  /** Sentences told, oldest first; problems are told in one line. */
  public final List<String> sentences = new ArrayList<>();

  /** Places gone to, oldest first. */
  public final List<Place> places = new ArrayList<>();

  /** The newest undo that was offered. */
  public Runnable undo = () -> {};

  /** The newest question. */
  public @Nullable Question asked;

  /** What makes the newest removal final. */
  public Runnable afterwards = () -> {};

  @Override
  public void tell(String message) {
    sentences.add(message);
  }

  @Override
  public void tell(String message, String actionLabel, Runnable action) {
    sentences.add(message);
  }

  @Override
  public void undoable(String message, Runnable undo, Runnable afterwards) {
    sentences.add(message);
    this.undo = undo;
    this.afterwards = afterwards;
  }

  @Override
  public void failed(Problem problem) {
    sentences.add(problem.line());
  }

  @Override
  public void failed(Throwable thrown) {
    sentences.add(Content.problemOf(thrown).line());
  }

  @Override
  public void ask(Question question) {
    asked = question;
    sentences.add(question.title());
  }

  @Override
  public void go(Place place) {
    places.add(place);
  }

  @Override
  public void back() {
    places.removeLast();
  }
}
