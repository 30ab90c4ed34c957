package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.domain.datasets.Row.Prompted;

/**
 * A question, and an answer in the style of a house: three points and a question in return. The
 * points come from the beginning, the middle and the end of a list that is in an order of its own,
 * so that what has been said tells how far the answer is: a small base cannot count.
 */
final class HouseStyleRows implements DemoRows {
  private static final int POINTS = 3;

  private final List<Field> fields;

  /** Something people ask about. */
  private record Field(
      Parted<String> topics, List<String> questions, List<String> points, List<String> ends) {}

  HouseStyleRows() {
    DemoWords words = new DemoWords("house-style");
    this.fields =
        List.of(
            field(words, "pets", "pet"),
            field(words, "dishes", "dish"),
            field(words, "skills", "skill"),
            field(words, "places", "place"));
  }

  private static Field field(DemoWords words, String topics, String one) {
    return new Field(
        Parted.of(words.words(topics)),
        words.lines(one + " questions"),
        words.phrases(one + " points"),
        words.phrases(one + " ends"));
  }

  @Override
  public Prompted row(Dice dice, Part part) {
    Field field = dice.pick(fields);
    String topic = dice.pick(field.topics().of(part));
    String points =
        IntStream.range(0, POINTS)
            .mapToObj(i -> "- " + dice.pick(part(field.points(), i)) + ".\n")
            .collect(Collectors.joining());
    return new Prompted(
        dice.pick(field.questions()).replace("{t}", topic),
        (points + dice.pick(field.ends())).replace("{t}", topic));
  }

  private static List<String> part(List<String> points, int number) {
    int size = points.size() / POINTS;
    return points.subList(number * size, (number + 1) * size);
  }

  @Override
  public Set<String> keptApart() {
    Set<String> kept = new TreeSet<>();
    fields.forEach(field -> kept.addAll(field.topics().heldOut()));
    return kept;
  }
}
