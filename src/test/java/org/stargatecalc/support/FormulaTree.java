package org.stargatecalc.support;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Formula.RunningTotal, double[]> sums = new IdentityHashMap<>();

  /** By quantity and phase, which no node changes. */
  private final Map<Quantity, Map<Phase, double[]>> perGpu = new IdentityHashMap<>();

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
    if (formula instanceof Formula.InLargestGroup in) {
      return inLargest(in, node);
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
      return sums.computeIfAbsent(total, this::sums)[node];
    }
    if (formula instanceof Formula.Difference difference) {
      return at(difference.of(), node) - at(difference.less(), node);
    }
    if (formula instanceof Formula.Shortened shortened) {
      return at(shortened.of(), node);
    }
    return ofAlgorithm((Algorithm) formula, node);
  }

  private double[] sums(Formula.RunningTotal total) {
    double[] sums = new double[projection.nodes()];
    double sum = 0;
    for (int k = 0; k < sums.length; k++) {
      sum += at(total.of(), k);
      sums[k] = sum;
    }
    return sums;
  }

  private double ofAlgorithm(Algorithm algorithm, int node) {
    List<Metric> metrics =
        Arrays.stream(Metric.values()).filter(m -> m.formula() == algorithm).toList();
    return projection.atNode(metrics.get(0), Basis.FACILITY, node);
  }

  private double of(State state, Phase phase, int node, Quantity perGpu) {
    double[] each =
        this.perGpu
            .computeIfAbsent(perGpu, quantity -> new IdentityHashMap<>())
            .computeIfAbsent(phase, one -> inEpochs(perGpu, one));
    double sum = 0;
    for (int epoch = 0; epoch < each.length; epoch++) {
      sum += projection.atNode(state, phase.index(), epoch, node) * each[epoch];
    }
    return sum;
  }

  private double[] inEpochs(Quantity quantity, Phase phase) {
    double[] each = new double[phase.epochs().count()];
    for (int epoch = 0; epoch < each.length; epoch++) {
      each[epoch] = of(quantity, phase, epoch);
    }
    return each;
  }

  private double largest(Formula.LargestGroup largest, int node) {
    return sums(largest.grouping(), largest.state(), largest.perGpu(), node).values().stream()
        .mapToDouble(d -> d)
        .max()
        .orElse(0);
  }

  private double inLargest(Formula.InLargestGroup in, int node) {
    Formula.LargestGroup largest = in.largest();
    Map<String, Double> ranked = sums(largest.grouping(), largest.state(), largest.perGpu(), node);
    Map<String, Double> asked = sums(largest.grouping(), largest.state(), in.perGpu(), node);
    double most = largest(largest, node);
    return most == 0
        ? 0
        : ranked.entrySet().stream()
            .filter(group -> group.getValue() == most)
            .mapToDouble(group -> asked.get(group.getKey()))
            .findFirst()
            .orElseThrow();
  }

  /** Groups in the order of their first phase. */
  private Map<String, Double> sums(
      Formula.Grouping grouping, State state, Quantity perGpu, int node) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Phase phase : scenario.phases()) {
      double parts = phase.get(grouping.count());
      String group =
          parts > 1
              ? "phase " + phase.spec().id()
              : grouping == Formula.Grouping.SITE
                  ? "site " + phase.spec().site()
                  : "system " + phase.spec().trainingSystem();
      sums.merge(group, of(state, phase, node, perGpu) / parts, Double::sum);
    }
    return sums;
  }

  /** Returns the value of a quantity per GPU of a phase, from its parameters. */
  public double of(Quantity quantity, Phase phase) {
    return of(quantity, phase, 0);
  }

  private double of(Quantity quantity, Phase phase, int epoch) {
    if (quantity instanceof Quantity.Operation operation) {
      return operation
          .operator()
          .of(of(operation.left(), phase, epoch), of(operation.right(), phase, epoch));
    }
    if (quantity instanceof Quantity.Case choice) {
      return of(
          choice.when().holds(phase.spec()) ? choice.then() : choice.otherwise(), phase, epoch);
    }
    if (quantity instanceof Quantity.Named named) {
      return of(named.of(), phase, epoch);
    }
    if (quantity instanceof Quantity.Parameter parameter) {
      return phase.get(parameter.parameter(), epoch);
    }
    if (quantity instanceof Quantity.YearlyShare share) {
      return scenario
          .amortization()
          .perYear(scenario.discountRate(), of(share.years(), phase, epoch));
    }
    if (quantity instanceof Quantity.AtPrecision) {
      return phase.get(quantity);
    }
    if (quantity instanceof Quantity.WhileBuilding building) {
      double years = of(building.years(), phase, epoch);
      return scenario.amortization().whileBuilding(scenario.discountRate(), years);
    }
    return quantity instanceof Quantity.Catalogued catalogued
        ? catalogued.rate().of(phase.spec())
        : ((Quantity.Constant) quantity).value();
  }
}
