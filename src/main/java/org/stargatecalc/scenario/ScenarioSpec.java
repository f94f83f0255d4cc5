package org.stargatecalc.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;

/**
 * A scenario as stated: immutable, every value with its provenance, any value possibly uncertain.
 *
 * @param name id of the scenario
 * @param title one line, empty if none
 * @param description free text, empty if none
 * @param asOf the date of its information as written, empty if none
 * @param horizon the time that it covers
 * @param discountRate per year
 * @param amortization how capital expenditure is spread
 * @param pricePerformance yearly growth of FLOP/s per dollar
 * @param referenceRun the training run that others are held against
 * @param phases in file order, at least one
 * @param constraints in file order
 * @param risks in file order
 * @param correlations in file order; together positive semidefinite
 * @param ownChips chips that it defines, in file order
 * @param labels scenario parameters that are words or dates, for reports
 */
public record ScenarioSpec(
    String name,
    Optional<String> title,
    Optional<String> description,
    Optional<String> asOf,
    Horizon horizon,
    Assumption discountRate,
    Amortization amortization,
    Assumption pricePerformance,
    Assumption referenceRun,
    List<PhaseSpec> phases,
    List<ConstraintSpec> constraints,
    List<RiskSpec> risks,
    List<CorrelationSpec> correlations,
    List<OwnChip> ownChips,
    List<Assumption> labels) {
  /** Copies the lists. */
  public ScenarioSpec {
    phases = List.copyOf(phases);
    constraints = List.copyOf(constraints);
    risks = List.copyOf(risks);
    correlations = List.copyOf(correlations);
    ownChips = List.copyOf(ownChips);
    labels = List.copyOf(labels);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a scenario needs at least one phase");
    }
  }

  /** Returns every value that the scenario rests on, in a fixed order: scenario, then phases. */
  public List<Assumption> assumptions() {
    List<Assumption> all = new ArrayList<>(labels);
    all.add(discountRate);
    all.add(pricePerformance);
    all.add(referenceRun);
    for (OwnChip chip : ownChips) {
      all.addAll(chip.labels());
      all.addAll(chip.numbers());
    }
    for (int i = 0; i < phases.size(); i++) {
      PhaseSpec phase = phases.get(i);
      if (phase.refresh().generation() > 0) {
        refreshed(phases.get(i - 1), phase, all);
        continue;
      }
      all.addAll(phase.labels());
      all.addAll(phase.parameters().values());
      for (Steps steps : phase.steps().values()) {
        steps.later().forEach(step -> all.add(step.value()));
      }
      // of a ramped plan, size and dates are among the parameters
      if (phase.plan() instanceof Plan.Milestones milestones) {
        addSteps(milestones.steps(), all);
      } else if (phase.plan() instanceof Plan.Growth growth) {
        all.add(growth.from());
        all.add(growth.amount());
        all.add(growth.perYear());
        growth.until().ifPresent(all::add);
      }
    }
    for (ConstraintSpec constraint : constraints) {
      if (constraint.availability() instanceof ConstraintSpec.Levels levels) {
        addSteps(levels.steps(), all);
      } else if (constraint.availability() instanceof ConstraintSpec.Supply supply) {
        supply.years().forEach(year -> all.add(year.amount()));
      }
    }
    for (RiskSpec risk : risks) {
      all.add(risk.probability());
      all.add(risk.delay());
    }
    return List.copyOf(all);
  }

  private static void addSteps(List<Plan.Step> steps, List<Assumption> all) {
    for (Plan.Step step : steps) {
      all.add(step.by());
      all.add(step.size());
    }
  }

  /** What a refreshed phase has otherwise than the generation before, and when it replaces that. */
  private static void refreshed(PhaseSpec before, PhaseSpec phase, List<Assumption> all) {
    all.add(phase.refresh().afters().get(phase.refresh().generation() - 1));
    for (Assumption label : phase.labels()) {
      boolean isSame = false;
      for (Assumption other : before.labels()) {
        isSame |= other.declaredAt().equals(label.declaredAt());
      }
      if (!isSame) {
        all.add(label);
      }
    }
    for (Map.Entry<PhaseParameter, Assumption> entry : phase.parameters().entrySet()) {
      Assumption other = before.parameters().get(entry.getKey());
      if (other == null || !other.declaredAt().equals(entry.getValue().declaredAt())) {
        all.add(entry.getValue());
        Steps steps = phase.steps().get(entry.getKey());
        if (steps != null) {
          steps.later().forEach(step -> all.add(step.value()));
        }
      }
    }
  }

  /** Returns whether anything is left to draw. */
  public boolean isUncertain() {
    return !new ScenarioResolver(this).inputs().isEmpty();
  }

  /** Returns this scenario with these phases alone. */
  public ScenarioSpec withPhases(List<PhaseSpec> phases) {
    return with(phases, constraints, risks, correlations);
  }

  /** Returns this scenario as if nothing delayed it or held it back. */
  public ScenarioSpec onTime() {
    List<PhaseSpec> onTime = new ArrayList<>();
    for (PhaseSpec phase : phases) {
      onTime.add(phase.onTime());
    }
    return with(onTime, List.of(), List.of(), List.of());
  }

  /** Returns whether any phase says how much of a system one run may take. */
  public boolean statesRunShare() {
    for (PhaseSpec phase : phases) {
      if (phase.parameters().containsKey(PhaseParameter.RUN_SHARE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns this scenario with the other choice of what one run may take: the training share where
   * {@code run_share} is stated anywhere, the whole system where it is not.
   */
  public ScenarioSpec withOtherRuns() {
    boolean ofAll = !statesRunShare();
    List<PhaseSpec> others = new ArrayList<>();
    for (PhaseSpec phase : phases) {
      others.add(phase.withRuns(ofAll));
    }
    return with(others, constraints, risks, correlations);
  }

  private ScenarioSpec with(
      List<PhaseSpec> phases,
      List<ConstraintSpec> constraints,
      List<RiskSpec> risks,
      List<CorrelationSpec> correlations) {
    return new ScenarioSpec(
        name,
        title,
        description,
        asOf,
        horizon,
        discountRate,
        amortization,
        pricePerformance,
        referenceRun,
        phases,
        constraints,
        risks,
        correlations,
        ownChips,
        labels);
  }

  /** Returns this scenario with its inputs correlated. */
  public ScenarioSpec withCorrelations(List<CorrelationSpec> correlations) {
    return with(phases, constraints, risks, correlations);
  }

  /**
   * Returns the instant after which no draw is computed: the end of the horizon, and after it the
   * longest lead, since what is built then is paid before; infinite if nobody knows how long.
   */
  double evaluatedUntil() {
    double longest = 0;
    for (PhaseSpec phase : phases) {
      for (PhaseParameter parameter : PhaseParameter.LEADS) {
        Assumption lead = phase.parameters().get(parameter);
        if (lead != null) {
          boolean isCertain = lead.distribution().isCertain();
          longest = Math.max(longest, isCertain ? lead.median() : Double.POSITIVE_INFINITY);
        }
      }
    }
    return horizon.end() + longest;
  }
}
