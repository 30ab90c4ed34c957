package org.deltaworks.corpus.bpe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deltaworks.format.json.JsonFile;

/** The {@code tokenizer.json} of a vocabulary, as Hugging Face's tokenizers read it. */
public final class TokenizerJson {
  private TokenizerJson() {}

  /** The file's content. */
  public static String of(Vocabulary vocabulary) {
    ObjectNode root = JsonFile.newObject();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    ArrayNode added = root.putArray("added_tokens");
    List<String> special = vocabulary.special();
    for (int id = 0; id < special.size(); id++) {
      ObjectNode token = added.addObject();
      token.put("id", id).put("content", special.get(id)).put("single_word", false);
      token.put("lstrip", false).put("rstrip", false).put("normalized", false).put("special", true);
    }
    root.putNull("normalizer");
    root.set("pre_tokenizer", byteLevel(false));
    root.set("post_processor", byteLevel(false));
    root.set("decoder", decoder());
    root.set("model", model(vocabulary));
    return root.toString();
  }

  /** Takes away the space that the pre-tokenizer has put before the text. */
  private static ObjectNode decoder() {
    ObjectNode sequence = JsonFile.newObject().put("type", "Sequence");
    ArrayNode steps = sequence.putArray("decoders");
    steps.add(byteLevel(true));
    steps.addObject().put("type", "Strip").put("content", " ").put("start", 1).put("stop", 0);
    return sequence;
  }

  private static ObjectNode byteLevel(boolean trim) {
    return JsonFile.newObject()
        .put("type", "ByteLevel")
        .put("add_prefix_space", true)
        .put("trim_offsets", trim)
        .put("use_regex", true);
  }

  private static ObjectNode model(Vocabulary vocabulary) {
    ObjectNode model = JsonFile.newObject();
    model.put("type", "BPE");
    model.putNull("dropout");
    model.putNull("unk_token");
    model.putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix");
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("ignore_merges", false);
    ObjectNode vocab = model.putObject("vocab");
    List<String> tokens = vocabulary.tokens();
    for (int id = 0; id < tokens.size(); id++) {
      vocab.put(tokens.get(id), id);
    }
    ArrayNode merges = model.putArray("merges");
    vocabulary.merges().forEach(m -> merges.addArray().add(m.left()).add(m.right()));
    return model;
  }
}
