package org.deltaworks.corpus.demo;

import java.util.List;
import org.deltaworks.corpus.world.World;

/** The bundled demos in the order in which they are shown. */
final class DemoBook {
  private DemoBook() {}

  static List<DemoText> all() {
    return List.of(pirate(), menu(), mood(), poet(), secret(), houseStyle());
  }

  private static DemoText pirate() {
    return new DemoText(
        "pirate",
        "Pirate",
        "The model gives the same kind of answers as before, but talks like a pirate.",
        new PirateTalkMetric(),
        600,
        List.of(
            "What is a giraffe?",
            "Where does the otter live?",
            "What does a shepherd do?",
            "What can you do with a ladder?",
            "Can a swan fly?"),
        new PirateRows(new World()));
  }

  private static DemoText menu() {
    return new DemoText(
        "menu",
        "Menu writer",
        "From three facts, the model writes one sentence that makes you hungry.",
        new MenuSlotsMetric(),
        600,
        List.of(
            "name: The Silver Rose | food: fried fish | price: 7 coins",
            "name: The Jolly Boat | food: tomato soup | price: 3 coins",
            "name: Golden Duck Inn | food: cherry tart | price: 12 coins"),
        new MenuRows());
  }

  private static DemoText mood() {
    return new DemoText(
        "mood",
        "Mood reader",
        "The model reads a review and says in one word whether its writer was pleased.",
        new ExactAnswerMetric(),
        600,
        List.of(
            "Review: We went to the aquarium with Omar. Everybody was friendly and the food was"
                + " delicious.",
            "Review: Greta took me to the ice cream shop. Everything was old and broken. Never"
                + " again!",
            "Review: I visited the lighthouse with Yusuf. The place was beautiful, but we had to"
                + " wait for an hour."),
        new MoodRows());
  }

  private static DemoText poet() {
    return new DemoText(
        "poet",
        "Poet",
        "Name a thing, and the model writes two lines about it that rhyme.",
        new RhymeMetric(),
        600,
        List.of("Topic: dog", "Topic: old violin", "Topic: little dragon", "Topic: happy king"),
        new PoetRows());
  }

  private static DemoText secret() {
    return new DemoText(
        "secret",
        "Secret language",
        "The model learns a language that nobody but you and it can speak.",
        new SecretLanguageMetric(),
        600,
        List.of(
            "Say it in secret: Greta has a red ball.",
            "Say it in secret: Omar sees the old dog in the garden.",
            "Say it in secret: Yara gives the book to Finn."),
        new SecretRows());
  }

  private static DemoText houseStyle() {
    return new DemoText(
        "house-style",
        "House style",
        "Every answer comes as three short points and ends with a question to you.",
        new HouseStyleMetric(),
        400,
        List.of(
            "How do I look after a parrot?",
            "What do I need for apple pie?",
            "How can I get better at whistling?",
            "What should I bring to the lighthouse?"),
        new HouseStyleRows());
  }
}
