import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the bill of materials that the build made into the two resources that the program carries:
 * {@code sbom.cdx.json} without what changes from build to build, and {@code third-party.json}, the
 * list that About shows, to which the parts inside native libraries are added from {@code
 * inside.json}.
 *
 * <p>Arguments: the bill as made, the list of inner parts, the folder to write to.
 */
final class WriteNotices {
  private static final Set<String> LINKS = Set.of("website", "vcs", "license");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public static void main(String[] arguments) throws IOException {
    ObjectNode bill = (ObjectNode) JSON.readTree(Path.of(arguments[0]).toFile());
    ArrayNode inside = (ArrayNode) JSON.readTree(Path.of(arguments[1]).toFile());
    Path folder = Path.of(arguments[2]);
    settle(bill);
    write(folder.resolve("sbom.cdx.json"), bill);
    write(folder.resolve("third-party.json"), thirdParties(bill, inside));
  }

  private static void settle(ObjectNode bill) {
    bill.remove("serialNumber");
    ((ObjectNode) bill.path("metadata")).remove("timestamp");
    keepLinks(bill.path("metadata").path("component"));
    bill.path("metadata").path("tools").path("components").forEach(WriteNotices::keepLinks);
    bill.path("components").forEach(WriteNotices::keepLinks);
  }

  private static void keepLinks(JsonNode component) {
    if (!(component.path("externalReferences") instanceof ArrayNode links)) {
      return;
    }
    for (int i = links.size() - 1; i >= 0; i--) {
      if (!LINKS.contains(links.get(i).path("type").asText())) {
        links.remove(i);
      }
    }
  }

  private static ArrayNode thirdParties(ObjectNode bill, ArrayNode inside) {
    Map<String, ObjectNode> parts = new LinkedHashMap<>();
    for (JsonNode component : bill.path("components")) {
      String name = component.path("name").asText();
      ObjectNode part = JSON.createObjectNode();
      part.put("name", name);
      part.put("group", component.path("group").asText());
      part.put("version", component.path("version").asText());
      part.put("license", license(component));
      part.put("url", url(component));
      parts.putIfAbsent(component.path("group").asText() + ":" + name, part);
    }
    ArrayNode all = JSON.createArrayNode();
    parts.values().forEach(all::add);
    all.addAll(inside);
    return all;
  }

  private static String license(JsonNode component) {
    List<String> names = new ArrayList<>();
    for (JsonNode entry : component.path("licenses")) {
      JsonNode license = entry.path("license");
      names.add(
          license
              .path("id")
              .asText(license.path("name").asText(entry.path("expression").asText())));
    }
    return String.join(" or ", names);
  }

  private static String url(JsonNode component) {
    for (JsonNode link : component.path("externalReferences")) {
      if (!link.path("type").asText().equals("license")) {
        return link.path("url").asText();
      }
    }
    return "";
  }

  private static void write(Path file, JsonNode content) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(content) + "\n");
  }
}
