package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON from its tokens into a tree of located nodes; numbers keep their text.
 *
 * <p>A tree of more than {@value YamlTree#MOST_NODES} values is refused, as in YAML. The items of a
 * list may be taken one by one instead of becoming part of the tree: a text may then be longer.
 */
public final class JsonTree {
  /** No text is longer. */
  public static final int MOST_BYTES = 1 << 30;

  private static final long MOST_VALUES = YamlTree.MOST_NODES;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final JsonParser parser;
  private final Items items;
  private long values;

  private JsonTree(String file, JsonParser parser, Items items) {
    this.file = file;
    this.parser = parser;
    this.items = items;
  }

  /** Takes the items of lists while the text is read. */
  public interface Items {
    /**
     * Takes an item.
     *
     * @param list the dotted path of the list
     * @param index from 0
     * @return whether it is taken; else it becomes part of the tree
     */
    boolean take(String list, int index, Node item);
  }

  /**
   * Returns the text of a key of the root object, empty if there is none or the text is no JSON.
   *
   * <p>Reads no further than that key, so that a file can be told apart cheaply.
   */
  public static Optional<String> rootText(byte[] bytes, String key) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(key)) {
          return value == JsonToken.VALUE_STRING
              ? Optional.of(parser.getString())
              : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** Reads a whole file; what is wrong with it is reported. */
  public static Optional<Node.Mapping> read(String file, byte[] bytes, Problems problems) {
    return read(file, bytes, (list, index, item) -> false, problems);
  }

  /**
   * Reads a whole file; what is wrong with it is reported.
   *
   * @param items takes the items of lists that need not be held
   */
  public static Optional<Node.Mapping> read(
      String file, byte[] bytes, Items items, Problems problems) {
    if (bytes.length >= MOST_BYTES) {
      problems.error(
          new Location(file, 1, 1), "", "found " + MOST_BYTES + " bytes or more", "fewer");
      return Optional.empty();
    }
    if (bytes.length > YamlTree.MOST_BYTES) {
      // Not decoded as a whole: the columns of its problems are counted in bytes.
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
        return read(new JsonTree(file, parser, items), problems);
      }
    }
    Optional<String> text = YamlTree.decode(file, bytes, problems);
    if (text.isEmpty() || !YamlTree.isReadable(file, text.get(), problems)) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text.get())) {
      return read(new JsonTree(file, parser, items), problems);
    }
  }

  private static Optional<Node.Mapping> read(JsonTree tree, Problems problems) {
    String file = tree.file;
    JsonParser parser = tree.parser;
    try {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        problems.error(new Location(file, 1, 1), "", "found no object", "a saved result");
        return Optional.empty();
      }
      Node root = tree.node(first, "");
      if (parser.nextToken() != null) {
        problems.error(tree.here(), "", "found more after the object", "one object");
        return Optional.empty();
      }
      return Optional.of((Node.Mapping) root);
    } catch (TooLargeException large) {
      problems.error(
          large.location, "", "found more than " + MOST_VALUES + " values", "a smaller file");
      return Optional.empty();
    } catch (JacksonException syntax) {
      problems.error(
          location(file, syntax),
          "",
          "found text that is not JSON: " + said(syntax),
          "a result as project -f json writes it");
      return Optional.empty();
    }
  }

  /** Returns the parser's words without those on its own insides. */
  private static String said(JacksonException syntax) {
    return syntax
        .getOriginalMessage()
        .replaceAll("\\s+", " ")
        .replaceFirst(", from `[^`]*`", "")
        .replaceFirst(" \\(start marker at .*", "");
  }

  /** A text with more values than are read. */
  private static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Location location;

    TooLargeException(Location location) {
      this.location = location;
    }
  }

  /**
   * Reads a value.
   *
   * @param path its dotted path, of objects and lists alone
   */
  private Node node(JsonToken token, String path) throws TooLargeException {
    Location location = here();
    if (++values > MOST_VALUES) {
      throw new TooLargeException(location);
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, Node.Entry> entries = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        Location keyLocation = here();
        JsonToken value = parser.nextToken();
        String inner = value.isScalarValue() ? "" : path.isEmpty() ? key : path + "." + key;
        entries.put(key, new Node.Entry(key, keyLocation, node(value, inner)));
      }
      return new Node.Mapping(entries, location);
    }
    if (token == JsonToken.START_ARRAY) {
      return list(path, location);
    }
    return new Node.Scalar(
        parser.getString(), token == JsonToken.VALUE_NULL, token.isNumeric(), location);
  }

  private Node list(String path, Location location) throws TooLargeException {
    List<Node> held = new ArrayList<>();
    int index = 0;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      long before = values;
      Node item = node(t, path + "[" + index + "]");
      if (items.take(path, index++, item)) {
        values = before;
      } else {
        held.add(item);
      }
    }
    return new Node.Sequence(held, location);
  }

  private Location here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Location(file, at.getLineNr(), at.getColumnNr());
  }

  /** Returns where a text cannot be read. */
  static Location location(String file, JacksonException syntax) {
    TokenStreamLocation at = syntax.getLocation();
    return at == null || at.getLineNr() < 1
        ? new Location(file, 1, 1)
        : new Location(file, at.getLineNr(), at.getColumnNr());
  }
}
