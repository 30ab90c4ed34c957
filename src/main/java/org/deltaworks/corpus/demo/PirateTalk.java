package org.deltaworks.corpus.demo;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltaworks.corpus.chance.Dice;

/** Says the same thing as a pirate would: other words, an opening cry, a friendly end. */
final class PirateTalk {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:'[a-z]+)?");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("is", "be"),
          Map.entry("are", "be"),
          Map.entry("am", "be"),
          Map.entry("you", "ye"),
          Map.entry("your", "yer"),
          Map.entry("my", "me"),
          Map.entry("yes", "aye"),
          Map.entry("hello", "ahoy"),
          Map.entry("friend", "matey"),
          Map.entry("food", "grub"),
          Map.entry("money", "doubloons"),
          Map.entry("coins", "doubloons"),
          Map.entry("very", "mighty"),
          Map.entry("of", "o'"));

  private final Dice dice;

  PirateTalk(Dice dice) {
    this.dice = dice;
  }

  /** One or more plain sentences, as a pirate says them. */
  String say(String plain) {
    String spoken = words(plain).strip();
    String cry =
        spoken.startsWith("Aye")
            ? dice.any("Arr! ", "Arr, matey! ", "Ahoy! ", "Avast! ")
            : dice.any("Arr! ", "Arr, matey! ", "Ahoy! ", "Ahoy, matey! ", "Aye! ", "Avast! ");
    String call =
        cry.contains("matey")
            ? dice.any(", me hearty", ", ye landlubber", ", says I")
            : dice.any(", matey", ", me hearty", ", ye landlubber", ", says I, matey");
    String end = spoken.substring(spoken.length() - 1);
    return ".!?".contains(end)
        ? cry + spoken.substring(0, spoken.length() - 1) + call + (end.equals("?") ? "?" : "!")
        : cry + spoken + call + "!";
  }

  private static String words(String plain) {
    Matcher matcher = WORD.matcher(plain);
    return matcher.replaceAll(
        found -> {
          String word = found.group();
          String pirate = WORDS.get(word.toLowerCase(Locale.ROOT));
          if (pirate == null) {
            return Matcher.quoteReplacement(word);
          }
          boolean capital = Character.isUpperCase(word.charAt(0));
          return Matcher.quoteReplacement(
              capital ? Character.toUpperCase(pirate.charAt(0)) + pirate.substring(1) : pirate);
        });
  }
}
