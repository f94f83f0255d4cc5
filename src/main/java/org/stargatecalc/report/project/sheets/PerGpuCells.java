package org.stargatecalc.report.project.sheets;

import java.util.Optional;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.Steps;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.Expression.Function;
import org.stargatecalc.workbook.Expression.Operator;

/** Quantities per GPU as formulas of assumptions. */
final class PerGpuCells {
  private final Scenario scenario;
  private final AssumptionSheet assumptions;

  PerGpuCells(Scenario scenario, AssumptionSheet assumptions) {
    this.scenario = scenario;
    this.assumptions = assumptions;
  }

  /** Returns how a quantity follows in a column; what has a name is its cell. */
  Expression formula(Quantity quantity, PhaseEpoch at, int column, PerGpuSheet sheet) {
    if (quantity instanceof Quantity.Named) {
      return sheet.cell(quantity, column);
    }
    if (quantity instanceof Quantity.Operation operation) {
      Expression left = formula(operation.left(), at, column, sheet);
      Expression right = formula(operation.right(), at, column, sheet);
      return switch (operation.operator()) {
        case TIMES -> left.times(right);
        case OVER -> left.over(right);
        case PLUS -> left.plus(right);
        case MINUS -> left.minus(right);
        case LEAST -> Expression.call(Function.MIN, left, right);
      };
    }
    if (quantity instanceof Quantity.Case choice) {
      boolean holds = choice.when().holds(at.phase().spec());
      return formula(holds ? choice.then() : choice.otherwise(), at, column, sheet);
    }
    if (quantity instanceof Quantity.Parameter parameter) {
      return parameter(parameter.parameter(), at);
    }
    if (quantity instanceof Quantity.YearlyShare share) {
      return yearly(formula(share.years(), at, column, sheet));
    }
    if (quantity instanceof Quantity.WhileBuilding building) {
      return whileBuilding(at.value(building.years(), scenario));
    }
    return Expression.of(finite(at.value(quantity, scenario)));
  }

  /** What is not known is in no formula: its metrics are values. */
  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private Expression yearly(Expression years) {
    return scenario.amortization() == Amortization.ANNUITY
        ? Expression.call(Function.PMT, rate(), years, Expression.of(-1))
        : Expression.of(1).over(years);
  }

  private Expression rate() {
    return assumptions.cell(assumptions.discountRate(), scenario.discountRate());
  }

  /** When money is spent is values, and so is for how long: the rate alone may change. */
  private Expression whileBuilding(double years) {
    if (years == 0 || scenario.amortization() != Amortization.ANNUITY) {
      return Expression.of(1);
    }
    Expression growth =
        Expression.of(years).times(Expression.call(Function.LN, Expression.of(1).plus(rate())));
    return Expression.call(
        Function.IF,
        new Expression.Operation(Operator.EQUAL, rate(), Expression.of(0)),
        Expression.of(1),
        Expression.call(Function.EXP, growth).minus(Expression.of(1)).over(growth));
  }

  /** Returns the cell of a parameter; lengths of time before installation are numbers. */
  private Expression parameter(PhaseParameter parameter, PhaseEpoch at) {
    double number = at.phase().get(parameter, at.epoch());
    Optional<Assumption> stated = stated(parameter, at);
    boolean shapesTheBuildOut =
        PhaseParameter.LEADS.contains(parameter)
            || parameter == PhaseParameter.SYSTEMS
            || parameter == PhaseParameter.SITE_COUNT;
    if (stated.isEmpty() || shapesTheBuildOut) {
      return Expression.of(finite(number));
    }
    if (isRest(parameter, at)) {
      Expression others = Expression.of(0);
      for (PhaseParameter share : PhaseParameter.SHARES) {
        if (share != parameter) {
          others = others.plus(parameter(share, at));
        }
      }
      assumptions.follows(stated.get(), Expression.of(1).minus(others));
    }
    return assumptions.cell(stated.get(), number);
  }

  /** Returns what states a parameter in an epoch. */
  private static Optional<Assumption> stated(PhaseParameter parameter, PhaseEpoch at) {
    Optional<Steps.Step> step = step(parameter, at);
    return step.isPresent()
        ? step.map(Steps.Step::value)
        : Optional.ofNullable(at.phase().spec().parameters().get(parameter));
  }

  private static boolean isRest(PhaseParameter parameter, PhaseEpoch at) {
    PhaseSpec spec = at.phase().spec();
    Optional<Steps.Step> step = step(parameter, at);
    return step.isPresent()
        ? step.get().isRest()
        : spec.restShare().isPresent() && spec.restShare().get() == parameter;
  }

  /** Returns the step that holds in an epoch; empty for the first value. */
  private static Optional<Steps.Step> step(PhaseParameter parameter, PhaseEpoch at) {
    Steps steps = at.phase().spec().steps().get(parameter);
    Optional<Steps.Step> holds = Optional.empty();
    if (steps != null && at.epoch() > 0) {
      double begins = at.phase().epochs().days()[at.epoch() - 1];
      for (Steps.Step step : steps.later()) {
        if (step.from().toEpochDay() <= begins) {
          holds = Optional.of(step);
        }
      }
    }
    return holds;
  }
}
