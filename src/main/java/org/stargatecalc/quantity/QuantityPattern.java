package org.stargatecalc.quantity;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The quantity grammar as a regular expression, for editors, which cannot run {@link
 * QuantityParser}.
 *
 * <p>It takes every text that the parser takes, and refuses another dimension, an unknown unit, a
 * comma and a sign where the domain has no negative numbers. It is plain enough to mean the same in
 * Java and in ECMAScript.
 */
public final class QuantityPattern {
  /** The names of the forms of a distribution, before its bracket. */
  public static final String FUNCTIONS =
      "(normal|lognormal|uniform|triangular|pert|beta|choice)\\s*\\(";

  private static final String DIGITS = "\\.?\\d[\\d_.]*([eE][-+]?\\d+)?";
  private static final String FIRST_END = "([^,()]*\\d[^,()]*\\sto\\s+)?";

  private QuantityPattern() {}

  /**
   * Returns the pattern of a whole text.
   *
   * @param dimension what is measured
   * @param alternative what may be measured too, as the unit says: money like the first
   * @param domain in which the number lies
   * @param uncertain whether it may be a distribution
   * @param needsUnit whether a number alone is too little
   */
  public static String of(
      Dimension dimension,
      Optional<Dimension> alternative,
      Domain domain,
      boolean uncertain,
      boolean needsUnit) {
    String sign = domain.low() < 0 ? "[-+]?\\s*" : "\\+?\\s*";
    String one = dimension.isMoney() ? money(dimension, alternative, sign) : plain(dimension, sign);
    String bare = dimension.isMoney() && !needsUnit ? sign + DIGITS + "|" : "";
    String values = bare + one;
    return uncertain
        ? "^\\s*(" + FUNCTIONS + ".*\\)|" + FIRST_END + "(" + values + "))\\s*$"
        : "^\\s*(" + values + ")\\s*$";
  }

  private static String plain(Dimension dimension, String sign) {
    String number = sign + DIGITS + "\\s*";
    SortedSet<String> units = new TreeSet<>(UnitTable.named(dimension));
    String multiplier = anyOf(UnitTable.multipliers()) + "?\\s*";
    if (dimension == Dimension.COUNT_TIME) {
      return number + "(" + multiplier + "GPU-hours?)?";
    }
    if (dimension.isCount()) {
      boolean whole = dimension == Dimension.COUNT;
      return number + multiplier + (whole ? "((GPU|chip|package)s?)?" : "(H100e)?");
    }
    if (dimension == Dimension.RATIO) {
      units.addAll(UnitTable.named(Dimension.SHARE));
    }
    if (dimension == Dimension.COMPUTE) {
      units.addAll(UnitTable.multipliers());
    }
    return number + anyOf(units) + "?";
  }

  /** The currency before or behind the number, or cents; then what it is for. */
  private static String money(Dimension dimension, Optional<Dimension> alternative, String sign) {
    SortedSet<String> denominators = new TreeSet<>(UnitTable.denominators(dimension));
    alternative.ifPresent(other -> denominators.addAll(UnitTable.denominators(other)));
    String amount =
        "(?=[^/]*([$¢c]|USD|dollars))"
            + sign
            + "((US)?\\$|USD)?\\s*[-+]?"
            + DIGITS
            + "[A-Za-z$¢ \\u00a0\\u202f]*";
    if (denominators.isEmpty()) {
      return amount;
    }
    String per = "/\\s*" + anyOf(denominators).replace("W-", "W[-/]");
    return dimension == Dimension.MONEY_PER_COUNT ? amount + "(" + per + ")?" : amount + per;
  }

  private static String anyOf(SortedSet<String> words) {
    return "(" + String.join("|", words) + ")";
  }
}
