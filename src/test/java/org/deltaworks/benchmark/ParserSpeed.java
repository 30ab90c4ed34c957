package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.training.TrainingPlan.LossOn;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.rows.ColumnMapping;
import org.deltaworks.format.rows.RowFiles;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsHeader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.FileTree;
import org.deltaworks.text.RowTokenizer;
import org.deltaworks.text.Tokenizer;
import org.deltaworks.text.template.ChatTemplate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long other people's files take to read and texts to become tokens: the header of a model of
 * 30 blocks (272 tensors), 10,000 rows of a question and an answer (some 200 characters) in each
 * format, a conversation of 20 turns through the bundled model's template, and 100 rows to tokens
 * with its tokenizer. The Parquet file is a small one: nothing here writes larger ones. Started by
 * {@link SpeedBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParserSpeed {
  private static final int ROWS = 10_000;
  private static final int TURNS = 20;
  private static final int TOKENIZED = 100;
  private static final String WORDS = "harbour boat rope the captain sails to a quiet island with ";

  private final RowFiles rows = new RowFiles();
  private final SafetensorsReader reader = new SafetensorsReader();
  private final List<Row> some = new ArrayList<>();
  private Path folder = Path.of("");
  private Path parquet = Path.of("");
  private Tokenizer tokenizer;
  private RowTokenizer tokens;
  private ChatTemplate template;
  private String templateText = "";
  private Map<String, Object> conversation = Map.of();

  /** Writes the files. */
  @Setup(Level.Trial)
  public void write() throws Exception {
    folder = Files.createTempDirectory("parser-speed");
    new SafetensorsWriter().write(folder.resolve("model.safetensors"), tensors());
    writeRows();
    parquet = Path.of(RowFiles.class.getResource("chats.parquet").toURI());
    Path model = Path.of("assets", "models", "polder").toAbsolutePath();
    BaseModel polder = ModelFolder.ofKnownFamilies().read(model).model();
    tokenizer = Tokenizer.load(model);
    templateText = polder.chatTemplate().orElseThrow();
    template = ChatTemplate.compile(templateText);
    tokens = new RowTokenizer(tokenizer, Optional.of(template), LossOn.COMPLETION, 512);
    List<Map<String, String>> turns = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      turns.add(Map.of("role", i % 2 == 0 ? "user" : "assistant", "content", WORDS.repeat(3)));
    }
    conversation =
        Map.of("messages", turns, "bos_token", "", "eos_token", "", "add_generation_prompt", false);
  }

  /** Takes them away. */
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    tokenizer.close();
    FileTree.delete(folder);
  }

  /** Where a model's tensors lie. */
  @Benchmark
  public SafetensorsHeader safetensorsHeader() {
    return reader.read(folder.resolve("model.safetensors"));
  }

  /** 10,000 rows. */
  @Benchmark
  public List<Row> jsonLines() {
    return rows.readAll(folder.resolve("rows.jsonl"), ColumnMapping.none());
  }

  /** The same rows. */
  @Benchmark
  public List<Row> csv() {
    return rows.readAll(folder.resolve("rows.csv"), ColumnMapping.none());
  }

  /** A file of a few rows: what opening one costs. */
  @Benchmark
  public List<Row> smallParquet() {
    return rows.readAll(parquet, ColumnMapping.none());
  }

  /** A template as it is found in a model. */
  @Benchmark
  public ChatTemplate compileTemplate() {
    return ChatTemplate.compile(templateText);
  }

  /** 20 turns. */
  @Benchmark
  public ChatTemplate.Rendered renderTemplate() {
    return template.render(conversation);
  }

  /** 100 rows through template and tokenizer, with their labels. */
  @Benchmark
  public List<TokenizedRow> tokenize() {
    return some.stream().map(row -> tokens.tokenize(row).row()).toList();
  }

  private void writeRows() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    StringBuilder csv = new StringBuilder("prompt,completion\n");
    for (int i = 0; i < ROWS; i++) {
      String prompt = words(random) + "\"where\"?";
      String completion = words(random) + "ö, " + i;
      lines.append(json.writeValueAsString(Map.of("prompt", prompt, "completion", completion)));
      lines.append('\n');
      csv.append(quoted(prompt)).append(',').append(quoted(completion)).append('\n');
      if (i < TOKENIZED) {
        some.add(new Row.Prompted(prompt, completion));
      }
    }
    Files.writeString(folder.resolve("rows.jsonl"), lines, StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("rows.csv"), csv, StandardCharsets.UTF_8);
  }

  private static String words(Random random) {
    String[] words = WORDS.split(" ", -1);
    StringBuilder text = new StringBuilder();
    while (text.length() < 90) {
      text.append(words[random.nextInt(words.length - 1)]).append(' ');
    }
    return text.toString();
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  /** The names of a 135M Llama's tensors; their contents do not matter here. */
  private static List<OutgoingTensor> tensors() {
    List<OutgoingTensor> tensors = new ArrayList<>();
    tensors.add(small("model.embed_tokens.weight"));
    tensors.add(small("model.norm.weight"));
    for (int layer = 0; layer < 30; layer++) {
      for (String part :
          List.of(
              "input_layernorm",
              "post_attention_layernorm",
              "self_attn.q_proj",
              "self_attn.k_proj",
              "self_attn.v_proj",
              "self_attn.o_proj",
              "mlp.gate_proj",
              "mlp.up_proj",
              "mlp.down_proj")) {
        tensors.add(small("model.layers.%d.%s.weight".formatted(layer, part)));
      }
    }
    return tensors;
  }

  private static OutgoingTensor small(String name) {
    return OutgoingTensor.of(name, List.of(2L, 2L), new float[4]);
  }
}
