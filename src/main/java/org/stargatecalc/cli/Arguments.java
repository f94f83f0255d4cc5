package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.report.Folding;
import org.stargatecalc.tree.NearestWord;
import org.stargatecalc.word.Worded;

/**
 * What a command line says, of which a command makes its request.
 *
 * <p>Every reader of a value refuses what makes no sense, naming the option, what was found and
 * what is expected.
 */
final class Arguments {
  private final Map<Option, List<String>> values;
  private final List<String> operands;

  /**
   * Creates them.
   *
   * @param values the options that were given; a list is empty for one that takes no value
   * @param operands the rest in its order
   */
  Arguments(Map<Option, List<String>> values, List<String> operands) {
    this.values = new EnumMap<>(Option.class);
    this.values.putAll(values);
    this.operands = Collections.unmodifiableList(new ArrayList<>(operands));
  }

  List<String> operands() {
    return operands;
  }

  boolean has(Option option) {
    return values.containsKey(option);
  }

  /** Returns the value of an option that may be given once. */
  Optional<String> text(Option option) {
    List<String> given = texts(option);
    return given.isEmpty() ? Optional.empty() : Optional.of(given.get(0));
  }

  /** Returns all values of an option. */
  List<String> texts(Option option) {
    return values.getOrDefault(option, List.of());
  }

  /** Returns the items of a value that is a list. */
  List<String> commaSeparated(Option option) {
    List<String> items = new ArrayList<>();
    if (has(option)) {
      for (String item : text(option).orElse("").split(",")) {
        items.add(item.strip());
      }
    }
    return items;
  }

  /** Returns the number of an option, or the usual one. */
  long whole(Option option, long usual, long least, long most) throws UsageException {
    Optional<String> text = text(option);
    return text.isEmpty() ? usual : whole(option.word(), text.get(), least, most);
  }

  /**
   * Reads a whole number.
   *
   * @param what whose number it is, for the message
   */
  static long whole(String what, String text, long least, long most) throws UsageException {
    String digits = text.replace("_", "");
    // Of 19 digits what is too large for a signed number becomes a negative one.
    long number = digits.matches("\\d{1,19}") ? Long.parseUnsignedLong(digits) : -1;
    if (number < least || number > most) {
      throw new UsageException(
          what + ": found '" + text + "'; expected a whole number from " + least + " to " + most);
    }
    return number;
  }

  Optional<PartialDate> date(Option option) throws UsageException {
    Optional<String> text = text(option);
    return text.isEmpty() ? Optional.empty() : Optional.of(date(option.word(), text.get()));
  }

  /**
   * Reads a date.
   *
   * @param what whose date it is, for the message
   */
  static PartialDate date(String what, String text) throws UsageException {
    try {
      return PartialDate.parse(text);
    } catch (InvalidTextException fault) {
      throw new UsageException(
          what + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }

  Optional<LocalDate> firstDay(Option option) throws UsageException {
    Optional<PartialDate> date = date(option);
    return date.isPresent() ? Optional.of(date.get().first()) : Optional.empty();
  }

  Optional<LocalDate> lastDay(Option option) throws UsageException {
    Optional<PartialDate> date = date(option);
    return date.isPresent() ? Optional.of(date.get().last()) : Optional.empty();
  }

  /** Returns whether people are shown long lists whole. */
  Folding folding() {
    return has(Option.VERBOSE) ? Folding.IN_FULL : Folding.FOLDED;
  }

  List<Metric> metrics() throws UsageException {
    List<Metric> metrics = new ArrayList<>();
    for (String id : commaSeparated(Option.METRICS)) {
      metrics.add(metric(Option.METRICS.word(), id));
    }
    return metrics;
  }

  /**
   * Reads the id of a metric.
   *
   * @param what whose metric it is, for the message
   */
  static Metric metric(String what, String id) throws UsageException {
    Optional<Metric> metric = Metric.of(id);
    if (metric.isPresent()) {
      return metric.get();
    }
    List<String> ids = new ArrayList<>();
    for (Metric known : Metric.values()) {
      ids.add(known.id());
    }
    throw unknown(what + ": found", id, ids);
  }

  /**
   * A metric at the end of a date.
   *
   * @param metric what is measured
   * @param date the last day of what is written
   */
  record MetricOn(Metric metric, LocalDate date) {}

  /**
   * Reads METRIC@DATE.
   *
   * @param what where it is written, for the message
   * @param other what may stand there instead, for the message
   */
  static MetricOn metricOn(String what, String text, String other) throws UsageException {
    int at = text.indexOf('@');
    if (at < 0) {
      throw new UsageException(
          what
              + ": found '"
              + text
              + "'; expected METRIC@DATE, such as facility_power_gw@2027"
              + other);
    }
    Metric metric = metric(what, text.substring(0, at));
    return new MetricOn(metric, date(what, text.substring(at + 1)).last());
  }

  /** Returns the claim of an id among those that a scenario is asked. */
  static Claim claim(String what, String id, LoadedScenario scenario) throws UsageException {
    List<String> ids = new ArrayList<>();
    for (Claim claim : scenario.claims()) {
      if (claim.id().equals(id)) {
        return claim;
      }
      ids.add(claim.id());
    }
    throw unknown(what + ": the scenario is not asked", id, ids);
  }

  /** Returns the constants that a list of words names. */
  <E extends Worded> List<E> words(Option option, E[] constants) throws UsageException {
    List<E> chosen = new ArrayList<>();
    for (String word : commaSeparated(option)) {
      chosen.add(word(option, word, constants));
    }
    return chosen;
  }

  /** Returns the constant that a word names. */
  <E extends Worded> Optional<E> word(Option option, E[] constants) throws UsageException {
    Optional<String> text = text(option);
    return text.isEmpty() ? Optional.empty() : Optional.of(word(option, text.get(), constants));
  }

  private static <E extends Worded> E word(Option option, String word, E[] constants)
      throws UsageException {
    Optional<E> constant = Worded.of(constants, word);
    if (constant.isEmpty()) {
      throw unknown(option + ": found", word, Worded.ids(constants));
    }
    return constant.get();
  }

  /**
   * Says that a word is none of those that are known, and which one was probably meant.
   *
   * @param what the beginning of the message, to which the word is added
   */
  static UsageException unknown(String what, String word, Collection<String> known) {
    return new UsageException(
        what
            + " '"
            + word
            + "'"
            + didYouMean(word, known)
            + "; expected one of "
            + String.join(", ", known));
  }

  /** Returns the known word that was probably meant, as a remark in brackets, or nothing. */
  static String didYouMean(String word, Collection<String> known) {
    String nearest = NearestWord.of(word, known);
    return nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)";
  }
}
