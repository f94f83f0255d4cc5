package org.stargatecalc.analysis.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * Numbers between two, both included, in one unit; decimal, so that 1.1..1.5 by 0.1 has 1.2 and not
 * its nearest double.
 *
 * @param prefix before every number, such as a currency
 * @param suffix behind every number: its unit, empty if it has none
 * @param low where it begins; above {@code high} in a range that falls
 * @param high where it ends
 * @param step from one value to the next, below 0 in a range that falls; empty for {@code size}
 *     values at even distances
 * @param size how many values; 0 for a range that says neither
 */
record NumberRange(
    String prefix,
    String suffix,
    BigDecimal low,
    BigDecimal high,
    Optional<BigDecimal> step,
    int size)
    implements Values {
  /** What is left of a number that does not end, such as a third of one. */
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  /** Points of a range have six digits of its width. */
  private static final int DIGITS_OF_WIDTH = 6;

  private static final Pattern QUANTITY =
      Pattern.compile(
          "([^0-9.+-]*)([+-]?(?:\\d[\\d_]*(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(.*)");

  /** A number with what stands around it. */
  private record Written(String prefix, BigDecimal number, String suffix) {
    static Written of(String text) throws InvalidTextException {
      Matcher quantity = QUANTITY.matcher(text.strip());
      if (!quantity.matches()) {
        throw new InvalidTextException(
            "'" + text.strip() + "'", "a number or a date at either end of '..', such as 1.1..1.5");
      }
      return new Written(
          quantity.group(1), new BigDecimal(quantity.group(2).replace("_", "")), quantity.group(3));
    }

    Written inTheUnitOf(Written other, String text) throws InvalidTextException {
      if (!prefix.equals(other.prefix) || !suffix.equals(other.suffix)) {
        throw new InvalidTextException(
            "'" + text + "' in several units",
            "both ends and the step in one, such as 30%..90% by 10%");
      }
      return this;
    }
  }

  static NumberRange between(String low, String high) throws InvalidTextException {
    Written from = Written.of(low);
    Written to = Written.of(high).inTheUnitOf(from, low + ".." + high);
    if (from.number.compareTo(to.number) == 0) {
      throw new InvalidTextException("'" + low + ".." + high + "'", "two ends that differ");
    }
    return new NumberRange(from.prefix, from.suffix, from.number, to.number, Optional.empty(), 0);
  }

  /** Returns the same range in steps of a size, which end at or before its end. */
  NumberRange by(String text) throws InvalidTextException {
    Written step =
        Written.of(text).inTheUnitOf(new Written(prefix, low, suffix), this + " by " + text);
    if (step.number.signum() <= 0) {
      throw new InvalidTextException("the step '" + text.strip() + "'", "one above 0");
    }
    BigDecimal steps = high.subtract(low).abs().divideToIntegralValue(step.number);
    int size = ValuesReader.size(steps.toBigInteger().add(java.math.BigInteger.ONE));
    BigDecimal signed = high.compareTo(low) < 0 ? step.number.negate() : step.number;
    return new NumberRange(prefix, suffix, low, high, Optional.of(signed), size);
  }

  /** Returns so many values at even distances, both ends among them. */
  NumberRange in(int count) {
    return new NumberRange(prefix, suffix, low, high, Optional.empty(), count);
  }

  @Override
  public String text(int index) {
    BigDecimal number;
    if (step.isPresent()) {
      number = low.add(step.get().multiply(BigDecimal.valueOf(index)));
    } else if (index == size - 1) {
      number = high;
    } else {
      BigDecimal way = high.subtract(low).multiply(BigDecimal.valueOf(index));
      number = low.add(way.divide(BigDecimal.valueOf(size - 1L), DIGITS)).round(DIGITS);
    }
    return written(index == 0 ? low : number);
  }

  @Override
  public String at(double share) {
    BigDecimal width = high.subtract(low);
    int decimals = Math.max(0, DIGITS_OF_WIDTH - (width.precision() - width.scale()));
    BigDecimal way = width.multiply(BigDecimal.valueOf(share));
    return written(low.add(way).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  private String written(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return prefix + shortest.toPlainString() + suffix;
  }

  @Override
  public String toString() {
    return written(low) + ".." + written(high);
  }
}
