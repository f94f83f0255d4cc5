package org.stargatecalc.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.field.Field;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/**
 * A record of a saved result, read by the declarations by which it was written.
 *
 * <p>A field of another type than declared is a problem, and so is a missing one that is not
 * nullable; whoever asks gets something harmless then.
 */
final class SavedRecord {
  private final Node.Mapping mapping;
  private final String path;
  private final Problems problems;

  SavedRecord(Node.Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /** Returns its dotted path. */
  String path() {
    return path;
  }

  Problems problems() {
    return problems;
  }

  /** Returns the keys that are written. */
  List<String> keys() {
    return mapping.keys();
  }

  /** Returns whether a value is written, and not null. */
  boolean has(Field<?> field) {
    return child(field)
        .filter(child -> !(child instanceof Node.Scalar scalar && scalar.isNull()))
        .isPresent();
  }

  /** Returns a text, empty after a problem. */
  String text(Field<?> field) {
    return required(field, optionalText(field), "", "a text");
  }

  /** Returns a text that may be missing. */
  Optional<String> optionalText(Field<?> field) {
    Optional<Node.Scalar> scalar = scalar(field, "a text");
    if (scalar.isPresent() && scalar.get().isNumber()) {
      wrong(field, "a text");
      return Optional.of("");
    }
    Optional<String> text = scalar.map(Node.Scalar::text);
    List<String> words = field.type().words();
    if (text.isPresent() && !words.isEmpty() && !words.contains(text.get())) {
      wrong(field, "one of " + String.join(", ", words));
    }
    return text;
  }

  /** Returns a number, 0 after a problem. */
  double number(Field<?> field) {
    OptionalDouble number = optionalNumber(field);
    if (number.isEmpty()) {
      wrong(field, "a number");
    }
    return number.orElse(0);
  }

  /** Returns a number that may be missing; a text that looks like one is none. */
  OptionalDouble optionalNumber(Field<?> field) {
    Optional<Node.Scalar> scalar = scalar(field, "a number");
    if (scalar.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number = scalar.get().isNumber() ? Double.parseDouble(scalar.get().text()) : Double.NaN;
    // 1e999 is no number that can be computed with
    if (!Double.isFinite(number)) {
      wrong(field, "a number");
      return OptionalDouble.of(0);
    }
    return OptionalDouble.of(number);
  }

  /** Returns true or false, empty if it is missing. */
  Optional<Boolean> optionalTruth(Field<?> field) {
    Optional<Node.Scalar> scalar = scalar(field, "true or false");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String text = scalar.get().text();
    if (!text.equals("true") && !text.equals("false")) {
      wrong(field, "true or false");
    }
    return Optional.of(text.equals("true"));
  }

  /** Returns a whole number, 0 after a problem. */
  long whole(Field<?> field) {
    Optional<Node.Scalar> scalar = scalar(field, "a whole number");
    if (scalar.isPresent() && scalar.get().isNumber()) {
      try {
        return Long.parseLong(scalar.get().text());
      } catch (NumberFormatException notWhole) {
        // said below
      }
    }
    wrong(field, "a whole number");
    return 0;
  }

  /** Returns a date, the first of all after a problem. */
  LocalDate date(Field<?> field) {
    return required(field, optionalDate(field), LocalDate.EPOCH, "a date");
  }

  /** Returns a date that may be missing. */
  Optional<LocalDate> optionalDate(Field<?> field) {
    Optional<Node.Scalar> scalar = scalar(field, "a date");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(scalar.get().text()));
    } catch (DateTimeException notADate) {
      wrong(field, "a date");
      return Optional.of(LocalDate.EPOCH);
    }
  }

  /** Returns a record inside this one, one without anything after a problem. */
  SavedRecord record(Field<?> field) {
    if (child(field).orElse(null) instanceof Node.Mapping inner) {
      return new SavedRecord(inner, join(field), problems);
    }
    wrong(field, "an object");
    return new SavedRecord(new Node.Mapping(Map.of(), mapping.location()), path, problems);
  }

  /** Returns the records of a list. */
  List<SavedRecord> records(Field<?> field) {
    if (!(child(field).orElse(null) instanceof Node.Sequence list)) {
      wrong(field, "a list");
      return List.of();
    }
    List<SavedRecord> records = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      item(field, join(field), i, list.items().get(i), problems).ifPresent(records::add);
    }
    return records;
  }

  /** Returns an item of a list of records, nothing after a problem. */
  static Optional<SavedRecord> item(
      Field<?> field, String list, int index, Node item, Problems problems) {
    String itemPath = list + "[" + index + "]";
    if (item instanceof Node.Mapping inner) {
      return Optional.of(new SavedRecord(inner, itemPath, problems));
    }
    String name = field.type().of().orElseThrow().name();
    problems.error(
        item.location(),
        itemPath,
        "found " + item.describe(),
        ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name);
    return Optional.empty();
  }

  /** Says that a field is not what it is declared to be. */
  void wrong(Field<?> field, String expected) {
    Optional<Node> child = child(field);
    problems.error(
        child.map(Node::location).orElse(mapping.location()),
        join(field),
        "found " + child.map(Node::describe).orElse("nothing"),
        expected + ", as project -f json writes it");
  }

  private <V> V required(Field<?> field, Optional<V> value, V otherwise, String expected) {
    if (value.isEmpty()) {
      wrong(field, expected);
    }
    return value.orElse(otherwise);
  }

  private Optional<Node> child(Field<?> field) {
    return Optional.ofNullable(mapping.get(field.id())).map(Node.Entry::value);
  }

  private Optional<Node.Scalar> scalar(Field<?> field, String expected) {
    Optional<Node> child = child(field);
    if (child.isEmpty()) {
      return Optional.empty();
    }
    if (child.get() instanceof Node.Scalar scalar) {
      return scalar.isNull() ? Optional.empty() : Optional.of(scalar);
    }
    wrong(field, expected);
    return Optional.empty();
  }

  private String join(Field<?> field) {
    return path.isEmpty() ? field.id() : path + "." + field.id();
  }
}
