package org.deltaworks.format.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilesTest {
  @TempDir Path folder;

  private final RowFiles files = new RowFiles();

  @Test
  void readsRealDataOfEveryForm() {
    assertThat(rows(SharedData.at("datasets/gsm8k/train.jsonl")))
        .hasSize(7473)
        .allMatch(Row.Prompted.class::isInstance);
    assertThat(rows(SharedData.at("datasets/wikisql/valid.jsonl")))
        .isNotEmpty()
        .allMatch(Row.Text.class::isInstance);
    List<Row> chats = rows(SharedData.at("datasets/sharegpt/dummy_conversation.json"));
    assertThat(chats).hasSizeGreaterThan(100);
    Row.Conversation first = (Row.Conversation) chats.getFirst();
    assertThat(first.turns().getFirst()).isEqualTo(new Row.Turn("user", "Who are you?"));
    assertThat(first.turns().get(1).role()).isEqualTo("assistant");
  }

  @Test
  void readsThePairsOfTheLoraPaper() {
    Row.Prompted first = (Row.Prompted) rows(SharedData.at("datasets/e2e/valid.txt")).getFirst();
    assertThat(first.prompt())
        .isEqualTo("name : Alimentum | area : city centre | family friendly : no");
    assertThat(first.completion()).startsWith("There is a place").endsWith(".");
  }

  @Test
  void plainTextBecomesRowsAndLosesNoWord() throws IOException {
    Path shakespeare = SharedData.at("datasets/tinyshakespeare/input.txt");
    List<Row> rows = rows(shakespeare);
    assertThat(rows).hasSizeBetween(500, 1200);
    StringBuilder words = new StringBuilder();
    for (Row row : rows) {
      String text = ((Row.Text) row).text();
      assertThat(text.length()).isLessThanOrEqualTo(PlainTextSource.WANTED);
      words.append(text.replaceAll("\\s+", ""));
    }
    assertThat(words.toString()).isEqualTo(Files.readString(shakespeare).replaceAll("\\s+", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"prompt":"a","completion":"b"}                    | Prompted[prompt=a, completion=b]
          {"question":"a","answer":"b","id":7}               | Prompted[prompt=a, completion=b]
          {"instruction":"a","input":"","output":"b"}        | Prompted[prompt=a, completion=b]
          {"instruction":"a","output":"b"}                   | Prompted[prompt=a, completion=b]
          {"text":"a"}                                       | Text[text=a]
          {"text":"a","label":1}                             | Prompted[prompt=a, completion=1]
          {"text":"a","label":"good"}                        | Prompted[prompt=a, completion=good]
          {"messages":[{"role":"user","content":"a"}]}       | Conversation[turns=[Turn[role=user, content=a]]]
          {"messages":[{"role":"user","content":[{"type":"text","text":"a"}]}]} | Conversation[turns=[Turn[role=user, content=a]]]
          {"conversations":[{"from":"gpt","value":"a"}]}     | Conversation[turns=[Turn[role=assistant, content=a]]]
          {"prompt":[{"role":"user","content":"a"}],"completion":[{"role":"assistant","content":"b"}]} | Conversation[turns=[Turn[role=user, content=a], Turn[role=assistant, content=b]]]
          """)
  void knowsFormsByTheirKeys(String line, String row) throws IOException {
    assertThat(rows(write("data.jsonl", line))).hasSize(1).first().hasToString(row);
  }

  @Test
  void anInstructionKeepsItsInput() throws IOException {
    Path file =
        write("a.jsonl", "{\"instruction\":\"Sum up\",\"input\":\"Text\",\"output\":\"b\"}");
    assertThat(rows(file)).containsExactly(new Row.Prompted("Sum up\n\nText", "b"));
  }

  @Test
  void readsTokensOfOthers() throws IOException {
    Path file =
        write("a.jsonl", "{\"input_ids\":[1,2],\"labels\":[-100,2]}\n{\"input_ids\":[3,4]}\n");
    List<Row> rows = rows(file);
    TokenizedRow first = ((Row.Tokens) rows.getFirst()).row();
    TokenizedRow second = ((Row.Tokens) rows.getLast()).row();
    assertThat(first.labels()).containsExactly(-100, 2);
    assertThat(second.labels()).containsExactly(3, 4);
  }

  @Test
  void byteOrderMarksLineEndsAndEmptyLinesDoNotMatter() throws IOException {
    Path file = write("a.jsonl", "\uFEFF{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}");
    assertThat(rows(file)).containsExactly(new Row.Text("a"), new Row.Text("b"));
    Path csv = write("a.csv", "\uFEFFtext\r\n\"a, \"\"b\"\"\nc\"\r\n");
    assertThat(rows(csv)).containsExactly(new Row.Text("a, \"b\"\nc"));
  }

  @Test
  void readsTablesWithEverySeparator() throws IOException {
    Row row = new Row.Prompted("1,5?", "ja");
    assertThat(rows(write("a.csv", "prompt,completion\n\"1,5?\",ja\n"))).containsExactly(row);
    assertThat(rows(write("b.csv", "prompt;completion\n1,5?;ja\n"))).containsExactly(row);
    assertThat(rows(write("c.tsv", "prompt\tcompletion\n1,5?\tja\n"))).containsExactly(row);
  }

  @Test
  void otherColumnsAreMappedByHand() throws IOException {
    Path file = write("a.csv", "Frage,Antwort,Nr\nWer?,Tom,1\n");
    assertThat(files.readAll(file, ColumnMapping.parse("prompt=Frage, completion=Antwort")))
        .containsExactly(new Row.Prompted("Wer?", "Tom"));
    assertProblem(
        () -> files.readAll(file, ColumnMapping.parse("prompt=Fragen,completion=Antwort")),
        "no column \"Fragen\"",
        "Frage, Antwort, Nr");
    assertProblem(() -> ColumnMapping.parse("prompt"), "does not say which column");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"text":"a"}~{"text":}~{"text":"b"}             | Line 2 of data.jsonl is not valid JSON
          {"text":"a"}~{"text":"b"                         | Line 2 of data.jsonl is not valid JSON
          {"text":"a"} {"text":"b"}                        | Line 1 of data.jsonl is not valid JSON
          {"text":"a"}~7                                   | Line 2 of data.jsonl is JSON, but no object
          {"text":"a"}~{"words":"b","id":1}                | Line 2 of data.jsonl has the columns words, id
          {"text":"a"}~{}                                  | Line 2 of data.jsonl is empty
          {"text":5}                                       | Line 1 of data.jsonl has a "text" that is not a text
          {"text":" "}                                     | Line 1 of data.jsonl has an empty "text"
          {"prompt":"a","completion":null}                 | has a "completion" that is not a text
          {"messages":[]}                                  | has no messages
          {"messages":"a"}                                 | that is not a list of messages
          {"messages":[{"role":"user"}]}                   | messages that each have a text
          {"messages":[{"role":"user","content":[{"type":"image"}]}]} | messages of text only
          {"input_ids":[1,2],"labels":[1]}                 | has 2 ids but 1 labels
          {"input_ids":[1.5]}                              | "input_ids" that is not a list of whole numbers
          {"input_ids":[]}                                 | has no tokens
          """)
  void badLinesAreToldWithTheirNumber(String lines, String message) throws IOException {
    Path file = write("data.jsonl", lines.replace('~', '\n'));
    assertProblem(() -> rows(file), message);
  }

  @Test
  void badFilesAreTold() throws IOException {
    assertProblem(() -> rows(folder.resolve("nowhere.jsonl")), "There is no ");
    assertProblem(() -> rows(folder), "is a folder");
    assertProblem(() -> rows(write("a.jsonl", "")), "a.jsonl is empty");
    assertProblem(() -> rows(write("a.jsonl", "\n \n")), "a.jsonl is empty");
    assertProblem(() -> rows(write("a.csv", "prompt,completion\n")), "a.csv has no rows");
    assertProblem(() -> rows(write("a.json", "[]")), "a.json has no rows");
    assertProblem(() -> rows(write("a.txt", "a\0b")), "holds zero bytes");
    assertProblem(
        () -> rows(write("a.txt", "x".repeat(9000) + "\0")), "Line 1 of a.txt holds zero");
    assertProblem(() -> rows(write("a.jsonl", "PK\u0003\u0004x")), "is packed");
    assertProblem(
        () -> rows(write("a.csv", "version https://git-lfs.github.com/spec/v1\n")),
        "Git LFS pointer");
  }

  @Test
  void textThatIsNotUtf8IsTold() throws IOException {
    byte[] latin = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    Path lines = Files.write(folder.resolve("a.jsonl"), latin);
    assertProblem(() -> rows(lines), "Line 1 of a.jsonl is not text in UTF-8");
    Path table =
        Files.write(
            folder.resolve("a.csv"), "text\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertProblem(() -> rows(table), "not text in UTF-8");
    Path wide =
        Files.write(folder.resolve("b.csv"), "\uFEFFtext\na\n".getBytes(StandardCharsets.UTF_16LE));
    assertProblem(() -> rows(wide), "UTF-16");
  }

  @Test
  void brokenListsAndTablesAreTold() throws IOException {
    assertProblem(
        () -> rows(write("a.json", "[{\"text\":\"a\"},\n{\"text\":")),
        "Line 2 of a.json is not valid");
    assertProblem(() -> rows(write("a.json", "[{\"text\":\"a\"}")), "is not valid JSON");
    assertProblem(() -> rows(write("a.json", "[1]")), "Row 1 of a.json is no object");
    assertProblem(
        () -> rows(write("a.csv", "prompt,completion\na,b\na,b,c\n")),
        "Line 3 of a.csv has 3 values, but there are 2 columns");
    assertProblem(() -> rows(write("a.csv", "text,text\na,b\n")), "names two columns the same");
    assertProblem(() -> rows(write("a.csv", "text\n\"never closed\n")), "cannot be read as CSV");
    assertProblem(() -> rows(write("a.txt", "a||b\nno pair\n")), "Line 2 of a.txt has no \"||\"");
  }

  @Test
  void aPreviewCountsAndGoesOnAfterProblems() throws IOException {
    Path file =
        write(
            "a.jsonl", "{\"text\":\"a\"}\nbroken\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n{\"x\":1}\n");
    RowPreview preview = files.preview(file, ColumnMapping.none(), 2, () -> false);
    assertThat(preview.format()).isEqualTo("JSON Lines");
    assertThat(preview.form()).contains(RowForm.TEXT);
    assertThat(preview.rows()).isEqualTo(3);
    assertThat(preview.first()).containsExactly(new Row.Text("a"), new Row.Text("b"));
    assertThat(preview.problemCount()).isEqualTo(2);
    assertThat(preview.problems()).extracting(p -> p.place().number()).containsExactly(2L, 5L);
    assertThatThrownBy(() -> files.preview(file, ColumnMapping.none(), 2, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private List<Row> rows(Path file) {
    return files.readAll(file, ColumnMapping.none());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertProblem(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String... words) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().line()).contains(List.of(words));
              assertThat(e.problem().kind())
                  .isIn(Problem.Kind.BAD_DATA, Problem.Kind.NOT_FOUND, Problem.Kind.WRONG_USAGE);
            });
  }
}
