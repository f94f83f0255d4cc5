package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;
import org.stargatecalc.uncertainty.DistributionParser;
import org.stargatecalc.uncertainty.LikelyDistribution;

/**
 * Reads texts that are numbers or dates, known or uncertain, and says what is wrong with others.
 */
final class NumberReader {
  private final Problems problems;

  NumberReader(Problems problems) {
    this.problems = problems;
  }

  /** A text and where it stands. */
  record Written(String text, Location location, String path) {
    String quoted() {
      return Problem.quoted(text);
    }
  }

  /**
   * What a number may be.
   *
   * @param dimension what it measures
   * @param domain where it may lie, in the base unit
   * @param perBareNumber what a bare number is multiplied by to reach the base unit
   */
  record Form(Dimension dimension, Domain domain, double perBareNumber) {
    double value(String text) throws InvalidTextException {
      double value = QuantityParser.parse(text, dimension);
      return perBareNumber != 1 && isBare(text) ? value * perBareNumber : value;
    }

    String expected() {
      return dimension.noun() + " " + domain.describe();
    }
  }

  /** Returns whether a text is a number without a unit. */
  static boolean isBare(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      if ("-+0123456789._eE".indexOf(stripped.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads a number within its domain, or a distribution truncated to the domain. */
  Optional<Distribution> number(Written written, Form form) {
    String text = written.text();
    try {
      if (!DistributionParser.isPlain(text)) {
        Ends ends = new Ends(form, written);
        Optional<Distribution> uncertain =
            new DistributionParser(ends, form::value, false).parse(text);
        if (uncertain.isPresent()) {
          return truncated(uncertain.get(), ends, written, form);
        }
      }
      double value = form.value(text);
      if (form.domain().contains(value)) {
        return Optional.of(new Distribution.Certain(value));
      }
      problems.error(
          written.location(),
          written.path(),
          "found " + written.quoted() + tooFar(value, form.domain()),
          form.expected() + percentage(text, value, form.domain()));
    } catch (InvalidTextException fault) {
      report(fault, written, distribution(LikelyDistribution.ofNumber(text), form));
    }
    return Optional.empty();
  }

  private static String tooFar(double value, Domain domain) {
    return value > Domain.LARGEST
        ? ", which is too large"
        : value > domain.low() && value < domain.high() ? ", which is too small" : "";
  }

  /** A share is often written as its percentage: {@code mfu: 38}. */
  private static String percentage(String text, double value, Domain domain) {
    boolean isShare = domain.low() == 0 && domain.high() == 1;
    boolean isPercentage = isShare && value > 1 && domain.contains(value / 100);
    return isPercentage && isBare(text) ? ": write " + text.strip() + "%" : "";
  }

  /** The values that a distribution states, of which none may lie outside the domain. */
  private static final class Ends implements DistributionParser.ValueReader {
    private final Form form;
    private final Written whole;
    private final List<Double> stated = new ArrayList<>();

    Ends(Form form, Written whole) {
      this.form = form;
      this.whole = whole;
    }

    @Override
    public double read(String text) throws InvalidTextException {
      double value = form.value(text);
      Domain domain = form.domain();
      // an end at a bound that is itself excluded, as in "0 to 3 kW", loses no more than a point
      boolean isEndAtBound = value == domain.low() && !whole.text().strip().startsWith("choice");
      if (!domain.contains(value) && !isEndAtBound) {
        throw new InvalidTextException(
            whole.quoted() + ", whose " + text.strip() + " is outside the domain", form.expected());
      }
      stated.add(value);
      return value;
    }
  }

  private Optional<Distribution> truncated(
      Distribution whole, Ends ends, Written written, Form form) {
    Optional<Distribution> inside = Truncation.of(whole, form.domain().low(), form.domain().high());
    if (inside.isEmpty()) {
      problems.error(
          written.location(),
          written.path(),
          "found " + written.quoted() + ", most of which is outside the domain",
          form.expected());
      return Optional.empty();
    }
    String unit = form.dimension().baseUnit();
    String cut =
        Truncation.words(
            whole,
            inside.get(),
            form.domain().low(),
            form.domain().high(),
            unit.equals("1") ? "" : unit,
            ends.stated);
    if (!cut.isEmpty()) {
      problems.warning(written.location(), written.path(), written.quoted() + ": " + cut);
    }
    return inside;
  }

  /** Reads a date, or a distribution of dates, as the instant at which its last day begins. */
  Optional<Distribution> instant(Written written) {
    String text = written.text();
    try {
      if (!DistributionParser.isPlain(text)) {
        Optional<Distribution> uncertain = dates().parse(text);
        if (uncertain.isPresent()) {
          return uncertain;
        }
      }
      return Optional.of(new Distribution.Certain(day(text)));
    } catch (InvalidTextException fault) {
      String likely = LikelyDistribution.ofDate(text);
      report(fault, written, isDistribution(likely, dates()) ? likely : "");
      return Optional.empty();
    }
  }

  private static DistributionParser dates() {
    Form spread = new Form(Dimension.DURATION, Domain.ANY, 1);
    return new DistributionParser(NumberReader::day, spread::value, true);
  }

  private static double day(String text) throws InvalidTextException {
    return PartialDate.parse(text).last().toEpochDay();
  }

  private static String distribution(String likely, Form form) {
    DistributionParser parser = new DistributionParser(form::value, form::value, false);
    return isDistribution(likely, parser) ? likely : "";
  }

  private static boolean isDistribution(String text, DistributionParser parser) {
    try {
      return !text.isEmpty() && parser.parse(text).isPresent();
    } catch (InvalidTextException no) {
      return false;
    }
  }

  private void report(InvalidTextException fault, Written written, String likely) {
    problems.error(
        written.location(),
        written.path(),
        "found " + fault.found(),
        likely.isEmpty() ? fault.expected() : "an uncertain value: write " + likely);
  }
}
