package org.stargatecalc.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.MetricUnit;

/** How numbers are said in the few words of a chart: shorter than a table has them. */
public final class ChartText {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final int MOST_DIGITS = 8;
  private static final MathContext SAID = new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN);
  private static final double LARGE = 1e9;
  private static final double SMALL = 1e-4;

  private ChartText() {}

  /** Returns a finite number with three digits, or as a whole with its thousands apart. */
  public static String number(double value) {
    return number(value, DIGITS);
  }

  /** Returns finite numbers with as few digits as tell them apart, three to eight. */
  public static List<String> numbers(List<Double> values) {
    long different = values.stream().distinct().count();
    List<String> numbers = List.of();
    for (int digits = DIGITS.getPrecision(); digits <= MOST_DIGITS; digits++) {
      MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
      numbers = values.stream().map(value -> number(value, context)).toList();
      if (numbers.stream().distinct().count() == different) {
        break;
      }
    }
    return numbers;
  }

  private static String number(double value, MathContext digits) {
    BigDecimal exact = new BigDecimal(value);
    if (value != 0 && (Math.abs(value) >= LARGE || Math.abs(value) < SMALL)) {
      BigDecimal rounded = exact.round(digits);
      int exponent = rounded.precision() - rounded.scale() - 1;
      return plain(rounded.movePointLeft(exponent)) + "e" + exponent;
    }
    if (Math.abs(value) < 1000) {
      return plain(exact.round(digits));
    }
    StringBuilder whole =
        new StringBuilder(exact.setScale(0, RoundingMode.HALF_EVEN).toPlainString());
    int first = whole.charAt(0) == '-' ? 1 : 0;
    for (int i = whole.length() - 3; i > first; i -= 3) {
      whole.insert(i, ',');
    }
    return whole.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Returns a number with its unit. */
  public static String quantity(double value, MetricUnit unit) {
    return quantity(number(value), unit);
  }

  private static String quantity(String number, MetricUnit unit) {
    String name = unit == MetricUnit.GPU ? "GPUs" : unit.symbol();
    return number + (name.isEmpty() ? "" : " " + name);
  }

  /** Returns what a claim asks for: as it was said, since neighbours may differ in late digits. */
  public static String atLeast(double threshold, MetricUnit unit) {
    return "at least " + quantity(number(threshold, SAID), unit);
  }

  /** Returns what a claim asks for, in megawatts or millions where those are on the axis. */
  public static String atLeast(double threshold, MetricUnit unit, Axis.Numbers axis) {
    return axis.per() < 1
        ? "at least " + number(threshold / axis.per(), SAID) + " " + NumberAxis.small(unit)
        : atLeast(threshold, unit);
  }

  /** Returns a number with its unit, which is megawatts or millions where those are on the axis. */
  public static String quantity(double value, MetricUnit unit, Axis.Numbers axis) {
    return axis.per() < 1
        ? number(value / axis.per()) + " " + NumberAxis.small(unit)
        : quantity(value, unit);
  }

  /** Returns a share from 0 to 1 in percent: no certainty that draws cannot give. */
  public static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 1) {
      return "less than 1 %";
    }
    if (percent > 99 && percent < 100) {
      return "more than 99 %";
    }
    return new BigDecimal(percent).setScale(0, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** Returns how a percentile is called. */
  public static String percentile(int percentile) {
    return (percentile < 10 ? "p0" : "p") + percentile;
  }

  /** Returns what a claim is about: the metric with its basis. */
  public static String what(Claim claim) {
    String label = claim.metric().label();
    boolean saysBasis = label.contains(Basis.FACILITY.label()) || !claim.metric().hasBasis();
    return claim.basis() == Basis.IT
        ? label.replace(Basis.FACILITY.label() + " ", "") + ", IT power"
        : saysBasis ? label : label + ", facility power";
  }

  /** Returns the title of a claim, or what it is about with its id. */
  public static String title(Claim claim) {
    return claim.title().isEmpty() ? sentence(what(claim)) + ": " + claim.id() : claim.title();
  }

  /** Returns a text that begins with a capital letter, if it begins with a letter of ASCII. */
  public static String sentence(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') + text.substring(1) : text;
  }
}
