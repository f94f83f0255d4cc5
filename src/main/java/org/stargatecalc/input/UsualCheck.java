package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.catalog.UsualRange;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/**
 * Warns of a number far outside what is usual for its key: a slip of a thousand, or a unit that was
 * meant and not written.
 *
 * <p>Of an uncertain number the median is looked at, of a choice every value. 0 is never unusual:
 * where it is allowed it says that there is none.
 */
final class UsualCheck {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\$|US\\$|USD ?)?([\\d._]+(?:[eE][-+]?\\d+)?)\\D*");

  private static final Pattern DIGITS = Pattern.compile("[\\d._]+");

  /** An interval or a distribution whose numbers have no unit, such as {@code 47 to 83}. */
  private static final Pattern BARE_DISTRIBUTION =
      Pattern.compile(
          "[\\d._]+ to [\\d._]+|(?:uniform|normal|lognormal|triangular|pert)\\([\\d._, ]+\\)");

  /** One in a million draws lies beyond. */
  private static final double FAR_OUT = 1e-6;

  /** People count so few days with their unit; a bare number as small may be meant in months. */
  private static final double LEAST_DAYS = 25;

  private static final String DAYS = Dimension.DURATION.baseUnit();

  private final Catalog catalog;
  private final Problems problems;
  private final Map<String, Domain> bounds = new HashMap<>();
  private @Nullable Farthest farthest;

  /**
   * A number far from what is usual.
   *
   * @param location where it stands
   * @param path its dotted path
   * @param written as written, for messages
   * @param usual what is usual
   * @param beyond powers of ten beyond the range
   */
  record Farthest(
      Location location, String path, String written, UsualRange usual, double beyond) {}

  UsualCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /**
   * Looks at one number.
   *
   * @param key of the usual range; without one nothing is unusual
   * @param value what was read from the node
   * @param dimension in which it was read
   */
  void check(String key, Node node, String path, Distribution value, Dimension dimension) {
    Optional<UsualRange> found = range(key, dimension);
    if (found.isEmpty() || !(node instanceof Node.Scalar scalar)) {
      return;
    }
    UsualRange usual = found.get();
    Domain bounds = bounds(usual, dimension);
    double low = bounds.low();
    double high = bounds.high();
    note(scalar, path, usual, low, high, value);
    List<Double> values =
        value instanceof Distribution.Choice choice ? choice.values() : List.of(value.median());
    for (double one : values) {
      if (one != 0 && !(one >= low && one <= high)) {
        warn(key, scalar, path, usual, dimension, one < low);
        return;
      }
    }
    double days = value.median();
    if (days > 0 && days < LEAST_DAYS && unitOfBare(key, dimension).equals(DAYS)) {
      warnOfFewDays(scalar, path);
    }
  }

  private static String unitOfBare(String key, Dimension dimension) {
    if (dimension != Dimension.DURATION) {
      return dimension.baseUnit();
    }
    Optional<PhaseParameter> parameter = PhaseParameter.ofPath(key);
    boolean isInYears = parameter.isPresent() && parameter.get().daysPerBareNumber() != 1;
    return isInYears ? "years" : DAYS;
  }

  private void warnOfFewDays(Node.Scalar scalar, String path) {
    String text = scalar.text().strip();
    if (NumberReader.isBare(text)) {
      problems.warning(
          scalar.location(),
          path,
          scalar.describe()
              + " (read as days) may be meant in months; write "
              + text
              + " months or "
              + text
              + " days");
    }
  }

  /** Remembers the number that is farthest out, in powers of ten beyond the usual range. */
  private void note(
      Node.Scalar scalar,
      String path,
      UsualRange usual,
      double low,
      double high,
      Distribution value) {
    for (double u : new double[] {FAR_OUT, 0.5, 1 - FAR_OUT}) {
      double one = Math.abs(value.quantile(u));
      double beyond =
          one > high ? StrictMath.log10(one / high) : one > 0 ? StrictMath.log10(low / one) : 0;
      if (beyond > (farthest == null ? 0 : farthest.beyond())) {
        farthest = new Farthest(scalar.location(), path, scalar.describe(), usual, beyond);
      }
    }
  }

  /** Begins anew, and returns the number farthest from what is usual until now. */
  Optional<Farthest> begin() {
    Optional<Farthest> before = farthest();
    farthest = null;
    return before;
  }

  /** Returns the number farthest from what is usual since a beginning, and goes on from before. */
  Optional<Farthest> end(Optional<Farthest> before) {
    Optional<Farthest> found = farthest();
    farthest = before.orElse(null);
    return found;
  }

  /** Takes note of a number that was looked at before. */
  void note(Optional<Farthest> found) {
    if (found.isPresent() && found.get().beyond() > (farthest == null ? 0 : farthest.beyond())) {
      farthest = found.get();
    }
  }

  /** Returns the number farthest from what is usual, empty if all are usual. */
  Optional<Farthest> farthest() {
    return Optional.ofNullable(farthest);
  }

  /**
   * Returns the usual range of a key in a dimension: one that may be in two has a range for each.
   */
  private Optional<UsualRange> range(String key, Dimension dimension) {
    String suffix = "";
    if (key.equals(PhaseParameter.OFFTAKE_PRICE.key())
        && dimension == Dimension.MONEY_PER_COUNT_TIME) {
      suffix = ".per_gpu_hour";
    } else if (key.equals(PhaseParameter.CAPEX_PER_GPU.key())
        && dimension == Dimension.MONEY_PER_POWER) {
      suffix = ".per_watt";
    }
    return catalog.usualRange(key + suffix);
  }

  private void warn(
      String key,
      Node.Scalar scalar,
      String path,
      UsualRange usual,
      Dimension dimension,
      boolean isLow) {
    String text = scalar.text().strip();
    boolean isBare = NumberReader.isBare(text);
    String unit = unitOfBare(key, dimension);
    String read =
        !isBare || dimension == Dimension.COUNT
            ? ""
            : unit.equals("1") ? ", without a unit," : " (read as " + unit + ")";
    String meant = meant(text, usual, key);
    String byDefault =
        Optional.ofNullable(catalog.defaults().get(key))
            .map(DefaultValue::value)
            .map(value -> "; the default is " + value)
            .orElse("");
    problems.warning(
        scalar.location(),
        path,
        scalar.describe()
            + read
            + " is far "
            + (isLow ? "below" : "above")
            + " what is usual, "
            + usual.low()
            + " to "
            + usual.high()
            + byDefault
            + (meant.isEmpty() ? "" : "; write " + meant + " if that is meant"));
  }

  /** Returns the forms under which the number is usual, two at most. */
  private String meant(String text, UsualRange usual, String key) {
    Matcher number = NUMBER.matcher(text);
    List<String> fitting = new ArrayList<>();
    if (number.matches()) {
      for (String form : usual.meant()) {
        String candidate = form.replace("#", number.group(1));
        if (fitting.size() < 2 && isUsual(candidate, key)) {
          fitting.add(candidate);
        }
      }
    }
    if (BARE_DISTRIBUTION.matcher(text).matches()) {
      for (String form : usual.meant()) {
        Matcher each = DIGITS.matcher(text);
        if (fitting.size() < 2 && each.find() && isUsual(form.replace("#", each.group()), key)) {
          fitting.add(DIGITS.matcher(text).replaceAll(n -> inForm(form, n.group())));
        }
      }
    }
    return String.join(" or ", fitting);
  }

  private static String inForm(String form, String number) {
    return Matcher.quoteReplacement(form.replace("#", number));
  }

  /** Whether a form is usual in whichever dimension it is. */
  private boolean isUsual(String candidate, String key) {
    for (Dimension dimension : Dimension.values()) {
      Optional<UsualRange> usual = range(key, dimension);
      try {
        double value = QuantityParser.parse(candidate, dimension);
        if (usual.isPresent() && bounds(usual.get(), dimension).contains(value)) {
          return true;
        }
      } catch (InvalidTextException otherDimension) {
        // such as $26/W read as money per GPU: another dimension reads it
      }
    }
    return false;
  }

  /** Returns the ends of a usual range in the base unit, read once. */
  private Domain bounds(UsualRange usual, Dimension dimension) {
    Domain known = bounds.get(usual.key());
    if (known == null) {
      try {
        double low = QuantityParser.parse(usual.low(), dimension);
        known = new Domain(low, true, QuantityParser.parse(usual.high(), dimension));
      } catch (InvalidTextException fault) {
        throw new IllegalStateException("the usual range of " + usual.key(), fault);
      }
      bounds.put(usual.key(), known);
    }
    return known;
  }
}
