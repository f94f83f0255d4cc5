package org.stargatecalc.analysis.solve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/**
 * How values of a parameter are written: numbers to six digits in the unit in which the scenario
 * says it, durations and dates in whole days.
 *
 * @param kind what is written
 * @param dimension what is measured
 * @param unit behind a number, empty if there is none
 * @param low the least value, in that unit or in days
 * @param lowIncluded whether it is allowed itself
 * @param high the largest value
 */
public record Notation(
    Kind kind, Dimension dimension, String unit, double low, boolean lowIncluded, double high) {
  /** Significant digits of a number. */
  static final int DIGITS = 6;

  /** Days of a mean month. */
  static final double DAYS_PER_MONTH = 30.4375;

  private static final Pattern QUANTITY =
      Pattern.compile("[-+]?(\\$|US\\$|USD)? ?[0-9._]+(?:[eE][-+]?[0-9]+)?(.*)");

  /** What is written. */
  public enum Kind {
    /** A number with its unit. */
    NUMBER,
    /** A number of things. */
    WHOLE,
    /** A duration in days. */
    DAYS,
    /** A date, counted in days since 1970-01-01. */
    DATE
  }

  /** Returns the notation of dates. */
  static Notation ofDates() {
    double last = LocalDate.of(2199, 12, 31).toEpochDay();
    return new Notation(Kind.DATE, Dimension.DURATION, "", 0, true, last);
  }

  /** Returns the notation of durations. */
  static Notation ofDays(Domain domain) {
    return new Notation(
        Kind.DAYS,
        Dimension.DURATION,
        "days",
        Math.max(0, domain.low()),
        domain.lowIncluded(),
        36525);
  }

  /** Returns the notation of numbers of things. */
  static Notation ofWhole(Domain domain) {
    return new Notation(Kind.WHOLE, Dimension.RATIO, "", domain.low(), true, 1e6);
  }

  /**
   * Returns the notation of a number.
   *
   * @param text as the scenario writes it, empty or a distribution if its base unit is to be taken
   */
  static Notation ofNumber(String text, Dimension dimension, Domain domain) {
    Matcher quantity = QUANTITY.matcher(text.strip());
    String unit = "";
    if (quantity.matches()) {
      String behind = quantity.group(2).strip();
      boolean isMoney = quantity.group(1) != null;
      unit =
          !isMoney ? behind : behind.startsWith("/") ? "USD" + behind : ("USD " + behind).strip();
    }
    double perUnit = perUnit(unit, dimension);
    if (!quantity.matches() || Double.isNaN(perUnit)) {
      boolean isBare = dimension.isCount() || dimension.baseUnit().equals("1");
      unit = isBare ? "" : dimension.baseUnit();
      perUnit = 1;
    }
    return new Notation(
        Kind.NUMBER,
        dimension,
        unit,
        domain.low() / perUnit,
        domain.lowIncluded(),
        domain.high() / perUnit);
  }

  /** Returns how many base units a unit is, NaN if it cannot be read. */
  static double perUnit(String unit, Dimension dimension) {
    try {
      return QuantityParser.parse(("1 " + unit).strip(), dimension);
    } catch (InvalidTextException no) {
      return Double.NaN;
    }
  }

  /**
   * Reads a value.
   *
   * @param isEnd whether a period stands for its last day, not its first
   * @throws InvalidTextException if the text is no such value
   */
  public double value(String text, boolean isEnd) throws InvalidTextException {
    if (kind == Kind.DATE) {
      PartialDate date = PartialDate.parse(text);
      return (isEnd ? date.last() : date.first()).toEpochDay();
    }
    double base = QuantityParser.parse(text, dimension);
    return kind == Kind.NUMBER ? base / perUnit(unit, dimension) : base;
  }

  /** Returns whether a value may be. */
  boolean allows(double value) {
    return value <= high && (lowIncluded ? value >= low : value > low);
  }

  /** Returns a value rounded so that it can be written. */
  public BigDecimal rounded(double value) {
    return kind == Kind.NUMBER
        ? new BigDecimal(value).round(new MathContext(DIGITS))
        : new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);
  }

  /** Returns one unit of the last digit of a value. */
  BigDecimal unitOfLastDigit(double value) {
    if (kind != Kind.NUMBER) {
      return BigDecimal.ONE;
    }
    BigDecimal six = new BigDecimal(value).round(new MathContext(DIGITS));
    int exponent = six.precision() - six.scale() - DIGITS;
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }

  /** Returns a value without its unit. */
  public String digits(BigDecimal value) {
    if (kind == Kind.DATE) {
      return LocalDate.ofEpochDay(value.longValue()).toString();
    }
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    boolean isLong = plain.scale() < -12 || plain.scale() > 15;
    return isLong ? plain.toString() : plain.toPlainString();
  }

  /** Returns the text that a setting takes. */
  public String text(BigDecimal value) {
    String digits = digits(value);
    return unit.isEmpty() ? digits : unit.equals("%") ? digits + unit : digits + " " + unit;
  }
}
