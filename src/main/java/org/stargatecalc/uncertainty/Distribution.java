package org.stargatecalc.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.Exponential;

/**
 * A number that may be uncertain, described by its quantile function alone.
 *
 * <p>Values are in the base unit of the parameter that they belong to. Drawing is {@code
 * quantile(u)} for a uniform u; there is no generator anywhere.
 */
public sealed interface Distribution {
  /** Returns the value that is not exceeded with probability {@code u}, for u in (0, 1). */
  double quantile(double u);

  /** Returns the probability of a value at most {@code x}. */
  double cdf(double x);

  /** Returns the value that the central case uses. */
  default double median() {
    return quantile(0.5);
  }

  /** Returns whether there is nothing to draw. */
  default boolean isCertain() {
    return false;
  }

  /**
   * Returns the 90 % interval from a to b: lognormal where both ends are positive, else normal.
   *
   * @throws IllegalArgumentException unless a &lt; b
   */
  static Distribution interval(double a, double b) {
    return a > 0 ? Lognormal.ofInterval(a, b) : Normal.ofInterval(a, b);
  }

  /**
   * Returns a distribution restricted to an interval by its inverse CDF.
   *
   * @param low lowest possible value
   * @param high highest possible value
   * @throws IllegalArgumentException if the interval has no probability
   */
  static Distribution truncate(Distribution base, double low, double high) {
    if (base.isCertain() || base instanceof Choice || base instanceof Coin) {
      return base;
    }
    double from = Double.isInfinite(low) ? 0 : base.cdf(low);
    double to = high >= Domain.LARGEST ? 1 : base.cdf(high);
    if (!(from < to)) {
      throw new IllegalArgumentException("no part of the distribution lies in the domain");
    }
    return from == 0 && to == 1 ? base : new Truncated(base, low, high, from, to);
  }

  /**
   * A number that is known.
   *
   * @param value the number
   */
  record Certain(double value) implements Distribution {
    @Override
    public double quantile(double u) {
      return value;
    }

    @Override
    public double cdf(double x) {
      return x >= value ? 1 : 0;
    }

    @Override
    public boolean isCertain() {
      return true;
    }
  }

  /**
   * The normal distribution.
   *
   * @param mean its mean
   * @param sd its standard deviation, above 0
   */
  record Normal(double mean, double sd) implements Distribution {
    /** Checks the standard deviation. */
    public Normal {
      requirePositive("standard deviation", sd);
    }

    static Normal ofInterval(double p5, double p95) {
      requireOrder(p5, p95);
      return new Normal((p5 + p95) / 2, (p95 - p5) / (2 * NormalScore.P95));
    }

    @Override
    public double quantile(double u) {
      return mean + sd * NormalScore.quantile(u);
    }

    @Override
    public double cdf(double x) {
      return NormalScore.cdf((x - mean) / sd);
    }
  }

  /**
   * The lognormal distribution: its logarithm is normal.
   *
   * @param mu mean of the logarithm
   * @param sigma standard deviation of the logarithm, above 0
   */
  record Lognormal(double mu, double sigma) implements Distribution {
    /** Checks the standard deviation. */
    public Lognormal {
      requirePositive("standard deviation", sigma);
    }

    /** Returns the lognormal distribution with given 5 % and 95 % quantiles, both above 0. */
    static Lognormal ofInterval(double p5, double p95) {
      requirePositive("low end", p5);
      requireOrder(p5, p95);
      double low = StrictMath.log(p5);
      double high = StrictMath.log(p95);
      return new Lognormal((low + high) / 2, (high - low) / (2 * NormalScore.P95));
    }

    @Override
    public double quantile(double u) {
      return Exponential.of(mu + sigma * NormalScore.quantile(u));
    }

    @Override
    public double cdf(double x) {
      return x <= 0 ? 0 : NormalScore.cdf((StrictMath.log(x) - mu) / sigma);
    }
  }

  /**
   * Equally likely everywhere between two ends.
   *
   * @param low lower end
   * @param high upper end, above low
   */
  record Uniform(double low, double high) implements Distribution {
    /** Checks the order of the ends. */
    public Uniform {
      requireOrder(low, high);
    }

    @Override
    public double quantile(double u) {
      return low + u * (high - low);
    }

    @Override
    public double cdf(double x) {
      return Math.max(0, Math.min(1, (x - low) / (high - low)));
    }
  }

  /**
   * Rising evenly from low to mode and falling evenly to high.
   *
   * @param low lower end
   * @param mode most likely value, from low to high
   * @param high upper end, above low
   */
  record Triangular(double low, double mode, double high) implements Distribution {
    /** Checks the order. */
    public Triangular {
      requireMode(low, mode, high);
    }

    @Override
    public double quantile(double u) {
      double rising = (mode - low) / (high - low);
      return u < rising
          ? low + Math.sqrt(u * (high - low) * (mode - low))
          : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    }

    @Override
    public double cdf(double x) {
      if (x <= low) {
        return 0;
      }
      if (x >= high) {
        return 1;
      }
      return x < mode
          ? (x - low) * (x - low) / ((high - low) * (mode - low))
          : 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
    }
  }

  /**
   * The beta distribution stretched over an interval; PERT is the one with a + b = 6.
   *
   * @param a first shape, 0.4 to 10000: beyond, quantiles would not be exact
   * @param b second shape, 0.4 to 10000
   * @param low lower end
   * @param high upper end, above low
   * @param table its quantiles
   */
  record Beta(double a, double b, double low, double high, BetaTable table)
      implements Distribution {
    private static final double SMALLEST_SHAPE = 0.4;
    private static final double LARGEST_SHAPE = 10_000;

    /** Returns the beta distribution on [0, 1]. */
    static Beta of(double a, double b) {
      return stretched(a, b, 0, 1);
    }

    /** Returns the PERT distribution: mean (low + 4·mode + high) / 6. */
    static Beta pert(double low, double mode, double high) {
      requireMode(low, mode, high);
      double width = high - low;
      return stretched(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, low, high);
    }

    private static Beta stretched(double a, double b, double low, double high) {
      requireShape("first shape", a);
      requireShape("second shape", b);
      return new Beta(a, b, low, high, BetaTable.of(a, b));
    }

    private static void requireShape(String what, double shape) {
      if (!(shape >= SMALLEST_SHAPE && shape <= LARGEST_SHAPE)) {
        throw new IllegalArgumentException(what + " " + shape + " must be from 0.4 to 10000");
      }
    }

    @Override
    public double quantile(double u) {
      return low + (high - low) * table.quantile(u);
    }

    @Override
    public double cdf(double x) {
      double share = (x - low) / (high - low);
      return new BetaDistribution(null, a, b)
          .cumulativeProbability(Math.max(0, Math.min(1, share)));
    }
  }

  /**
   * One of several values.
   *
   * @param values ascending, so that a higher u never gives a lower value
   * @param cumulative probability of each value or one below it; the last is 1
   */
  record Choice(List<Double> values, List<Double> cumulative) implements Distribution {
    /** Copies the lists. */
    public Choice {
      values = List.copyOf(values);
      cumulative = List.copyOf(cumulative);
    }

    /** Returns the choice among values with their probabilities, which sum to 1. */
    static Choice of(SortedMap<Double, Double> probabilities) {
      List<Double> cumulative = new ArrayList<>();
      double sum = 0;
      for (double probability : probabilities.values()) {
        sum += probability;
        cumulative.add(sum);
      }
      cumulative.set(cumulative.size() - 1, 1.0);
      return new Choice(List.copyOf(probabilities.keySet()), cumulative);
    }

    @Override
    public double quantile(double u) {
      int i = 0;
      while (i < values.size() - 1 && u >= cumulative.get(i)) {
        i++;
      }
      return values.get(i);
    }

    @Override
    public double cdf(double x) {
      double sum = 0;
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) <= x) {
          sum += cumulative.get(i) - (i == 0 ? 0 : cumulative.get(i - 1));
        }
      }
      return sum;
    }
  }

  /**
   * 1 with a probability, else 0.
   *
   * @param probability of 1
   */
  record Coin(double probability) implements Distribution {
    @Override
    public double quantile(double u) {
      return u >= 1 - probability ? 1 : 0;
    }

    @Override
    public double cdf(double x) {
      return x < 0 ? 0 : x < 1 ? 1 - probability : 1;
    }

    /** Returns the likelier side, heads on a tie. */
    @Override
    public double median() {
      return probability >= 0.5 ? 1 : 0;
    }

    @Override
    public boolean isCertain() {
      return probability <= 0 || probability >= 1;
    }
  }

  /**
   * A distribution restricted to an interval.
   *
   * @param base the distribution before
   * @param low lowest possible value
   * @param high highest possible value
   * @param from cdf of the base at low
   * @param to cdf of the base at high
   */
  record Truncated(Distribution base, double low, double high, double from, double to)
      implements Distribution {
    /** The largest number below 1: an unbounded base has no quantile of 1. */
    private static final double LARGEST = Math.nextDown(1.0);

    @Override
    public double quantile(double u) {
      // The bounds only undo rounding: the inverse CDF already lies between them.
      double p = Math.min(from + u * (to - from), LARGEST);
      return Math.max(low, Math.min(high, base.quantile(p)));
    }

    @Override
    public double cdf(double x) {
      return Math.max(0, Math.min(1, (base.cdf(x) - from) / (to - from)));
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(what + " " + value + " must be > 0");
    }
  }

  private static void requireOrder(double low, double high) {
    if (!(low < high)) {
      throw new IllegalArgumentException("low end " + low + " must be below high end " + high);
    }
  }

  private static void requireMode(double low, double mode, double high) {
    requireOrder(low, high);
    if (!(mode >= low && mode <= high)) {
      throw new IllegalArgumentException(
          "mode " + mode + " must lie between " + low + " and " + high);
    }
  }
}
