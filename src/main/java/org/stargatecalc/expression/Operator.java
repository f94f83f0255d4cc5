package org.stargatecalc.expression;

import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.word.Worded;

/** How a measured value is compared with a bound. */
public enum Operator implements Worded {
  /** At least. */
  AT_LEAST(">="),
  /** More than. */
  MORE_THAN(">"),
  /** At most. */
  AT_MOST("<="),
  /** Less than. */
  LESS_THAN("<"),
  /** Equal. */
  EQUAL("=="),
  /** Not equal. */
  NOT_EQUAL("!=");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** Returns how expressions write it. */
  public String sign() {
    return sign;
  }

  /** Returns whether it is about equality alone, which is all that words have. */
  public boolean isOfWords() {
    return this == EQUAL || this == NOT_EQUAL;
  }

  /** Returns whether a value compares so with a bound; values within rounding are equal. */
  public boolean holds(double value, double bound) {
    boolean equal = Rounding.isAll(value, bound);
    return switch (this) {
      case AT_LEAST -> equal || value > bound;
      case MORE_THAN -> !equal && value > bound;
      case AT_MOST -> equal || value < bound;
      case LESS_THAN -> !equal && value < bound;
      case EQUAL -> equal;
      case NOT_EQUAL -> !equal;
    };
  }

  /** Returns the distance from the bound, negative on the side that fails. */
  public double margin(double value, double bound) {
    return switch (this) {
      case AT_LEAST, MORE_THAN -> value - bound;
      case AT_MOST, LESS_THAN -> bound - value;
      case EQUAL -> -Math.abs(value - bound);
      case NOT_EQUAL -> Math.abs(value - bound);
    };
  }
}
