package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.report.schema.OutputSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables of what programs need to know, made from what the program says of itself. */
final class ProgramTables {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern COMMAND = Pattern.compile("  ([a-z]+) {2,}(.*)");
  private static final Pattern FORMATS =
      Pattern.compile("standard output is written as: ([^.]*)\\.");

  private ProgramTables() {}

  /** Returns the commands, what they do and in which formats they write. */
  static List<String> commands() {
    List<String> rows = GeneratedText.head("command", "gives", "formats");
    String help = CommandResult.of("help").succeeds().stdout();
    String list = help.substring(help.indexOf("Commands:"), help.indexOf("Examples:"));
    for (String line : list.lines().toList()) {
      Matcher command = COMMAND.matcher(line);
      if (command.matches()) {
        String name = command.group(1);
        rows.add("| `" + name + "` | " + command.group(2) + " | " + formats(name) + " |");
      }
    }
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  private static String formats(String command) {
    if (command.equals("help")) {
      return "";
    }
    String help = CommandResult.of("help", command).succeeds().stdout().replaceAll("\\s+", " ");
    Matcher formats = FORMATS.matcher(help);
    return formats.find() ? formats.group(1).replace(" or ", ", ") : "";
  }

  /** Returns the schemas, each with the document that it describes. */
  static List<String> schemas() {
    List<String> rows = GeneratedText.head("`schema`", "of", "`$id`");
    List<String> names = new ArrayList<>(List.of("scenario", "overlay", "record"));
    names.addAll(new OutputSchemas(CatalogReader.baselines()).names());
    for (String name : names) {
      JsonNode schema = schema(name);
      String title = schema.get("title").asString().replace("stargate-calc ", "");
      rows.add("| `" + name + "` | " + title + " | `" + schema.get("$id").asString() + "` |");
    }
    return rows;
  }

  private static JsonNode schema(String name) {
    return MAPPER.readTree(CommandResult.of("schema", name).succeeds().stdout());
  }

  /** Returns every key of a scenario by its place. */
  static List<String> keys() {
    JsonNode root = schema("scenario");
    List<String> everywhere = new ArrayList<>(root.at("/$defs/level/properties").propertyNames());
    List<String> top = new ArrayList<>(root.get("properties").propertyNames());
    top.removeAll(everywhere);
    Map<String, List<String>> places = new LinkedHashMap<>();
    places.put("at the top", top);
    places.put("at the top, `sites.ID`, `phases.ID`", everywhere);
    for (String key : List.of("capex_split", "growth", "refresh")) {
      places.put("`" + key + "`", keysOf(root, root.at("/properties/" + key)).orElseThrow());
    }
    places.put("`milestones[]`", new ArrayList<>(names(root.at("/$defs/milestone"))));
    places.put("`horizon`", keysOf(root, root.at("/properties/horizon")).orElseThrow());
    for (String key : List.of("accelerators", "constraints", "risks")) {
      JsonNode entry = root.at("/properties/" + key + "/additionalProperties");
      places.put("`" + key + ".ID`", keysOf(root, entry).orElseThrow());
    }
    for (String key : List.of("claims", "correlations", "expect")) {
      JsonNode item = root.at("/properties/" + key + "/items");
      places.put("`" + key + "[]`", keysOf(root, item).orElseThrow());
    }
    places.put("a value with its source", new ArrayList<>(names(root.at("/$defs/statement"))));
    places.put("a value that changes", new ArrayList<>(names(root.at("/$defs/steps"))));
    List<String> rows = GeneratedText.head("where", "keys");
    places.forEach(
        (place, keys) -> rows.add("| " + place + " | " + String.join(", ", keys) + " |"));
    return rows;
  }

  private static List<String> names(JsonNode schema) {
    return new ArrayList<>(schema.get("properties").propertyNames());
  }

  /** Returns the keys of the first mapping that a schema allows and that is no value. */
  private static Optional<List<String>> keysOf(JsonNode root, JsonNode schema) {
    if (schema.has("$ref") && !schema.has("properties")) {
      return keysOf(root, root.at(schema.get("$ref").asString().substring(1)));
    }
    if (schema.has("properties") && !schema.get("properties").has("value")) {
      return Optional.of(names(schema));
    }
    for (JsonNode choice : schema.path("anyOf")) {
      Optional<List<String>> found = keysOf(root, choice);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
