package org.stargatecalc.workbook;

import java.util.List;

/** A formula of cells, as a tree. Rows and columns count from 0; row 0 is the header. */
public sealed interface Expression {
  /**
   * A number.
   *
   * @param value finite
   */
  record Constant(double value) implements Expression {
    /** Checks that it is finite. */
    public Constant {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value " + value + " must be finite");
      }
    }
  }

  /**
   * A text.
   *
   * @param text the text
   */
  record Words(String text) implements Expression {}

  /**
   * A cell.
   *
   * @param sheet on which
   * @param row of it
   * @param column of it
   */
  record At(String sheet, int row, int column) implements Expression {}

  /**
   * Cells of one row that lie side by side.
   *
   * @param sheet on which
   * @param row of them
   * @param first column
   * @param last column
   */
  record Across(String sheet, int row, int first, int last) implements Expression {}

  /**
   * Two expressions combined.
   *
   * @param operator how
   * @param left first operand
   * @param right second operand
   */
  record Operation(Operator operator, Expression left, Expression right) implements Expression {}

  /**
   * A function of others.
   *
   * @param function which
   * @param arguments in their order
   */
  record Call(Function function, List<Expression> arguments) implements Expression {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** How two expressions are combined. */
  enum Operator {
    /** Equal. */
    EQUAL("=", 1),
    /** Not more than. */
    AT_MOST("<=", 1),
    /** Not less than. */
    AT_LEAST(">=", 1),
    /** Sum. */
    PLUS("+", 2),
    /** Difference. */
    MINUS("-", 2),
    /** Product. */
    TIMES("*", 3),
    /** Quotient. */
    OVER("/", 3);

    private final String symbol;
    private final int binding;

    Operator(String symbol, int binding) {
      this.symbol = symbol;
      this.binding = binding;
    }

    /** Returns the sign between the operands. */
    public String symbol() {
      return symbol;
    }

    /** Returns how strongly it binds; the higher binds first. */
    public int binding() {
      return binding;
    }
  }

  /** The functions of spreadsheets that are used, by their English names, which files hold. */
  enum Function {
    /** Sum of cells. */
    SUM,
    /** Sum over cells of products, place by place. */
    SUMPRODUCT,
    /** The least. */
    MIN,
    /** The largest. */
    MAX,
    /** One or another. */
    IF,
    /** Without sign. */
    ABS,
    /** Power of e. */
    EXP,
    /** Natural logarithm. */
    LN,
    /** Payment of an annuity: rate, number of payments, what was lent; below 0. */
    PMT,
    /** The cell at a place, from 1. */
    INDEX,
    /** The first place, from 1, of a value. */
    MATCH
  }

  /** Returns a number. */
  static Expression of(double value) {
    return new Constant(value);
  }

  /** Returns a function of others. */
  static Expression call(Function function, Expression... arguments) {
    return new Call(function, List.of(arguments));
  }

  /** Returns whether this is a certain number. */
  default boolean is(double value) {
    return this instanceof Constant constant && constant.value() == value;
  }

  /** Returns this times another; nothing times anything is nothing. */
  default Expression times(Expression other) {
    if (is(0) || other.is(1)) {
      return this;
    }
    return other.is(0) || is(1) ? other : new Operation(Operator.TIMES, this, other);
  }

  /** Returns this over another; nothing over anything is nothing. */
  default Expression over(Expression other) {
    return is(0) || other.is(1) ? this : new Operation(Operator.OVER, this, other);
  }

  /** Returns this and another together. */
  default Expression plus(Expression other) {
    if (is(0)) {
      return other;
    }
    return other.is(0) ? this : new Operation(Operator.PLUS, this, other);
  }

  /** Returns this less another. */
  default Expression minus(Expression other) {
    return other.is(0) ? this : new Operation(Operator.MINUS, this, other);
  }
}
