package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Algorithm;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioSpec;

/** The formulas of metrics as trees of values; they are those that the engine computes with. */
final class FormulaExplainer {
  private final Scenario scenario;
  private final Projection projection;
  private final QuantityExplainer quantities;
  private final StateExplainer states;
  private final AlgorithmExplainer algorithms;

  FormulaExplainer(ScenarioSpec spec, Scenario scenario, Projection projection) {
    this.scenario = scenario;
    this.projection = projection;
    this.quantities = new QuantityExplainer(scenario, spec.discountRate());
    this.states = new StateExplainer(spec, projection, quantities);
    this.algorithms = new AlgorithmExplainer(spec, scenario, projection, this);
  }

  /** Returns a formula under the name and in the unit of its metric, if it is a metric's own. */
  Explained named(Formula formula, String unit, Span span) {
    for (Metric metric : Metric.values()) {
      if (metric.formula() == formula) {
        return of(formula, metric.id() + ", " + metric.label(), metric.unit().symbol(), span);
      }
    }
    return of(formula, FormulaText.of(formula), unit, span);
  }

  /** Returns how the value of a formula over a span comes about. */
  Explained of(Formula formula, String name, String unit, Span span) {
    if (formula instanceof Formula.Shortened shortened) {
      return of(shortened.in(scenario), name, unit, span);
    }
    if (formula instanceof Formula.SumOverPhases sum) {
      return sum(sum, name, unit, span);
    }
    if (formula instanceof Formula.SumOf sum) {
      List<Explained> parts = new ArrayList<>();
      for (Formula part : sum.parts()) {
        parts.add(named(part, unit, span));
      }
      return made(How.SUM, formula, name, unit, span, largestFirst(parts));
    }
    if (formula instanceof Formula.RunningTotal total) {
      Explained flow = named(total.of(), unit, span.toDate());
      return made(How.SUM, formula, name, unit, span, List.of(flow));
    }
    if (formula instanceof Formula.Difference difference) {
      List<Explained> parts =
          List.of(named(difference.of(), unit, span), named(difference.less(), unit, span));
      return made(How.DIFFERENCE, formula, name, unit, span, parts);
    }
    if (!span.isNode()) {
      return between(formula, name, unit, span);
    }
    return atNode(formula, name, unit, span);
  }

  /** Formulas whose value between two nodes is not that of their parts there. */
  private Explained atNode(Formula formula, String name, String unit, Span span) {
    int node = span.last();
    if (formula instanceof Formula.LargestGroup largest) {
      return new GroupExplainer(scenario, this).largest(largest, name, unit, span);
    }
    if (formula instanceof Formula.InLargestGroup in) {
      return new GroupExplainer(scenario, this).inLargest(in, name, unit, span);
    }
    if (formula instanceof Formula.Scaled scaled) {
      return scaled(scaled, name, unit, span);
    }
    if (formula instanceof Formula.Quotient quotient) {
      int slash = unit.indexOf('/');
      String over = slash < 0 ? "" : unit.substring(0, slash);
      String under = slash < 0 ? "" : unit.substring(slash + 1);
      List<Explained> parts =
          List.of(named(quotient.over(), over, span), named(quotient.under(), under, span));
      return made(How.QUOTIENT, formula, name, unit, span, parts);
    }
    return algorithms.of((Algorithm) formula, name, unit, node);
  }

  private Explained between(Formula formula, String name, String unit, Span span) {
    List<Explained> parts = new ArrayList<>();
    for (int i = 0; i < span.nodes().size(); i++) {
      int node = span.nodes().get(i);
      String date = Instants.dateEndingAt(projection.instant(node)).toString();
      double weight = span.weights().get(i);
      Explained there =
          of(formula, "at the end of " + date, unit, new Span(List.of(node), List.of(1.0)));
      Explained share = Explained.constant("weight of " + date, "share", weight);
      parts.add(
          Explained.of(
              How.PRODUCT,
              "from " + date,
              unit,
              weight * there.value(),
              "on the line between two dates",
              List.of(share, there)));
    }
    return made(How.SUM, formula, name, unit, span, parts)
        .noted("on the line between two dates of the projection");
  }

  private Explained made(
      How how, Formula formula, String name, String unit, Span span, List<Explained> parts) {
    double value = span.of(k -> projection.atNode(formula, k));
    return Explained.of(how, name, unit, value, FormulaText.of(formula), parts);
  }

  private Explained scaled(Formula.Scaled scaled, String name, String unit, Span span) {
    Explained of = named(scaled.of(), scaled.by().text().isEmpty() ? unit : "GPUs", span);
    boolean isChangeOfUnit = scaled.by().text().isEmpty();
    List<Explained> parts =
        isChangeOfUnit
            ? List.of(of)
            : List.of(of, Explained.constant(scaled.by().text(), "", scaled.by().value()));
    return made(How.PRODUCT, scaled, name, unit, span, parts)
        .scaled(isChangeOfUnit ? scaled.by().value() : 1);
  }

  private Explained sum(Formula.SumOverPhases sum, String name, String unit, Span span) {
    List<Explained> parts = new ArrayList<>();
    for (Phase phase : scenario.phases()) {
      parts.add(
          ofPhase(sum.state(), sum.perGpu(), phase, phase.spec().id(), unit, span)
              .ofPhase(phase.spec().id()));
    }
    return made(How.SUM, sum, name, unit, span, largestFirst(parts));
  }

  /** Returns a state of a phase × a quantity per GPU, summed over the phase's epochs. */
  Explained ofPhase(
      State state, Quantity perGpu, Phase phase, String name, String unit, Span span) {
    List<Explained> epochs = new ArrayList<>();
    int count = phase.epochs().count();
    for (int epoch = 0; epoch < count; epoch++) {
      Explained counted = states.of(state, phase, epoch, span);
      if (counted.value() != 0 || count == 1) {
        QuantityExplainer.Factors factors = quantities.factors(perGpu, phase, epoch);
        List<Explained> all = new ArrayList<>(List.of(counted));
        for (Explained factor : factors.factors()) {
          // money per GPU has no name of its own in every formula
          boolean isMoney = factor.unit().isEmpty() && unit.startsWith("USD bn");
          all.add(
              isMoney && factors.factors().size() == 1
                  ? factor.called(
                      factor.name(),
                      unit.replace(" bn", "") + StateExplainer.perOne(state),
                      factor.formula())
                  : factor);
        }
        String of = count == 1 ? name : epochName(phase, epoch);
        epochs.add(
            QuantityExplainer.product(of, unit, all, factors.scale())
                .called(
                    of,
                    unit,
                    FormulaText.of(new Formula.SumOverPhases(state, perGpu)).substring(2)));
      }
    }
    if (count == 1) {
      return epochs.get(0);
    }
    double value = QuantityExplainer.sum(epochs);
    return Explained.of(
        How.SUM, name, unit, value, "by span of time in which no value changes", epochs);
  }

  private static String epochName(Phase phase, int epoch) {
    double[] days = phase.epochs().days();
    return epoch == 0
        ? "before " + Instants.dateEndingAt(days[0] + 1)
        : "from " + Instants.dateEndingAt(days[epoch - 1] + 1);
  }

  /** Returns the factors of a quantity per GPU of a phase. */
  List<Explained> perGpu(Quantity perGpu, Phase phase) {
    return quantities.factors(perGpu, phase, 0).factors();
  }

  double value(Quantity perGpu, Phase phase, int epoch) {
    return quantities.of(perGpu, phase, epoch).value();
  }

  Explained parameter(PhaseParameter parameter, Phase phase) {
    return quantities.parameter(parameter, phase, 0);
  }

  static List<Explained> largestFirst(List<Explained> parts) {
    List<Explained> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingDouble((Explained part) -> -Math.abs(part.value())));
    return sorted;
  }
}
