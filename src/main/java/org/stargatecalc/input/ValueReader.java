package org.stargatecalc.input;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;
import org.stargatecalc.word.Worded;

/** Reads single values: numbers with units, dates, words, ids and their provenance. */
public final class ValueReader {
  private static final int LONGEST_ID = 100;

  private final Problems problems;
  private final NumberReader numbers;
  private final Map<String, String> sources = new HashMap<>();

  public ValueReader(Problems problems) {
    this.problems = problems;
    this.numbers = new NumberReader(problems);
  }

  /**
   * A value with who says so.
   *
   * @param node the value itself
   * @param provenance what is stated about it
   */
  record Stated(Node node, Provenance provenance) {}

  /** Makes a short name usable at the start of a provenance's source. */
  public void addSource(String id, String text) {
    sources.put(id, text);
  }

  /** Unwraps {@code {value, source, confidence, as_of}}; any other node is a value as it is. */
  public Optional<Stated> stated(Node node, String path) {
    return stated(node, path, "value");
  }

  /** Unwraps a mapping that has a key beside who says so; any other node is a value as it is. */
  Optional<Stated> stated(Node node, String path, String key) {
    if (!(node instanceof Node.Mapping mapping) || mapping.get(key) == null) {
      return Optional.of(new Stated(node, Provenance.NONE));
    }
    MappingReader reader = new MappingReader(mapping, path, problems);
    Optional<Node> value = reader.take(key);
    Provenance provenance = provenance(reader);
    reader.finish();
    return value.isEmpty() ? Optional.empty() : Optional.of(new Stated(value.get(), provenance));
  }

  /** Reads who says so, from the keys of a mapping. */
  Provenance provenance(MappingReader reader) {
    Optional<String> source = text(reader.take("source"), reader.path("source"));
    if (source.isPresent()) {
      source = Optional.of(expanded(source.get()));
    }
    Optional<Confidence> confidence =
        word(reader.take("confidence"), reader.path("confidence"), Confidence.values());
    Optional<String> asOf = dateAsWritten(reader.take("as_of"), reader.path("as_of"));
    return new Provenance(source, confidence, asOf);
  }

  /** Replaces a leading short name by the source that it stands for. */
  private String expanded(String source) {
    int colon = source.indexOf(':');
    String id = colon < 0 ? source : source.substring(0, colon);
    String text = sources.get(id.strip());
    if (text == null) {
      return source;
    }
    return colon < 0 ? text : text + ":" + source.substring(colon + 1);
  }

  /**
   * Reads a number of a dimension within a domain, or a distribution truncated to the domain.
   *
   * @param perBareNumber what a bare number is multiplied by to reach the base unit
   */
  public Optional<Distribution> number(
      Node node, String path, Dimension dimension, Domain domain, double perBareNumber) {
    Optional<String> text =
        scalar(node, path, dimension.noun() + ", such as " + dimension.example());
    return text.isEmpty()
        ? Optional.empty()
        : numbers.number(
            new NumberReader.Written(text.get(), node.location(), path),
            new NumberReader.Form(dimension, domain, perBareNumber));
  }

  /** Reads a number that must be known. */
  public Optional<Double> certain(Node node, String path, Dimension dimension, Domain domain) {
    Optional<Distribution> number = number(node, path, dimension, domain, 1);
    if (number.isPresent() && !number.get().isCertain()) {
      problems.error(
          node.location(),
          path,
          "found a distribution",
          dimension.noun() + " that is known, such as " + dimension.example());
      return Optional.empty();
    }
    return number.map(Distribution::median);
  }

  /** Reads a date; a period stands for its last day. */
  public Optional<PartialDate> date(Node node, String path) {
    Optional<String> text = scalar(node, path, "a date such as 2025-09-30, 2025-09 or 2025-Q3");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(text.get()));
    } catch (InvalidTextException fault) {
      problems.error(node.location(), path, fault);
      return Optional.empty();
    }
  }

  /** Reads a date, or a distribution of dates, as the instant at which its last day begins. */
  public Optional<Distribution> instant(Node node, String path) {
    Optional<String> text = scalar(node, path, "a date such as 2025-09-30, 2025-09 or 2025-Q3");
    return text.isEmpty()
        ? Optional.empty()
        : numbers.instant(new NumberReader.Written(text.get(), node.location(), path));
  }

  /** Reads a date, if there is one. */
  public Optional<PartialDate> date(Optional<Node> node, String path) {
    return node.isEmpty() ? Optional.empty() : date(node.get(), path);
  }

  /** Reads a date, if there is one, and keeps its text. */
  public Optional<String> dateAsWritten(Optional<Node> node, String path) {
    return date(node, path).isEmpty() ? Optional.empty() : text(node, path);
  }

  /** Reads free text. */
  public Optional<String> text(Node node, String path) {
    return scalar(node, path, "a text");
  }

  /** Reads free text, if there is any. */
  public Optional<String> text(Optional<Node> node, String path) {
    return node.isEmpty() ? Optional.empty() : text(node.get(), path);
  }

  /** Reads an id. */
  public Optional<String> id(Node node, String path) {
    Optional<String> text = scalar(node, path, "an id");
    return text.isPresent() && isId(text.get(), node.location(), path) ? text : Optional.empty();
  }

  /** Reads an id, if there is one. */
  public Optional<String> id(Optional<Node> node, String path) {
    return node.isEmpty() ? Optional.empty() : id(node.get(), path);
  }

  /** Reports a text that is no id. */
  public boolean isId(String text, Location location, String path) {
    boolean fits = isId(text);
    if (!fits) {
      problems.error(
          location,
          path,
          "found '" + Problem.shown(text) + "'",
          "an id of 1 to 100 letters, digits, '_', '.' or '-'");
    }
    return fits;
  }

  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "_.-".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_ID;
  }

  /** Reads one of some constants by its word. */
  public <E extends Worded> Optional<E> word(Node node, String path, E[] constants) {
    Optional<String> word = word(node, path, Worded.ids(constants));
    return word.isEmpty() ? Optional.empty() : Worded.of(constants, word.get());
  }

  /** Reads one of some constants by its word, if there is one. */
  public <E extends Worded> Optional<E> word(Optional<Node> node, String path, E[] constants) {
    return node.isEmpty() ? Optional.empty() : word(node.get(), path, constants);
  }

  /** Reads one of some words. */
  public Optional<String> word(Node node, String path, List<String> words) {
    Optional<String> text = scalar(node, path, "one of " + String.join(", ", words));
    if (text.isEmpty() || words.contains(text.get())) {
      return text;
    }
    problems.error(
        node.location(),
        path,
        "found " + node.describe(),
        "one of " + String.join(", ", words),
        problems.nearest(text.get().toLowerCase(Locale.ROOT), words));
    return Optional.empty();
  }

  private Optional<String> scalar(Node node, String path, String expected) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    problems.error(node.location(), path, "found " + node.describe(), expected);
    return Optional.empty();
  }
}
