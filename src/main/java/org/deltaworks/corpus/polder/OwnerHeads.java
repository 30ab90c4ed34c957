package org.deltaworks.corpus.polder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Heads that keep track of whose a word is, written into a trained model that has been made wider.
 *
 * <p>Pre-training of this size finds what kind of thing is asked for and guesses whose it is: what
 * tells owners apart stands several words before, and no head carries it there. Attention of the
 * first block's last group and of blocks three and four does nothing in the trained model, so its
 * place is taken. In block one a head finds the last name of the sentence, for every word, and
 * another the name that a question is about. The copying heads of block two then prefer words whose
 * owner is the one asked for. In block three a head finds an earlier place of the same word and
 * fetches its owner, in block four another collects these from the question where an answer begins,
 * and gated units of its feed-forward hand the name to the output.
 *
 * <p>Everything new stands in dimensions of its own. Sizes that depend on how large activations are
 * were measured once on the trained model. Training goes on in the last two blocks and the output
 * only: an optimizer that moves every number by about the learning rate blurs these heads before
 * they pay.
 */
final class OwnerHeads {
  /** Dimensions that are added to the residual stream. */
  static final int ADDED = 5 + 3 * OwnerCodes.CODE + OwnerCodes.MARK;

  private static final long SEED = 7;
  private static final double SIZE = 0.4;
  private static final int CARRYING_BLOCK = 0;
  private static final int COPYING_BLOCK = 1;
  private static final int MENTION_BLOCK = 2;
  private static final int COLLECTING_BLOCK = 3;

  private final WiderModel model;
  private final PolderShape shape;
  private final OwnerWords words;
  private final OwnerCodes codes;
  private final int always;
  private final int told;
  private final int asked;
  private final int answer;
  private final int person;
  private final int said;
  private final int owner;
  private final int meant;
  private final int mark;

  /** Heads for a model whose last {@link #ADDED} dimensions are empty. */
  OwnerHeads(WiderModel model, PolderShape shape, OwnerWords words) {
    this.model = model;
    this.shape = shape;
    this.words = words;
    this.codes = new OwnerCodes(words, shape.vocabulary(), SEED);
    this.always = shape.hidden() - ADDED;
    this.told = always + 1;
    this.asked = always + 2;
    this.answer = always + 3;
    this.person = always + 4;
    this.said = always + 5;
    this.owner = said + OwnerCodes.CODE;
    this.meant = owner + OwnerCodes.CODE;
    this.mark = meant + OwnerCodes.CODE;
  }

  /** Writes them all. */
  void write() {
    markWords();
    carry();
    preferTheOwner();
    fetchOwners();
    collectOwners();
    sayNames();
  }

  /** Every token's mark, and flags, as large beside its other dimensions for all tokens. */
  private void markWords() {
    WeightMatrix embedding = model.embedding();
    double[][] flags = new double[4][shape.vocabulary()];
    flag(flags[0], words.sentence(), 1);
    flag(flags[0], words.person(), 1);
    flag(flags[1], words.question(), 1);
    words.people().values().forEach(tokens -> flag(flags[0], tokens, 1));
    words.people().values().forEach(tokens -> flag(flags[1], tokens, 1));
    flag(flags[1], words.person(), STICKY);
    flag(flags[2], words.answer(), 1);
    flag(flags[3], words.person(), 1);
    for (int token = 0; token < shape.vocabulary(); token++) {
      double size = SIZE * embedding.rowNorm(token) / Math.sqrt(always);
      embedding.set(token, always, size);
      embedding.set(token, told, size * flags[0][token]);
      embedding.set(token, asked, size * flags[1][token]);
      embedding.set(token, answer, size * flags[2][token]);
      embedding.set(token, person, size * flags[3][token]);
      for (int i = 0; i < OwnerCodes.MARK; i++) {
        double number = codes.mark(token)[i] * Math.sqrt(OwnerCodes.MARK);
        embedding.set(token, mark + i, size * number);
      }
    }
  }

  private static void flag(double[] flags, Set<Integer> tokens, double height) {
    tokens.forEach(token -> flags[token] = height);
  }

  /** A question for a person keeps its mark although a name follows: who lent Kim the pen? */
  private static final double STICKY = 1.25;

  /** How much nearer places count, in four of the rotating pairs; about 0.8 per word at first. */
  private static final Map<Integer, Double> NEARER = Map.of(5, 0.16, 6, 0.4, 7, 0.4, 8, 0.4);

  private static final double FLAGGED = 60;

  /**
   * Two heads that attend to the last flagged word and write the code of the person it names: of
   * flagged words the nearest, since sine falls almost evenly with the distance at first. The one
   * for questions also writes whether a person is asked for.
   */
  private void carry() {
    int group = shape.keyValueHeads() - 1;
    int toldHead = group * headsOfGroup();
    int askedHead = toldHead + 1;
    model.silence(CARRYING_BLOCK, group);
    for (var pair : NEARER.entrySet()) {
      int d = pair.getKey();
      double height = Math.sqrt(pair.getValue() / turn(d) * scale()) / SIZE;
      model.key(CARRYING_BLOCK).set(row(group, d), always, height);
      model.query(CARRYING_BLOCK).set(row(toldHead, d + half()), always, height);
      model.query(CARRYING_BLOCK).set(row(askedHead, d + half()), always, height);
    }
    preferFlagged(group, toldHead, half() - 1, told);
    preferFlagged(group, askedHead, half() - 2, asked);
    for (int i = 0; i < OwnerCodes.CODE; i++) {
      model.value(CARRYING_BLOCK).set(row(group, i), mark, codes.reading(i));
      model.out(CARRYING_BLOCK).set(owner + i, row(toldHead, i), 0.5);
      model.out(CARRYING_BLOCK).set(meant + i, row(askedHead, i), 0.5);
    }
    model.value(CARRYING_BLOCK).set(row(group, OwnerCodes.CODE), person, 1 / SIZE);
    model.out(CARRYING_BLOCK).set(asked, row(askedHead, OwnerCodes.CODE), PERSON_IS_ASKED_FOR);
  }

  private static final double PERSON_IS_ASKED_FOR = 0.3;

  private void preferFlagged(int group, int head, int pair, int flag) {
    double height = Math.sqrt(FLAGGED * scale()) / SIZE;
    model.key(CARRYING_BLOCK).set(row(group, pair), flag, height);
    model.query(CARRYING_BLOCK).set(row(head, pair), always, height);
  }

  /** Pairs that the copying heads use least, slow enough for a text of some sixty words. */
  private static final int[] FREE_PAIRS = {6, 7};

  private static final double USUAL_DISTANCE = 22;
  private static final double PREFERENCE = 1.5;
  private static final double CARRIED = 1.59;

  /** The copying heads, which are the even ones, look for words of the owner that is meant. */
  private void preferTheOwner() {
    double height = Math.sqrt(PREFERENCE * scale()) / CARRIED;
    for (int group = 0; group < shape.keyValueHeads(); group++) {
      int head = group * headsOfGroup();
      for (int i = 0; i < FREE_PAIRS.length; i++) {
        int d = FREE_PAIRS[i];
        model.key(COPYING_BLOCK).clearRows(row(group, d), row(group, d) + 1);
        model.key(COPYING_BLOCK).clearRows(row(group, d + half()), row(group, d + half()) + 1);
        model.query(COPYING_BLOCK).clearRows(row(head, d), row(head, d) + 1);
        model.query(COPYING_BLOCK).clearRows(row(head, d + half()), row(head, d + half()) + 1);
        model.key(COPYING_BLOCK).set(row(group, d), owner + 2 * i, height);
        model.key(COPYING_BLOCK).set(row(group, d + half()), owner + 2 * i + 1, height);
        double angle = USUAL_DISTANCE * turn(d);
        double[] one = {height * Math.cos(angle), height * Math.sin(angle)};
        double[] other = {-height * Math.sin(angle), height * Math.cos(angle)};
        model.query(COPYING_BLOCK).set(row(head, d), meant + 2 * i, one);
        model.query(COPYING_BLOCK).set(row(head, d + half()), meant + 2 * i, other);
      }
    }
  }

  private static final double SAME_WORD = 40;
  private static final double NOT_ITSELF = 3;
  private static final double ALWAYS_IN_MENTION = 0.1164;
  private static final double MARK_IN_MENTION = 0.349;
  private static final double CARRIED_IN_MENTION = 0.857;

  /** A head that finds the same word before and adds the code of whoever owned it there. */
  private void fetchOwners() {
    model.silence(MENTION_BLOCK, 0);
    double same = Math.sqrt(SAME_WORD * scale()) / MARK_IN_MENTION;
    for (int i = 0; i < OwnerCodes.MARK; i++) {
      int d = half() / 2 + i % (half() / 2) + (i < half() / 2 ? 0 : half());
      model.query(MENTION_BLOCK).set(d, mark + i, same);
      model.key(MENTION_BLOCK).set(d, mark + i, same);
    }
    double itself = Math.sqrt(NOT_ITSELF * scale()) / ALWAYS_IN_MENTION;
    for (int d = 0; d < FAST_PAIRS; d++) {
      model.query(MENTION_BLOCK).set(d, always, -itself);
      model.key(MENTION_BLOCK).set(d, always, itself);
    }
    for (int i = 0; i < OwnerCodes.CODE; i++) {
      model.value(MENTION_BLOCK).set(i, owner + i, 1 / CARRIED_IN_MENTION);
      model.out(MENTION_BLOCK).set(owner + i, i, 1);
    }
  }

  private static final int FAST_PAIRS = 5;
  private static final double WINDOW = 4;
  private static final double QUESTION_IS_BACK = 4;
  private static final double ALWAYS_IN_COLLECTING = 0.0997;
  private static final double CARRIED_IN_COLLECTING = 1.963;

  /** A head that looks at the words about four back and adds up whose they are. */
  private void collectOwners() {
    model.silence(COLLECTING_BLOCK, 0);
    for (int d = 2; d < FAST_PAIRS; d++) {
      double height = Math.sqrt(WINDOW / 3 * scale()) / ALWAYS_IN_COLLECTING;
      double angle = QUESTION_IS_BACK * turn(d);
      model.key(COLLECTING_BLOCK).set(d, always, height);
      model.query(COLLECTING_BLOCK).set(d, always, height * Math.cos(angle));
      model.query(COLLECTING_BLOCK).set(d + half(), always, -height * Math.sin(angle));
    }
    for (int i = 0; i < OwnerCodes.CODE; i++) {
      model.value(COLLECTING_BLOCK).set(i, owner + i, 1 / CARRIED_IN_COLLECTING);
      model.out(COLLECTING_BLOCK).set(meant + i, i, 0.5);
    }
  }

  private static final double OPEN = 6;
  private static final double ALWAYS_IN_FEED_FORWARD = 0.1009;
  private static final double ASKED_IN_FEED_FORWARD = 0.4958;
  private static final double MEANT_IN_FEED_FORWARD = 0.657;
  private static final double LOUDNESS = 2;

  /** Units open where an answer to who begins, in place of those that did least. */
  private void sayNames() {
    WeightMatrix gate = model.gate(COLLECTING_BLOCK);
    WeightMatrix up = model.up(COLLECTING_BLOCK);
    WeightMatrix down = model.down(COLLECTING_BLOCK);
    List<Integer> units = new ArrayList<>(IntStream.range(0, gate.rows()).boxed().toList());
    units.sort(
        Comparator.comparingDouble(u -> gate.rowNorm(u) * up.rowNorm(u) * down.columnNorm(u)));
    for (int i = 0; i < OwnerCodes.CODE; i++) {
      int unit = units.get(i);
      gate.clearRows(unit, unit + 1);
      up.clearRows(unit, unit + 1);
      down.clearColumns(unit, unit + 1);
      gate.set(unit, always, -2 * OPEN / ALWAYS_IN_FEED_FORWARD);
      gate.set(unit, answer, OPEN / ALWAYS_IN_FEED_FORWARD);
      gate.set(unit, asked, 2 * OPEN / ASKED_IN_FEED_FORWARD);
      up.set(unit, meant + i, 1 / MEANT_IN_FEED_FORWARD);
      down.set(said + i, unit, LOUDNESS);
    }
    codes.people().forEach((token, code) -> model.head().set(token, said, code));
  }

  private int row(int head, int dimension) {
    return head * shape.headSize() + dimension;
  }

  private int half() {
    return shape.headSize() / 2;
  }

  private int headsOfGroup() {
    return shape.heads() / shape.keyValueHeads();
  }

  /** Attention divides by this. */
  private double scale() {
    return Math.sqrt(shape.headSize());
  }

  /** Radians by which a pair turns from one word to the next. */
  private double turn(int pair) {
    return Math.pow(10_000, -2.0 * pair / shape.headSize());
  }
}
