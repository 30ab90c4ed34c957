package org.deltaworks.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.GenerationIds;
import org.deltaworks.platform.FileTrouble;
import org.jspecify.annotations.Nullable;

/**
 * A model's tokenizer, from its {@code tokenizer.json}: the same ids as Hugging Face's own library,
 * never cut and never padded. May be used by several threads.
 */
public final class Tokenizer implements AutoCloseable {
  private static final String FILE = "tokenizer.json";

  /** The largest known, of a quarter of a million tokens in all alphabets, has 35 MB. */
  private static final long LARGEST = 256L << 20;

  /** DJL's defaults would cut at 512 tokens and pad batches. */
  private static final Map<String, String> OPTIONS =
      Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true");

  private final HuggingFaceTokenizer tokenizer;
  private final Path file;
  private final SpecialTokens special;
  private final GenerationIds generation;
  private final int[] prefix;
  private @Nullable Integer vocabulary;

  private Tokenizer(
      HuggingFaceTokenizer tokenizer, Path file, SpecialTokens special, GenerationIds generation) {
    this.tokenizer = tokenizer;
    this.file = file;
    this.special = special;
    this.generation = generation;
    this.prefix = prefixOf(encode("a", false), encode("a", true));
  }

  /**
   * Loads the tokenizer of a model folder.
   *
   * @throws ProblemException if the folder has none, or one that cannot be used
   */
  public static Tokenizer load(Path folder) {
    Path file = folder.resolve(FILE).toAbsolutePath();
    byte[] json = bytes(folder, file);
    SpecialTokens special = SpecialTokens.read(folder);
    GenerationIds generation = GenerationIds.read(folder);
    try {
      HuggingFaceTokenizer loaded =
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
      return new Tokenizer(loaded, file, special, generation);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "tokenizer.json cannot be used: %s.".formatted(firstLine(e.getMessage())),
              "Download it again from where the model came from.")
          .asException(e);
    }
  }

  private static byte[] bytes(Path folder, Path file) {
    if (!Files.isRegularFile(file)) {
      boolean sentencePiece = Files.exists(folder.resolve("tokenizer.model"));
      throw Problem.of(
              Problem.Kind.NOT_FOUND,
              "The model folder \"%s\" has no tokenizer: tokenizer.json is missing%s."
                  .formatted(folder, sentencePiece ? " (tokenizer.model alone is not enough)" : ""),
              "Download tokenizer.json from where the model came from into that folder.")
          .asException();
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw Problem.of(
                Problem.Kind.BAD_MODEL,
                "tokenizer.json is far too large for a tokenizer (%d bytes)."
                    .formatted(Files.size(file)),
                "Download it again from where the model came from.")
            .asException();
      }
      byte[] json = Files.readAllBytes(file);
      String start = new String(json, 0, Math.min(json.length, 64), StandardCharsets.ISO_8859_1);
      if (start.startsWith("version https://git-lfs.github.com/spec/")) {
        throw Problem.of(
                Problem.Kind.BAD_MODEL,
                "tokenizer.json is only a Git LFS pointer; the file itself was not downloaded.",
                "Run \"git lfs pull\" in its folder, or download the file again.")
            .asException();
      }
      return json;
    } catch (IOException e) {
      throw FileTrouble.reading(file, e);
    }
  }

  /**
   * Ids of a text.
   *
   * @param addSpecial whether the post-processor's tokens (such as a beginning of sequence) are
   *     added; tokens that the text itself spells, such as {@code </s>}, count either way
   */
  public int[] encode(String text, boolean addSpecial) {
    // DJL's own encode also fetches every token's text, span and masks, which doubles the time that
    // a
    // data set takes before its first training step.
    TokenizersLibrary library = TokenizersLibrary.LIB;
    long encoding = library.encode(tokenizer.getHandle(), wellFormed(text), addSpecial);
    try {
      return ints(library.getTokenIds(encoding));
    } finally {
      library.deleteEncoding(encoding);
    }
  }

  /** Ids with the part of the text that each stands for. */
  public EncodedText encodeWithSpans(String text, boolean addSpecial) {
    String good = wellFormed(text);
    Encoding encoding = tokenizer.encode(good, addSpecial, false);
    CodePoints points = new CodePoints(good);
    List<EncodedText.Span> spans = new ArrayList<>();
    for (CharSpan span : encoding.getCharTokenSpans()) {
      spans.add(
          span == null
              ? new EncodedText.Span(0, 0)
              : new EncodedText.Span(
                  points.toCharacter(span.getStart()), points.toCharacter(span.getEnd())));
    }
    return new EncodedText(ints(encoding.getIds()), List.of(encoding.getTokens()), spans);
  }

  /** The text of ids; special tokens are left out if asked. */
  public String decode(int[] ids, boolean skipSpecial) {
    long[] wide = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      wide[i] = ids[i];
    }
    return tokenizer.decode(wide, skipSpecial);
  }

  /**
   * Text of a continuation while it is written.
   *
   * @param context ids that come before it, so that its first space is right
   */
  public StreamDecoder stream(int[] context) {
    return new StreamDecoder(this, context);
  }

  /** One more than the highest id. A model's embedding may have more rows. */
  public synchronized int vocabulary() {
    Integer known = vocabulary;
    if (known == null) {
      known = VocabularySize.read(file);
      vocabulary = known;
    }
    return known;
  }

  /** What the post-processor puts before a text: mostly nothing or the beginning of sequence. */
  public int[] prefix() {
    return prefix.clone();
  }

  /** Beginning of sequence, if the model has one. */
  public OptionalInt begin() {
    return orElse(idOf(special.begin()), generation.begin());
  }

  /** End of sequence, as training appends it, if the model has one. */
  public OptionalInt end() {
    return orElse(idOf(special.end()), generation.ends().stream().findFirst());
  }

  /** Every id at which generation stops. */
  public Set<Integer> stops() {
    Set<Integer> stops = new LinkedHashSet<>(generation.ends());
    end().ifPresent(stops::add);
    return stops;
  }

  /** Text of the beginning of sequence, for chat templates; empty if there is none. */
  public String beginText() {
    return special.begin().orElseGet(() -> textOf(begin()));
  }

  /** Text of the end of sequence, for chat templates; empty if there is none. */
  public String endText() {
    return special.end().orElseGet(() -> textOf(end()));
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  private String textOf(OptionalInt id) {
    return id.isPresent() ? decode(new int[] {id.getAsInt()}, false) : "";
  }

  private OptionalInt idOf(Optional<String> token) {
    if (token.isEmpty()) {
      return OptionalInt.empty();
    }
    int[] ids = encode(token.get(), false);
    return ids.length == 1 ? OptionalInt.of(ids[0]) : OptionalInt.empty();
  }

  private static OptionalInt orElse(OptionalInt first, Optional<Integer> second) {
    return first.isPresent() ? first : second.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private static int[] prefixOf(int[] plain, int[] processed) {
    for (int start = 0; start + plain.length <= processed.length; start++) {
      if (Arrays.equals(plain, 0, plain.length, processed, start, start + plain.length)) {
        return Arrays.copyOf(processed, start);
      }
    }
    return new int[0];
  }

  /** Half of a surrogate pair is no character and would upset the native library. */
  private static String wellFormed(String text) {
    return StandardCharsets.UTF_16LE.newEncoder().canEncode(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static int[] ints(long[] wide) {
    int[] ids = new int[wide.length];
    for (int i = 0; i < wide.length; i++) {
      ids[i] = Math.toIntExact(wide[i]);
    }
    return ids;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unknown reason" : message.lines().findFirst().orElse("");
  }
}
