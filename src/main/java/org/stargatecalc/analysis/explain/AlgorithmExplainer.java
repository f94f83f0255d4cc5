package org.stargatecalc.analysis.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Algorithm;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioSpec;

/** Formulas that are algorithms, each in the parts that are natural to it, at one node. */
final class AlgorithmExplainer {
  private final ScenarioSpec spec;
  private final Scenario scenario;
  private final Projection projection;
  private final FormulaExplainer formulas;

  AlgorithmExplainer(
      ScenarioSpec spec, Scenario scenario, Projection projection, FormulaExplainer formulas) {
    this.spec = spec;
    this.scenario = scenario;
    this.projection = projection;
    this.formulas = formulas;
  }

  /** Returns how an algorithm came to its value at a node. */
  Explained of(Algorithm algorithm, String name, String unit, int node) {
    double value = projection.atNode(algorithm, node);
    return switch (algorithm.way()) {
      case LOGARITHM -> logarithm(algorithm, name, unit, value, node);
      case DISCOUNTED_YEARS -> years(algorithm, name, unit, value, node);
      case LESS_DISCOUNTED -> lessDiscounted(algorithm, name, unit, value, node);
      case BY_AGE -> byAge(algorithm, name, unit, value, node);
    };
  }

  private Explained logarithm(
      Algorithm algorithm, String name, String unit, double value, int node) {
    Explained run = formulas.named(algorithm.from().get(0), "", at(node));
    Explained reference = input(spec.referenceRun(), scenario.referenceRun());
    double ratio = run.value() / reference.value();
    Explained times =
        Explained.of(
            How.QUOTIENT,
            "times reference_run",
            "",
            ratio,
            "training_run_flop / reference_run",
            List.of(run, reference));
    return Explained.of(How.LOGARITHM, name, unit, value, algorithm.text(), List.of(times));
  }

  private static Explained input(Assumption assumption, double value) {
    return Explained.input(
        assumption.path(), QuantityExplainer.unit(assumption), value, assumption);
  }

  /** By year: what was spent in it × what a dollar of it is worth at the start. */
  private Explained years(Algorithm algorithm, String name, String unit, double value, int node) {
    List<Explained> years = new ArrayList<>();
    Horizon horizon = projection.horizon();
    double before = Double.NEGATIVE_INFINITY;
    double valueBefore = 0;
    double end = projection.instant(node);
    for (LocalDate last : horizon.periodEnds(Period.YEAR)) {
      double upTo = Math.min(end, Instants.endOf(last));
      if (upTo <= before) {
        break;
      }
      Span span = Span.flow(projection, Math.max(before, horizon.start()), upTo);
      double discounted = span.of(k -> 0) + at(projection, algorithm, upTo) - valueBefore;
      Explained cost =
          formulas.of(
              Metric.TOTAL_COST_USD_BN.formula(), "total cost in " + last.getYear(), unit, span);
      if (cost.value() != 0) {
        years.add(discounted(String.valueOf(last.getYear()), unit, discounted, cost));
      }
      before = upTo;
      valueBefore = at(projection, algorithm, upTo);
    }
    return Explained.of(How.SUM, name, unit, value, algorithm.text(), years);
  }

  private static double at(Projection projection, Algorithm algorithm, double instant) {
    return Span.at(projection, instant).of(k -> projection.atNode(algorithm, k));
  }

  private Explained discounted(String year, String unit, double discounted, Explained cost) {
    Explained factor =
        Explained.of(
            How.RESULT,
            "worth of a dollar at the start of the horizon, mean",
            "share",
            discounted / cost.value(),
            "(1 + discount_rate)^(−years)",
            List.of(input(spec.discountRate(), scenario.discountRate())));
    return Explained.of(
        How.PRODUCT, year, unit, discounted, "cost × worth of a dollar", List.of(cost, factor));
  }

  private Explained lessDiscounted(
      Algorithm algorithm, String name, String unit, double value, int node) {
    Explained all = formulas.named(algorithm.from().get(0), unit, at(node));
    Explained rest = formulas.named(algorithm.from().get(1), unit, at(node));
    double years = (projection.instant(node) - projection.instant(0)) / Durations.DAYS_PER_YEAR;
    double factor = StrictMath.exp(-years * StrictMath.log1p(scenario.discountRate()));
    Explained worth =
        Explained.of(
            How.RESULT,
            "worth of a dollar at the start of the horizon",
            "share",
            factor,
            "(1 + discount_rate)^(−years)",
            List.of(input(spec.discountRate(), scenario.discountRate())));
    Explained left =
        Explained.of(
            How.PRODUCT,
            "residual value, discounted",
            unit,
            rest.value() * factor,
            "residual_value_usd_bn × worth of a dollar",
            List.of(rest, worth));
    return Explained.of(How.DIFFERENCE, name, unit, value, algorithm.text(), List.of(all, left));
  }

  /** By phase, and where nothing leaves by year of purchase: what was paid × what is left of it. */
  private Explained byAge(Algorithm algorithm, String name, String unit, double value, int node) {
    List<Explained> parts = new ArrayList<>();
    for (int i = 0; i < algorithm.from().size(); i++) {
      parts.add(formulas.named(algorithm.from().get(i), unit, at(node)));
    }
    for (Phase phase : scenario.phases()) {
      double ofPhase = projection.atNode(algorithm, phase.index(), node);
      List<Explained> purchases =
          scenario.mayFall() ? List.of() : purchases(algorithm, unit, phase, node);
      Explained part =
          scenario.mayFall()
              ? Explained.of(
                  How.RESULT,
                  phase.spec().id(),
                  unit,
                  ofPhase,
                  "each addition at its age, the oldest leaving first",
                  restsOn(algorithm, phase))
              : Explained.of(
                  How.SUM, phase.spec().id(), unit, ofPhase, "by year of purchase", purchases);
      parts.add(part.ofPhase(phase.spec().id()));
    }
    return Explained.of(
        How.SUM, name, unit, value, algorithm.text(), FormulaExplainer.largestFirst(parts));
  }

  private List<Explained> restsOn(Algorithm algorithm, Phase phase) {
    List<Explained> all = new ArrayList<>(formulas.perGpu(algorithm.perGpu().get(0), phase));
    all.addAll(wear(algorithm, phase));
    return all;
  }

  private List<Explained> wear(Algorithm algorithm, Phase phase) {
    List<Explained> all = new ArrayList<>();
    if (algorithm.perGpu().size() > 1) {
      PhaseParameter life =
          ((org.stargatecalc.scenario.Quantity.Parameter) algorithm.perGpu().get(1)).parameter();
      all.add(formulas.parameter(life, phase));
    }
    if (algorithm.fallsWithPrices()) {
      all.add(input(spec.pricePerformance(), scenario.pricePerformance()));
    }
    return all;
  }

  private List<Explained> purchases(Algorithm algorithm, String unit, Phase phase, int node) {
    List<Explained> years = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (LocalDate last : projection.horizon().periodEnds(Period.YEAR)) {
      double upTo = Math.min(projection.instant(node), Instants.endOf(last));
      if (upTo <= before) {
        break;
      }
      Span span =
          Span.flow(projection, projection.instant(0), projection.instant(node))
              .within(projection, before, upTo);
      before = upTo;
      if (span.nodes().isEmpty()) {
        continue;
      }
      Explained bought =
          formulas.ofPhase(
              algorithm.additions(), algorithm.perGpu().get(0), phase, "bought", unit, span);
      if (bought.value() != 0) {
        double left = left(algorithm, phase, node, span);
        Explained share =
            Explained.of(
                How.RESULT,
                "left of a dollar by its age, mean",
                "share",
                left / bought.value(),
                algorithm.text(),
                wear(algorithm, phase));
        years.add(
            Explained.of(
                How.PRODUCT,
                "bought in " + last.getYear(),
                unit,
                left,
                "bought × left of a dollar",
                List.of(bought, share)));
      }
    }
    return years;
  }

  /** What is left of the additions of some nodes. */
  private double left(Algorithm algorithm, Phase phase, int node, Span span) {
    double life = algorithm.perGpu().size() > 1 ? phase.get(algorithm.perGpu().get(1)) : Double.NaN;
    double now = projection.instant(node);
    double left = 0;
    for (int k : span.nodes()) {
      double paid = 0;
      for (int epoch = 0; epoch < phase.epochs().count(); epoch++) {
        double added = projection.atNode(algorithm.additions(), phase.index(), epoch, k);
        paid += added == 0 ? 0 : added * formulas.value(algorithm.perGpu().get(0), phase, epoch);
      }
      double age = now - projection.instant(k);
      left += paid * algorithm.left(age, life, scenario.pricePerformance());
    }
    return left;
  }

  private static Span at(int node) {
    return new Span(List.of(node), List.of(1.0));
  }
}
