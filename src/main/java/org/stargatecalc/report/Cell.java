package org.stargatecalc.report;

import java.time.LocalDate;
import java.util.List;
import org.stargatecalc.field.Display;
import org.stargatecalc.word.Worded;

/** A value in a report; only a renderer turns it into text. */
public sealed interface Cell {
  /** Nothing is known or defined here. */
  Cell EMPTY = new Empty();

  /** However few the draws are, a share of them is a count: 3 of 4 are 75 %, not about 80 %. */
  double MOST_OF_A_SHARE = 0.01;

  /** Returns a number, or an empty cell for one that is not finite. */
  static Cell number(double value, Display display) {
    return Double.isFinite(value) ? new Number(value, display) : EMPTY;
  }

  /**
   * Returns a number of which no more is known than its error says.
   *
   * @param error its standard error; 0, infinite or NaN where it has none
   */
  static Cell estimate(double value, Display display, double error) {
    return Double.isFinite(value) ? new Number(value, display, known(error), Double.NaN) : EMPTY;
  }

  private static double known(double error) {
    return Double.isFinite(error) ? Math.max(0, error) : 0;
  }

  /**
   * Returns a number followed by its unit, of which no more is known than its error says.
   *
   * @param error its standard error; 0, infinite or NaN where it has none
   */
  static Cell quantity(double value, Display display, double error) {
    return Double.isFinite(value) ? new Quantity(value, display, known(error), Double.NaN) : EMPTY;
  }

  /** Returns a number followed by its unit. */
  static Cell quantity(double value, Display display) {
    return Double.isFinite(value) ? new Quantity(value, display) : EMPTY;
  }

  /**
   * Returns a number with as many digits as tell it from a bound that it is held against, where the
   * usual ones do not; any other cell as it is.
   *
   * @param bound in the unit of the display form; NaN for none
   */
  static Cell apart(Cell cell, double bound) {
    if (cell instanceof Number number) {
      return new Number(number.value, number.display, number.error, bound);
    }
    return cell instanceof Quantity number
        ? new Quantity(number.value, number.display, number.error, bound)
        : cell;
  }

  /** Returns the error up to which a share of draws is shown: whole percents are counted. */
  static double errorOfShare(double error) {
    return Math.min(error, MOST_OF_A_SHARE);
  }

  /** Returns words. */
  static Cell words(String text) {
    return new Words(text, Tone.PLAIN);
  }

  /**
   * A number whose unit stands elsewhere.
   *
   * @param value in the unit of the display form
   * @param display how it is shown
   * @param error its standard error in the same unit, 0 if it has none
   * @param bound from which its digits tell it, NaN if there is none
   */
  record Number(double value, Display display, double error, double bound) implements Cell {
    /** Checks that it is finite. */
    public Number {
      checkFinite(value);
    }

    /** Creates a number that is known. */
    public Number(double value, Display display) {
      this(value, display, 0, Double.NaN);
    }
  }

  /**
   * A number with its unit behind it.
   *
   * @param value in the unit of the display form
   * @param display how it is shown
   * @param error its standard error in the same unit, 0 if it has none
   * @param bound from which its digits tell it, NaN if there is none
   */
  record Quantity(double value, Display display, double error, double bound) implements Cell {
    /** Checks that it is finite. */
    public Quantity {
      checkFinite(value);
    }

    /** Creates a number that is known. */
    public Quantity(double value, Display display) {
      this(value, display, 0, Double.NaN);
    }
  }

  private static void checkFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + " must be finite");
    }
  }

  /**
   * A date.
   *
   * @param date the date
   */
  record Day(LocalDate date) implements Cell {}

  /**
   * Words.
   *
   * @param text the words
   * @param tone how good the news is
   */
  record Words(String text, Tone tone) implements Cell {}

  /**
   * A small curve.
   *
   * @param values from left to right, 0 or more
   * @param full the value that fills the height
   * @param deadline index of the value after which a deadline is marked, −1 for none
   * @param reached index of the value before which a threshold is marked as reached, −1 for none
   */
  record Curve(List<Double> values, double full, int deadline, int reached) implements Cell {
    /** Copies the values. */
    public Curve {
      values = List.copyOf(values);
    }

    /** Creates a curve without marks. */
    public Curve(List<Double> values, double full) {
      this(values, full, -1, -1);
    }
  }

  /**
   * A bar from one value to another on an axis.
   *
   * @param from one end
   * @param to the other end
   * @param mark a value that is marked on the axis
   * @param least left end of the axis
   * @param most right end of the axis
   */
  record Bar(double from, double to, double mark, double least, double most) implements Cell {}

  /** Nothing. */
  record Empty() implements Cell {}

  /** How good the news is. */
  enum Tone implements Worded {
    /** Neither. */
    PLAIN,
    /** Good. */
    GOOD,
    /** In between. */
    FAIR,
    /** Bad. */
    BAD
  }
}
