package org.stargatecalc.workbook;

import java.time.LocalDate;

/** What a cell of a sheet holds. */
public sealed interface SheetCell {
  /** Nothing. */
  SheetCell EMPTY = new Empty();

  /** Returns a number, or an empty cell for one that is not finite. */
  static SheetCell number(double value, NumberFormat format) {
    return Double.isFinite(value) ? new Number(value, format, false) : EMPTY;
  }

  /** Returns a formula with its value; one that is not finite is shown as nothing. */
  static SheetCell computed(Expression formula, double value, NumberFormat format) {
    return Double.isFinite(value)
        ? new Computed(formula, value, format)
        : new ComputedWords(formula, "");
  }

  /** Nothing. */
  record Empty() implements SheetCell {}

  /**
   * A text, which nobody takes for a number, a date or a formula.
   *
   * @param text the text
   */
  record Words(String text) implements SheetCell {}

  /**
   * A number.
   *
   * @param value finite
   * @param format how it is shown
   * @param isInput whether formulas read it, so that a user may change it
   */
  record Number(double value, NumberFormat format, boolean isInput) implements SheetCell {}

  /**
   * A date.
   *
   * @param date the date
   */
  record Day(LocalDate date) implements SheetCell {}

  /**
   * A formula that gives a number.
   *
   * @param formula of other cells
   * @param value that it has now, finite
   * @param format how that is shown
   */
  record Computed(Expression formula, double value, NumberFormat format) implements SheetCell {}

  /**
   * A formula that gives a text.
   *
   * @param formula of other cells
   * @param text that it gives now
   */
  record ComputedWords(Expression formula, String text) implements SheetCell {}
}
