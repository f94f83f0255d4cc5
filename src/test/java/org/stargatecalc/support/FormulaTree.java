package org.stargatecalc.support;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.projection.Algorithm;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;

/**
 * A reader of formulas of its own: it walks their trees, node by node and phase by phase, and takes
 * nothing from the projection but states of phases and the results of algorithms.
 */
public final class FormulaTree {
  private final Scenario scenario;
  private final Projection projection;

  /** Reads the formulas of a projection. */
  public FormulaTree(Scenario scenario, Projection projection) {
    this.scenario = scenario;
    this.projection = projection;
  }

  /** Returns the value of a formula at a node. */
  public double at(Formula formula, int node) {
    if (formula instanceof Formula.SumOverPhases sum) {
      double total = 0;
      for (Phase phase : scenario.phases()) {
        total += of(sum.state(), phase, node, sum.perGpu());
      }
      return total;
    }
    if (formula instanceof Formula.LargestGroup largest) {
      return largest(largest, node);
    }
    if (formula instanceof Formula.SumOf sum) {
      return sum.parts().stream().mapToDouble(part -> at(part, node)).sum();
    }
    if (formula instanceof Formula.Scaled scaled) {
      return at(scaled.of(), node) * scaled.by().value();
    }
    if (formula instanceof Formula.Quotient quotient) {
      return at(quotient.over(), node) / at(quotient.under(), node);
    }
    if (formula instanceof Formula.RunningTotal total) {
      double sum = 0;
      for (int k = 0; k <= node; k++) {
        sum += at(total.of(), k);
      }
      return sum;
    }
    return ofAlgorithm((Algorithm) formula, node);
  }

  private double ofAlgorithm(Algorithm algorithm, int node) {
    List<Metric> metrics =
        Arrays.stream(Metric.values()).filter(m -> m.formula() == algorithm).toList();
    return projection.atNode(metrics.get(0), Basis.FACILITY, node);
  }

  private double of(State state, Phase phase, int node, Quantity perGpu) {
    return projection.atNode(state, phase.index(), node) * of(perGpu, phase);
  }

  private double largest(Formula.LargestGroup largest, int node) {
    boolean isSite = largest.grouping() == Formula.Grouping.SITE;
    double[] groups = new double[isSite ? scenario.siteCount() : scenario.systemCount()];
    double most = 0;
    for (Phase phase : scenario.phases()) {
      double value = of(largest.state(), phase, node, largest.perGpu());
      double parts = phase.get(largest.grouping().count());
      if (parts > 1) {
        most = Math.max(most, value / parts);
      } else {
        groups[isSite ? phase.site() : phase.system()] += value;
      }
    }
    return Math.max(most, Arrays.stream(groups).max().orElse(0));
  }

  /** Returns the value of a quantity per GPU of a phase, from its parameters. */
  public double of(Quantity quantity, Phase phase) {
    if (quantity instanceof Quantity.Operation operation) {
      return operation.operator().of(of(operation.left(), phase), of(operation.right(), phase));
    }
    if (quantity instanceof Quantity.Case choice) {
      return of(choice.when().holds(phase.spec()) ? choice.then() : choice.otherwise(), phase);
    }
    if (quantity instanceof Quantity.Named named) {
      return of(named.of(), phase);
    }
    if (quantity instanceof Quantity.Parameter parameter) {
      return phase.get(parameter.parameter());
    }
    if (quantity instanceof Quantity.YearlyShare share) {
      return scenario.amortization().perYear(scenario.discountRate(), of(share.years(), phase));
    }
    return quantity instanceof Quantity.Catalogued catalogued
        ? catalogued.rate().of(phase.spec())
        : ((Quantity.Constant) quantity).value();
  }
}
