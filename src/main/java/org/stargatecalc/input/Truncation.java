package org.stargatecalc.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.uncertainty.Distribution;

/** What is lost where a distribution is cut to the values that are possible. */
final class Truncation {
  /** A share of the probability that no reader needs to be told of. */
  private static final double NEGLIGIBLE = 0.001;

  private Truncation() {}

  /** Returns the part of a distribution between two values, empty if that is less than half. */
  static Optional<Distribution> of(Distribution whole, double low, double high) {
    if (1 - below(whole, low) - above(whole, high) < 0.5) {
      return Optional.empty();
    }
    return Optional.of(Distribution.truncate(whole, low, high));
  }

  private static double below(Distribution whole, double low) {
    return Double.isInfinite(low) || isDiscrete(whole) ? 0 : whole.cdf(low);
  }

  private static double above(Distribution whole, double high) {
    return high >= Domain.LARGEST || isDiscrete(whole) ? 0 : 1 - whole.cdf(high);
  }

  /** Each value of a choice is looked at by itself. */
  private static boolean isDiscrete(Distribution whole) {
    return whole.isCertain() || whole instanceof Distribution.Choice;
  }

  /**
   * Says how much is cut off, and that an interval is no longer the stated one; empty if nothing
   * that matters is.
   *
   * @param unit of the values, empty for shares and ratios
   * @param stated the values that were written: two of them are the ends of an interval
   */
  static String words(
      Distribution whole,
      Distribution inside,
      double low,
      double high,
      String unit,
      List<Double> stated) {
    double below = below(whole, low);
    double above = above(whole, high);
    if (below + above < NEGLIGIBLE) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    if (below >= NEGLIGIBLE) {
      text.append(percent(below)).append(" of it lies below ").append(shown(low));
    }
    if (above >= NEGLIGIBLE) {
      text.append(text.isEmpty() ? percent(above) + " of it lies" : " and " + percent(above))
          .append(" above ")
          .append(shown(high));
    }
    text.append(" and is left out");
    boolean isInterval =
        stated.size() == 2
            && (whole instanceof Distribution.Normal || whole instanceof Distribution.Lognormal);
    if (isInterval) {
      text.append("; the stated 90% interval does not hold: it is ")
          .append(shown(inside.quantile(0.05)))
          .append(unit.isEmpty() ? "" : " " + unit)
          .append(" to ")
          .append(shown(inside.quantile(0.95)))
          .append(unit.isEmpty() ? "" : " " + unit);
    }
    return text.toString();
  }

  private static String percent(double share) {
    return shown(share * 100, 2) + "%";
  }

  private static String shown(double value) {
    return shown(value, 3);
  }

  private static String shown(double value, int digits) {
    return new BigDecimal(value)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString();
  }
}
