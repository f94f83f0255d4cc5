package org.stargatecalc.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/**
 * Reads a distribution: {@code a to b}, {@code normal(mean, sd)}, {@code lognormal(p5, p95)},
 * {@code uniform(a, b)}, {@code triangular(low, mode, high)}, {@code pert(low, mode, high)}, {@code
 * beta(a, b)}, {@code choice(x: p, y: q)}.
 *
 * <p>Values have their units inside. In {@code 6 to 18 months} the unit of the second end holds for
 * the first; between brackets a number without a unit beside others that have one is refused.
 */
public final class DistributionParser {
  private static final String FORMS =
      "a to b, normal, lognormal, uniform, triangular, pert, beta or choice";
  private static final double SUM_TOLERANCE = 1e-9;
  private static final int LONGEST_QUOTED = 100;

  /** Reads one value of the parameter, with its unit. */
  public interface ValueReader {
    /**
     * Returns the value in the base unit.
     *
     * @throws InvalidTextException if the text is no such value
     */
    double read(String text) throws InvalidTextException;
  }

  /** The forms of distributions, which most scenarios never need. */
  private static final class Form {
    static final Pattern CALL = Pattern.compile("([a-zA-Z_]+)\\s*\\((.*)\\)");
    static final Pattern UNCLOSED = Pattern.compile("[a-zA-Z_]+\\s*\\([^)]*");

    /** Begins where spaces begin and takes them all, so that its time is linear in the text. */
    static final Pattern TO = Pattern.compile("(?<!\\s)\\s++to\\s++");

    static final Pattern BARE =
        Pattern.compile("[-+]?(?:\\$|US\\$|USD ?)?[\\d._]+(?:[eE][-+]?\\d+)?");
    static final Pattern NUMBER_AND_UNIT =
        Pattern.compile("([-+]?(?:\\$|US\\$|USD ?)?[\\d._]+(?:[eE][-+]?\\d+)?)(.*)");
  }

  /** Returns whether a text has nothing that every distribution has: most values are plain. */
  public static boolean isPlain(String text) {
    return text.indexOf('(') < 0 && !text.contains("to");
  }

  private final ValueReader values;
  private final ValueReader spreads;
  private final boolean dates;

  /**
   * Creates a parser.
   *
   * @param values reads ends, means and modes
   * @param spreads reads standard deviations, which for a date are durations
   * @param dates whether values are dates, whose scale has no natural zero
   */
  public DistributionParser(ValueReader values, ValueReader spreads, boolean dates) {
    this.values = values;
    this.spreads = spreads;
    this.dates = dates;
  }

  /**
   * Reads a distribution.
   *
   * @return empty if the text has the form of a plain value
   * @throws InvalidTextException if it has the form of a distribution but is none
   */
  public Optional<Distribution> parse(String text) throws InvalidTextException {
    String stripped = text.strip();
    Matcher call = Form.CALL.matcher(stripped);
    if (call.matches()) {
      return Optional.of(call(call.group(1), arguments(call.group(2)), stripped));
    }
    if (Form.UNCLOSED.matcher(stripped).matches()) {
      throw new InvalidTextException(
          quoted(stripped) + ", which ends before its ')'",
          "quotes around a distribution inside { }, where a comma ends a value");
    }
    Matcher to = Form.TO.matcher(stripped);
    if (to.find()) {
      String low = stripped.substring(0, to.start());
      return Optional.of(range(low, stripped.substring(to.end()), stripped));
    }
    return Optional.empty();
  }

  private static List<String> arguments(String list) {
    List<String> arguments = new ArrayList<>();
    for (String argument : list.split(",", -1)) {
      arguments.add(argument.strip());
    }
    return arguments;
  }

  private Distribution range(String low, String high, String text) throws InvalidTextException {
    String first = low;
    Matcher unit = Form.NUMBER_AND_UNIT.matcher(high);
    if (!dates && Form.BARE.matcher(low).matches() && unit.matches()) {
      first = low + unit.group(2);
    }
    double a = values.read(first);
    double b = values.read(high);
    if (!(a < b) && !first.equals(low)) {
      throw new InvalidTextException(
          quoted(text) + ", whose first end is not below the second, whose unit it has",
          "the low end first, or each end with its own unit");
    }
    if (!(a < b)) {
      throw new InvalidTextException(
          quoted(text) + ", whose first end is not below the second", "the low end first");
    }
    return dates ? Distribution.Normal.ofInterval(a, b) : Distribution.interval(a, b);
  }

  /**
   * Refuses arguments of which some have no unit and would be another distribution with that of the
   * others: {@code uniform(1.9, 2.4 kW)} hardly begins at 1.9 W.
   */
  private void refuseMixedUnits(String name, List<String> arguments, String text)
      throws InvalidTextException {
    String unit = "";
    String bare = "";
    for (String argument : arguments) {
      Matcher number = Form.NUMBER_AND_UNIT.matcher(numberOf(name, argument));
      if (number.matches() && !number.group(2).isBlank()) {
        unit = number.group(2);
      } else if (number.matches() && !isZero(number.group(1))) {
        bare = number.group(1);
      }
    }
    if (dates || name.equals("beta") || unit.isEmpty() || bare.isEmpty() || isShare(bare, unit)) {
      return;
    }
    List<String> likely = new ArrayList<>();
    for (String argument : arguments) {
      String number = numberOf(name, argument);
      boolean isBare = Form.BARE.matcher(number).matches() && !isZero(number);
      likely.add(isBare ? number + unit + argument.substring(number.length()) : argument);
    }
    try {
      new DistributionParser(spreads, spreads, false).call(name, likely, text);
    } catch (InvalidTextException onlyAsWritten) {
      return;
    }
    throw new InvalidTextException(
        quoted(text) + ", whose " + bare + " has no unit",
        "a unit behind each number: write " + name + "(" + String.join(", ", likely) + ")");
  }

  /** Returns the value of an argument, which in a choice stands before its probability. */
  private static String numberOf(String name, String argument) {
    int colon = name.equals("choice") ? argument.lastIndexOf(':') : -1;
    return colon < 0 ? argument : argument.substring(0, colon).strip();
  }

  /** Whether a number is the same in every unit: 0. */
  private static boolean isZero(String number) {
    return number.matches("[^1-9]*");
  }

  /** Whether a number beside percentages is the share itself, as in normal(75%, 0.05). */
  private static boolean isShare(String number, String unit) {
    return unit.strip().equals("%") && number.matches("[-+]?(0?\\.\\d+|1|1\\.0+)");
  }

  private Distribution call(String name, List<String> arguments, String text)
      throws InvalidTextException {
    refuseMixedUnits(name, arguments, text);
    return switch (name) {
      case "normal" -> {
        List<String> two = exactly(2, "normal(mean, sd)", arguments, text);
        double mean = values.read(two.get(0));
        double sd = spreads.read(two.get(1));
        yield build(text, () -> new Distribution.Normal(mean, sd));
      }
      case "lognormal" -> {
        double[] v = read(exactly(2, "lognormal(p5, p95)", arguments, text));
        yield build(text, () -> Distribution.Lognormal.ofInterval(v[0], v[1]));
      }
      case "uniform" -> {
        double[] v = read(exactly(2, "uniform(low, high)", arguments, text));
        yield build(text, () -> new Distribution.Uniform(v[0], v[1]));
      }
      case "triangular" -> {
        double[] v = read(exactly(3, "triangular(low, mode, high)", arguments, text));
        yield build(text, () -> new Distribution.Triangular(v[0], v[1], v[2]));
      }
      case "pert" -> {
        double[] v = read(exactly(3, "pert(low, mode, high)", arguments, text));
        yield build(text, () -> Distribution.Beta.pert(v[0], v[1], v[2]));
      }
      case "beta" -> {
        List<String> two = exactly(2, "beta(a, b)", arguments, text);
        double a = QuantityParser.parse(two.get(0), Dimension.RATIO);
        double b = QuantityParser.parse(two.get(1), Dimension.RATIO);
        yield build(text, () -> Distribution.Beta.of(a, b));
      }
      case "choice" -> choice(arguments, text);
      default ->
          throw new InvalidTextException(
              "the unknown distribution " + quoted(name), "one of " + FORMS);
    };
  }

  private Distribution choice(List<String> arguments, String text) throws InvalidTextException {
    SortedMap<Double, Double> probabilities = new TreeMap<>();
    double sum = 0;
    for (String argument : arguments) {
      int colon = argument.lastIndexOf(':');
      if (colon < 0) {
        throw new InvalidTextException(
            quoted(argument) + " without a probability", "choice(value: probability, ...)");
      }
      double probability =
          QuantityParser.parse(argument.substring(colon + 1).strip(), Dimension.SHARE);
      if (!(probability > 0)) {
        throw new InvalidTextException(
            "the probability " + quoted(argument.substring(colon + 1).strip()),
            "a probability above 0");
      }
      double value = values.read(argument.substring(0, colon).strip());
      probabilities.merge(value, probability, Double::sum);
      sum += probability;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new InvalidTextException(
          quoted(text) + ", whose probabilities do not sum to 100%", "probabilities that do");
    }
    return Distribution.Choice.of(probabilities);
  }

  private static List<String> exactly(int n, String form, List<String> arguments, String text)
      throws InvalidTextException {
    if (arguments.size() != n) {
      throw new InvalidTextException(quoted(text), form);
    }
    return arguments;
  }

  private double[] read(List<String> arguments) throws InvalidTextException {
    double[] read = new double[arguments.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = values.read(arguments.get(i));
    }
    return read;
  }

  private static Distribution build(String text, Supplier<Distribution> distribution)
      throws InvalidTextException {
    try {
      return distribution.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidTextException(quoted(text) + ": " + e.getMessage(), "a distribution");
    }
  }

  private static String quoted(String text) {
    return "'"
        + (text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…")
        + "'";
  }
}
