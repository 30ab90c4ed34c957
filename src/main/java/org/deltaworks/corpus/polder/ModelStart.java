package org.deltaworks.corpus.polder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltaworks.corpus.bpe.TokenizerJson;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.platform.AtomicFiles;

/** Writes the model folder that pre-training begins from: everything right but the weights. */
public final class ModelStart {
  private ModelStart() {}

  /** Writes a Hugging Face folder with seeded random weights; refuses one that is not empty. */
  public static void write(Path folder, Vocabulary vocabulary, PolderShape shape, long seed) {
    write(folder, vocabulary, shape, shape.weights(seed));
  }

  /** Writes a Hugging Face folder with these weights; refuses one that is not empty. */
  static void write(
      Path folder, Vocabulary vocabulary, PolderShape shape, List<OutgoingTensor> weights) {
    AtomicFiles.createFolder(
        folder,
        part -> {
          Files.writeString(part.resolve("config.json"), JsonFile.text(shape.config()));
          Files.writeString(part.resolve("generation_config.json"), JsonFile.text(generation()));
          Files.writeString(part.resolve("tokenizer.json"), TokenizerJson.of(vocabulary));
          Files.writeString(
              part.resolve("tokenizer_config.json"), JsonFile.text(tokenizerConfig(shape)));
          new SafetensorsWriter().writePlain(part.resolve("model.safetensors"), weights);
        });
  }

  private static ObjectNode generation() {
    ObjectNode node = JsonFile.newObject();
    node.put("bos_token_id", PolderTokens.END_ID).put("eos_token_id", PolderTokens.END_ID);
    node.put("pad_token_id", PolderTokens.PAD_ID);
    return node.put("do_sample", true).put("temperature", 0.7).put("top_p", 0.95);
  }

  private static ObjectNode tokenizerConfig(PolderShape shape) {
    ObjectNode node = JsonFile.newObject();
    ObjectNode added = node.putObject("added_tokens_decoder");
    for (int id = 0; id < PolderTokens.SPECIAL.size(); id++) {
      ObjectNode token = added.putObject(Integer.toString(id));
      token.put("content", PolderTokens.SPECIAL.get(id)).put("lstrip", false);
      token.put("normalized", false).put("rstrip", false);
      token.put("single_word", false).put("special", true);
    }
    node.put("add_prefix_space", true).put("bos_token", PolderTokens.END);
    node.put("chat_template", PolderTokens.TEMPLATE).put("clean_up_tokenization_spaces", false);
    node.put("eos_token", PolderTokens.END).put("model_max_length", shape.context());
    node.put("pad_token", PolderTokens.SPECIAL.get(PolderTokens.PAD_ID));
    return node.put("tokenizer_class", "PreTrainedTokenizerFast");
  }
}
