package org.stargatecalc.analysis.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * How a verdict of the central case comes about.
 *
 * @param spec the scenario
 * @param checked the claim with its answer
 * @param at the day by whose end the threshold is reached, else the horizon's last
 * @param phases what each adds then, those that came last first, the largest first
 * @param waits what held back or delayed phases before
 * @param onTime the day by whose end it would be reached without delays, risks and constraints
 * @param value the metric at the deadline, or at the horizon's end if that comes first
 */
public record ClaimExplanation(
    ScenarioSpec spec,
    CheckedClaim checked,
    LocalDate at,
    List<Contribution> phases,
    List<Wait> waits,
    Optional<LocalDate> onTime,
    Explanation value) {
  /** Copies the lists. */
  public ClaimExplanation {
    phases = List.copyOf(phases);
    waits = List.copyOf(waits);
  }

  /**
   * What a phase adds to the metric.
   *
   * @param phase its id
   * @param before at the date before at which the projection is computed; 0 if there is none
   * @param there when the threshold is reached
   */
  public record Contribution(String phase, double before, double there) {
    /** Returns what came last. */
    public double added() {
      return there - before;
    }
  }

  /**
   * What held back or delayed.
   *
   * @param constraint whether it is a constraint, rather than the delay of a phase
   * @param id of the constraint or the phase
   * @param from the first date of the projection at whose end the constraint binds; empty for a
   *     delay
   * @param to the date at whose end it no longer does, or the threshold is reached
   * @param days length of the delay, or for which the constraint binds
   */
  public record Wait(
      boolean constraint,
      String id,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      double days) {}

  /**
   * Explains the verdict on one of a scenario's claims, whose deadline is in its horizon or later.
   */
  public static ClaimExplanation of(ScenarioSpec spec, List<Claim> claims, Claim claim) {
    double[] deadlines = claims.stream().mapToDouble(Claim::deadline).toArray();
    Scenario central = new ScenarioResolver(spec).central();
    Projection projection = ProjectionEngine.project(central, deadlines);
    double reached = projection.firstReached(claim.metric(), claim.basis(), claim.atLeast());
    int node = projection.nodes() - 1;
    for (int k = projection.nodes() - 1; k >= 0 && projection.instant(k) >= reached; k--) {
      node = k;
    }
    Asked asked =
        new Asked(
            claim.metric(),
            claim.basis(),
            claim.by().isAfter(spec.horizon().to()) ? spec.horizon().to() : claim.by());
    return new ClaimExplanation(
        spec,
        new ClaimChecker(projection).check(claim),
        Instants.dateEndingAt(Double.isNaN(reached) ? projection.horizon().end() : reached),
        contributions(spec, central, projection, asked, node),
        waits(central, projection, node),
        onTime(spec, claim, deadlines),
        Explanation.of(spec, claims, asked));
  }

  private static Optional<LocalDate> onTime(ScenarioSpec spec, Claim claim, double[] deadlines) {
    Projection projection =
        ProjectionEngine.project(new ScenarioResolver(spec.onTime()).central(), deadlines);
    double reached = projection.firstReached(claim.metric(), claim.basis(), claim.atLeast());
    return Double.isNaN(reached) ? Optional.empty() : Optional.of(Instants.dateEndingAt(reached));
  }

  private static List<Contribution> contributions(
      ScenarioSpec spec, Scenario central, Projection projection, Asked asked, int node) {
    Explained there = tree(spec, central, projection, asked, node);
    Map<String, Double> now = new LinkedHashMap<>();
    addPhases(there, 1, now);
    Map<String, Double> before = new LinkedHashMap<>();
    if (node > 0) {
      // of the largest group alone, also where another was larger before
      addPhasesOf(there, tree(spec, central, projection, asked, node - 1), before);
    }
    List<Contribution> all = new ArrayList<>();
    now.forEach(
        (phase, value) -> {
          if (value != 0) {
            all.add(new Contribution(phase, before.getOrDefault(phase, 0.0), value));
          }
        });
    all.sort(
        Comparator.comparingDouble(Contribution::added)
            .thenComparingDouble(Contribution::there)
            .reversed());
    return all;
  }

  private static Explained tree(
      ScenarioSpec spec, Scenario central, Projection projection, Asked asked, int node) {
    return new FormulaExplainer(spec, central, projection)
        .of(
            asked.formula(),
            asked.metric().label(),
            asked.metric().unit().symbol(),
            new Span(List.of(node), List.of(1.0)));
  }

  private static void addPhasesOf(Explained there, Explained before, Map<String, Double> to) {
    if (there.how() != How.LARGEST) {
      addPhases(before, 1, to);
      return;
    }
    String group = there.parts().get(0).name();
    for (Explained part : before.parts()) {
      if (part.name().equals(group)) {
        addPhases(part, 1, to);
      }
    }
  }

  private static void addPhases(Explained value, double sign, Map<String, Double> to) {
    if (value.phase().isPresent()) {
      to.merge(value.phase().get(), sign * value.value(), Double::sum);
      return;
    }
    switch (value.how()) {
      case SUM -> value.parts().forEach(part -> addPhases(part, sign, to));
      case LARGEST -> addPhases(value.parts().get(0), sign, to);
      case DIFFERENCE -> {
        addPhases(value.parts().get(0), sign, to);
        addPhases(value.parts().get(1), -sign, to);
      }
      case PRODUCT, QUOTIENT, LEAST, LOGARITHM, RESULT, INPUT, CONSTANT -> {
        // no sum of phases
      }
    }
  }

  private static List<Wait> waits(Scenario central, Projection projection, int node) {
    List<Wait> all = new ArrayList<>();
    double from = projection.instant(0);
    String binding = "";
    for (int k = 0; k <= node; k++) {
      String now = projection.bindingConstraint(projection.instant(k)).orElse("");
      if (!now.equals(binding) || k == node) {
        if (!binding.isEmpty()) {
          all.add(constraint(binding, from, projection.instant(k)));
        }
        binding = now;
        from = projection.instant(k);
      }
    }
    for (Phase phase : central.phases()) {
      if (phase.isDelayed() && phase.root() == phase) {
        all.add(
            new Wait(false, phase.spec().id(), Optional.empty(), Optional.empty(), phase.delay()));
      }
    }
    return all;
  }

  private static Wait constraint(String id, double from, double to) {
    return new Wait(
        true,
        id,
        Optional.of(Instants.dateEndingAt(from)),
        Optional.of(Instants.dateEndingAt(to)),
        to - from);
  }
}
