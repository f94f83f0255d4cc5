package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML from its tokens into a tree of located nodes.
 *
 * <p>Aliases and merge keys are resolved here; tags, second documents, duplicate keys and keys that
 * are not scalars are refused. Scalars keep their text: what a value means is for its reader to
 * say.
 */
public final class YamlReader {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder()
                  .setCodePointLimit(YamlTree.MOST_BYTES)
                  .setMaxAliasesForCollections(Integer.MAX_VALUE)
                  // mapping() finds them itself, says where the first one is, and reads on.
                  .setAllowDuplicateKeys(true)
                  .build())
          .build();

  private final String file;
  private final String source;

  /** The text by code points, in which the parser counts; empty if every character is one. */
  private final int[] points;

  private final Problems problems;
  private final Map<String, Node> anchors = new HashMap<>();
  private final YAMLParser parser;

  private long nodes;

  private YamlReader(String file, String source, Problems problems, YAMLParser parser) {
    this.file = file;
    this.source = source;
    boolean isPlain = source.codePointCount(0, source.length()) == source.length();
    this.points = isPlain ? new int[0] : source.codePoints().toArray();
    this.problems = problems;
    this.parser = parser;
  }

  /** A problem that makes the rest of the text unreadable; it is already reported. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads a text.
   *
   * @param file its name, for locations
   * @param text the text
   * @param problems receives what is wrong
   * @return the root, empty if a problem prevents one
   */
  static Optional<Node> read(String file, String text, Problems problems) {
    String read = text;
    for (int left = SeparatorEscapes.MOST_TEXTS; ; left--) {
      try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), read)) {
        YamlReader tree = new YamlReader(file, read, problems, parser);
        try {
          return tree.document();
        } catch (Unreadable reported) {
          return Optional.empty();
        } catch (JacksonException syntax) {
          Optional<String> other =
              left == 0 ? Optional.empty() : SeparatorEscapes.replaced(read, syntax);
          if (other.isEmpty()) {
            tree.reportSyntax(syntax);
            return Optional.empty();
          }
          read = other.get();
        }
      }
    }
  }

  private Optional<Node> document() throws Unreadable {
    JsonToken first = parser.nextToken();
    if (first == null) {
      problems.error(new Location(file, 1, 1), "", "found an empty file", "a scenario");
      return Optional.empty();
    }
    Node root = node(first, 0);
    // "---" at the end begins a document with nothing in it: a habit that does no harm
    for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
      if (!next.isScalarValue() || !parser.getString().isEmpty() || !isPlain()) {
        problems.error(here(), "", "found a second document", "one document in a file");
        return Optional.empty();
      }
    }
    return Optional.of(root);
  }

  private Node node(JsonToken token, int depth) throws Unreadable {
    Location location = here();
    if (depth > YamlTree.DEEPEST) {
      throw refuse(location, "found more than " + YamlTree.DEEPEST + " levels", "a flatter file");
    }
    if (++nodes > YamlTree.MOST_NODES) {
      throw refuse(
          location, "found more than " + YamlTree.MOST_NODES + " values", "a smaller file");
    }
    if (parser.isCurrentAlias()) {
      Node target = anchors.get(parser.getString());
      if (target == null) {
        throw refuse(
            location,
            "found the alias *" + parser.getString(),
            "an anchor &" + parser.getString() + " before it");
      }
      return target;
    }
    Object tag = parser.getTypeId();
    if (tag != null) {
      throw refuse(location, "found the tag " + tag, "a plain value: tags are not supported");
    }
    Object anchor = parser.getObjectId();
    int start = (int) parser.currentTokenLocation().getCharOffset();
    Node node =
        switch (token) {
          case START_OBJECT -> mapping(location, depth);
          case START_ARRAY -> sequence(location, depth);
          default -> scalar(token, location);
        };
    if (node.size() > YamlTree.MOST_NODES) {
      throw refuse(
          location, "found more than " + YamlTree.MOST_NODES + " values", "a smaller file");
    }
    if (anchor != null) {
      anchors.put(anchor.toString(), node);
    } else if (node instanceof Node.Scalar && pointAt(start) == '&') {
      anchors.put(anchorAt(start), node);
    }
    return node;
  }

  /**
   * The parser says the anchors of mappings and sequences only: a single value's is in the text.
   */
  private String anchorAt(int start) {
    StringBuilder name = new StringBuilder();
    int place = start + 1;
    for (int point = pointAt(place); " \t\r\n,[]{}\0".indexOf(point) < 0; point = pointAt(place)) {
      name.appendCodePoint(point);
      place++;
    }
    return name.toString();
  }

  private Node scalar(JsonToken token, Location location) {
    String text = parser.getString();
    boolean isNull = token == JsonToken.VALUE_NULL || (Node.Scalar.isNothing(text) && isPlain());
    return new Node.Scalar(text, isNull, location);
  }

  /** Quoted and block texts are never nothing; the parser knows it of {@code "null"} alone. */
  private boolean isPlain() {
    int place = (int) parser.currentTokenLocation().getCharOffset();
    if (pointAt(place) == '&') {
      String anchor = anchorAt(place);
      place += 1 + anchor.codePointCount(0, anchor.length());
      while (" \t\r\n".indexOf(pointAt(place)) >= 0) {
        place++;
      }
    }
    return "'\"|>".indexOf(pointAt(place)) < 0;
  }

  /** Returns the code point at a place in which the parser counts, 0 outside the text. */
  private int pointAt(int place) {
    if (points.length > 0) {
      return place >= 0 && place < points.length ? points[place] : 0;
    }
    return place >= 0 && place < source.length() ? source.charAt(place) : 0;
  }

  private Node sequence(Location location, int depth) throws Unreadable {
    List<Node> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t, depth + 1));
    }
    return new Node.Sequence(items, location);
  }

  private Node mapping(Location location, int depth) throws Unreadable {
    Map<String, Node.Entry> own = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      String key = parser.getString();
      Location keyLocation = here();
      Node value = node(parser.nextToken(), depth + 1);
      if (key.equals("<<")) {
        merged.add(value);
        continue;
      }
      Node.Entry first = own.putIfAbsent(key, new Node.Entry(key, keyLocation, value));
      if (first != null) {
        problems.error(
            keyLocation,
            "",
            "found the key '" + key + "' a second time",
            "each key once: the first is at line " + first.keyLocation().line());
      }
    }
    for (Node source : merged) {
      merge(source, own);
    }
    return new Node.Mapping(own, location);
  }

  private void merge(Node source, Map<String, Node.Entry> into) {
    if (source instanceof Node.Mapping mapping) {
      mapping.entries().forEach(into::putIfAbsent);
    } else if (source instanceof Node.Sequence sequence
        && sequence.items().stream().allMatch(Node.Mapping.class::isInstance)) {
      sequence.items().forEach(item -> merge(item, into));
    } else {
      problems.error(
          source.location(),
          "<<",
          "found " + source.describe(),
          "a mapping or a list of mappings to merge");
    }
  }

  private Unreadable refuse(Location location, String found, String expected) {
    problems.error(location, "", found, expected);
    return new Unreadable();
  }

  private Location here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Location(file, at.getLineNr(), at.getColumnNr());
  }

  private void reportSyntax(JacksonException syntax) {
    if (syntax.getCause() instanceof MarkedYamlEngineException marked) {
      Mark mark = marked.getProblemMark().or(marked::getContextMark).orElse(null);
      Location location =
          mark == null
              ? new Location(file, 1, 1)
              : new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
      String context = marked.getContext() == null ? "" : " " + marked.getContext();
      problems.error(location, "", "found text that is not YAML" + context, say(marked));
      return;
    }
    String message = syntax.getOriginalMessage();
    boolean complexKey = message.contains("property name");
    problems.error(
        JsonTree.location(file, syntax),
        "",
        complexKey ? "found a key that is not plain text" : "found text that is not YAML",
        complexKey ? "a plain key" : "valid YAML");
  }

  /** Says what the scanner wants in words that fit after "expected". */
  private static String say(MarkedYamlEngineException marked) {
    String problem = marked.getProblem() == null ? "" : marked.getProblem();
    if (problem.startsWith("expected ")) {
      return problem.substring("expected ".length());
    }
    if (problem.contains("TAB")) {
      return "spaces for indentation, not a tab";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "quotes around a text that holds ': ', or a line break before the key";
    }
    return "valid YAML" + (problem.isEmpty() ? "" : ": " + problem);
  }
}
