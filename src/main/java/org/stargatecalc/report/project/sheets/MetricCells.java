package org.stargatecalc.report.project.sheets;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.stargatecalc.projection.Algorithm;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.Expression.Function;
import org.stargatecalc.workbook.Expression.Operator;

/** Formulas of metrics as formulas of cells: counts of phases times what one GPU has. */
final class MetricCells {
  private static final double ROUNDING = 1e-12;

  private final StateSheet states;
  private final PerGpuSheet perGpu;
  private final Scenario scenario;
  private final String sheet;

  /** Columns of the sheet that have a formula already. */
  private final IdentityHashMap<Formula, Integer> columns = new IdentityHashMap<>();

  /**
   * Prepares formulas for a sheet of which each row belongs to the same row of counts.
   *
   * @param sheet on which formulas stand
   */
  MetricCells(String sheet, StateSheet states, PerGpuSheet perGpu, Scenario scenario) {
    this.sheet = sheet;
    this.states = states;
    this.perGpu = perGpu;
    this.scenario = scenario;
  }

  /** Tells that a column holds what a formula gives. */
  void stands(Formula formula, int column) {
    columns.putIfAbsent(formula, column);
  }

  /** Returns whether a formula can be one of cells: algorithms and unknown rates cannot. */
  boolean canBeWritten(Formula formula) {
    if (formula instanceof Formula.SumOverPhases sum) {
      return perGpu.isKnown(sum.perGpu());
    }
    if (formula instanceof Formula.LargestGroup largest) {
      return perGpu.isKnown(largest.perGpu());
    }
    if (formula instanceof Formula.InLargestGroup in) {
      return perGpu.isKnown(in.perGpu()) && canBeWritten(in.largest());
    }
    if (formula instanceof Formula.SumOf sum) {
      return sum.parts().stream().allMatch(this::canBeWritten);
    }
    if (formula instanceof Formula.Scaled scaled) {
      return canBeWritten(scaled.of());
    }
    if (formula instanceof Formula.Quotient quotient) {
      return canBeWritten(quotient.over()) && canBeWritten(quotient.under());
    }
    if (formula instanceof Formula.RunningTotal total) {
      return canBeWritten(total.of());
    }
    if (formula instanceof Formula.Difference difference) {
      return canBeWritten(difference.of()) && canBeWritten(difference.less());
    }
    if (formula instanceof Formula.Shortened shortened) {
      return canBeWritten(shortest(shortened));
    }
    return !(formula instanceof Algorithm) && !(formula instanceof Formula.Word);
  }

  private Formula shortest(Formula.Shortened shortened) {
    return shortened.where().holds(scenario) ? shortened.shorter() : shortened.of();
  }

  /**
   * Returns a formula in a row.
   *
   * @param own the column in which it stands; below 0 for none, which takes no total of rows above
   */
  Expression of(Formula formula, int row, int own) {
    Integer column = columns.get(formula);
    if (column != null && column != own) {
      return new Expression.At(sheet, row, column);
    }
    if (formula instanceof Formula.SumOverPhases sum) {
      return sum(sum.state(), sum.perGpu(), row);
    }
    if (formula instanceof Formula.LargestGroup largest) {
      return groups(largest, largest.perGpu(), row)
          .map(all -> Expression.call(Function.MAX, all))
          .orElse(Expression.of(0));
    }
    if (formula instanceof Formula.InLargestGroup in) {
      return inLargest(in, row);
    }
    if (formula instanceof Formula.SumOf sum) {
      Expression all = Expression.of(0);
      for (Formula part : sum.parts()) {
        all = all.plus(of(part, row, -1));
      }
      return all;
    }
    if (formula instanceof Formula.Scaled scaled) {
      return of(scaled.of(), row, -1).times(Expression.of(scaled.by().value()));
    }
    if (formula instanceof Formula.Quotient quotient) {
      Expression under = of(quotient.under(), row, -1);
      return Expression.call(
          Function.IF,
          new Expression.Operation(Operator.EQUAL, under, Expression.of(0)),
          new Expression.Words(""),
          of(quotient.over(), row, -1).over(under));
    }
    if (formula instanceof Formula.RunningTotal total) {
      return total(total, row, own);
    }
    if (formula instanceof Formula.Difference difference) {
      return difference(of(difference.of(), row, -1), of(difference.less(), row, -1));
    }
    if (formula instanceof Formula.Shortened shortened) {
      return of(shortest(shortened), row, own);
    }
    throw new IllegalArgumentException(formula + " is no formula of cells");
  }

  private Expression sum(State state, Quantity quantity, int row) {
    Optional<Expression> counts = states.across(state, row);
    if (counts.isEmpty()) {
      return Expression.of(0);
    }
    if (quantity.equals(PerGpu.ONE)) {
      return Expression.call(Function.SUM, counts.get());
    }
    return perGpu
        .across(quantity)
        .map(coefficients -> Expression.call(Function.SUMPRODUCT, counts.get(), coefficients))
        .orElse(Expression.of(0));
  }

  private Optional<Expression> groups(Formula.LargestGroup largest, Quantity quantity, int row) {
    return states.across(largest.grouping(), largest.state(), quantity, row);
  }

  private Expression inLargest(Formula.InLargestGroup in, int row) {
    Optional<Expression> ranked = groups(in.largest(), in.largest().perGpu(), row);
    Optional<Expression> asked = groups(in.largest(), in.perGpu(), row);
    if (ranked.isEmpty() || asked.isEmpty()) {
      return Expression.of(0);
    }
    Expression most = Expression.call(Function.MAX, ranked.get());
    Expression place = Expression.call(Function.MATCH, most, ranked.get(), Expression.of(0));
    return Expression.call(
        Function.IF,
        new Expression.Operation(Operator.EQUAL, most, Expression.of(0)),
        Expression.of(0),
        Expression.call(Function.INDEX, asked.get(), Expression.of(1), place));
  }

  /** The total of the row above and this one; what is counted since the start is a total. */
  private Expression total(Formula.RunningTotal total, int row, int own) {
    Expression here = of(total.of(), row, -1);
    if (states.moment(row).isToDate()) {
      return here;
    }
    if (own < 0) {
      throw new IllegalArgumentException("a total stands in a column of its own");
    }
    return new Expression.At(sheet, row - 1, own).plus(here);
  }

  /** Sums of the same in another order differ by rounding alone. */
  private static Expression difference(Expression of, Expression less) {
    Expression difference = of.minus(less);
    return Expression.call(
        Function.IF,
        new Expression.Operation(
            Operator.AT_MOST,
            Expression.call(Function.ABS, difference),
            Expression.of(ROUNDING).times(Expression.call(Function.ABS, of))),
        Expression.of(0),
        difference);
  }
}
