package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ConstraintSpec;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.RiskSpec;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * How many GPUs of a phase are counted: those of the whole plan, and the part of them that its
 * dates, delays and constraints leave.
 */
final class StateExplainer {
  /** What a state needs besides the plan: when it is paid. */
  private static final List<PhaseParameter> DATES =
      List.of(
          PhaseParameter.ONLINE,
          PhaseParameter.RAMP,
          PhaseParameter.DELAY,
          PhaseParameter.UNTIL,
          PhaseParameter.PROBABILITY,
          PhaseParameter.COVER_SHARE);

  private final ScenarioSpec spec;
  private final Projection projection;
  private final QuantityExplainer quantities;

  StateExplainer(ScenarioSpec spec, Projection projection, QuantityExplainer quantities) {
    this.spec = spec;
    this.projection = projection;
    this.quantities = quantities;
  }

  /** Returns what is counted of a phase in an epoch over a span. */
  Explained of(State state, Phase phase, int epoch, Span span) {
    double value = span.of(k -> projection.atNode(state, phase.index(), epoch, k));
    String unit = unit(state);
    Optional<Explained> whole = whole(state, phase, span);
    List<Explained> dates = dates(state, phase, span);
    if (whole.isEmpty() || !(whole.get().value() > 0)) {
      return Explained.of(How.RESULT, state.label(), unit, value, words(phase), dates);
    }
    double part = value / whole.get().value();
    Explained share =
        Explained.of(How.RESULT, shareName(state), shareUnit(state), part, words(phase), dates);
    String formula = shareName(state) + " × GPUs of the whole plan";
    return Explained.of(
        How.PRODUCT, state.label(), unit, value, formula, List.of(share, whole.get()));
  }

  private static String unit(State state) {
    return switch (state) {
      case GPU_DAYS -> "GPU-days";
      case DEFERRED -> "GPU-hours";
      default -> "GPUs";
    };
  }

  private static String shareUnit(State state) {
    return switch (state) {
      case GPU_DAYS -> "days";
      case DEFERRED -> "hours";
      default -> "share";
    };
  }

  private static String shareName(State state) {
    return switch (state) {
      case GPU_DAYS -> "days at full size";
      case DEFERRED -> "hours at full size deferred";
      case INSTALLED, HELD -> "part of the plan that is there";
      default -> "part of the plan: " + state.label();
    };
  }

  private String words(Phase phase) {
    boolean limited = !constraintsOf(phase).isEmpty();
    return "the plan by its dates"
        + (phase.isDelayed() ? ", delayed" : "")
        + (limited ? ", as far as constraints leave room" : "");
  }

  /** Returns the GPUs of the whole plan; empty where other phases decide how many they are. */
  private Optional<Explained> whole(State state, Phase phase, Span span) {
    if (phase.root() != phase) {
      return Optional.empty();
    }
    Plan plan = phase.spec().plan();
    Assumption size;
    if (plan instanceof Plan.Ramped ramped) {
      size = Objects.requireNonNull(phase.spec().parameters().get(ramped.size()));
    } else if (plan instanceof Plan.Milestones milestones) {
      // what is paid before it is there belongs to all that comes
      size =
          state.lead().isPresent()
              ? milestones.steps().get(milestones.steps().size() - 1).size()
              : lastStep(milestones, phase, span).size();
    } else if (plan instanceof Plan.Growth growth) {
      size = growth.amount();
    } else {
      return Optional.empty();
    }
    Explained stated =
        Explained.input(plan.size().key(), QuantityExplainer.unit(size), size.median(), size);
    Optional<Quantity> need =
        switch (plan.size()) {
          case IT_POWER -> Optional.of(PerGpu.IT_WATTS);
          case FACILITY_POWER -> Optional.of(PerGpu.FACILITY_WATTS);
          case CAPEX -> Optional.of(PerGpu.LIST_PRICE);
          default -> Optional.empty();
        };
    String name = "GPUs of the whole plan";
    if (need.isEmpty()) {
      return Optional.of(
          Explained.of(
              How.PRODUCT, name, "GPUs", size.median(), plan.size().key(), List.of(stated)));
    }
    Explained perGpu = quantities.of(need.get(), phase, 0);
    String formula = plan.size().key() + " / " + ((Quantity.Named) need.get()).symbol();
    return Optional.of(
        Explained.of(
            How.QUOTIENT,
            name,
            "GPUs",
            stated.value() / perGpu.value(),
            formula,
            List.of(stated, perGpu)));
  }

  /** The last milestone that was to be there by the end of a span, else the first. */
  private Plan.Step lastStep(Plan.Milestones plan, Phase phase, Span span) {
    double end = projection.instant(span.last()) - phase.delay();
    Plan.Step last = plan.steps().get(0);
    for (Plan.Step step : plan.steps()) {
      if (step.by().median() < end) {
        last = step;
      }
    }
    return last.size().median() > 0 ? last : plan.steps().get(0);
  }

  /** Returns the inputs that decide what of the plan is there when. */
  private List<Explained> dates(State state, Phase phase, Span span) {
    List<Explained> all = new ArrayList<>();
    Phase root = phase.root();
    Plan plan = root.spec().plan();
    if (plan instanceof Plan.Milestones milestones) {
      for (Plan.Step step : milestones.steps()) {
        if (step.by().median() - 1 <= projection.instant(span.last()) || all.isEmpty()) {
          // the last one decides
          all.add(0, input("by", step.by()));
        }
      }
    } else if (plan instanceof Plan.Growth growth) {
      all.add(input("from", growth.from()));
      all.add(input("per_year", growth.perYear()));
      growth.until().ifPresent(until -> all.add(input("until", until)));
    }
    for (PhaseParameter date : DATES) {
      Assumption assumption = root.spec().parameters().get(date);
      if (assumption != null && acts(date, assumption)) {
        all.add(input(date.key(), assumption));
      }
    }
    for (Assumption after : phase.spec().refresh().afters()) {
      all.add(input("after", after));
    }
    for (RiskSpec risk : spec.risks()) {
      if (risk.appliesTo().contains(phase.spec().refresh().family())) {
        all.add(input("risk " + risk.id() + ": probability", risk.probability()));
        all.add(input("risk " + risk.id() + ": delay", risk.delay()));
      }
    }
    for (ConstraintSpec constraint : constraintsOf(phase)) {
      all.addAll(limits(constraint));
    }
    state.lead().map(lead -> phase.spec().parameters().get(lead)).ifPresent(a -> all.add(input(a)));
    return all;
  }

  private List<ConstraintSpec> constraintsOf(Phase phase) {
    List<ConstraintSpec> all = new ArrayList<>();
    for (ConstraintSpec constraint : spec.constraints()) {
      if (constraint.appliesTo().contains(phase.spec().refresh().family())) {
        all.add(constraint);
      }
    }
    return all;
  }

  private static List<Explained> limits(ConstraintSpec constraint) {
    List<Explained> all = new ArrayList<>();
    String name = "constraint " + constraint.id() + ": ";
    if (constraint.availability() instanceof ConstraintSpec.Levels levels) {
      for (Plan.Step step : levels.steps()) {
        all.add(input(name + "by", step.by()));
        all.add(input(name + constraint.limits().key(), step.size()));
      }
    } else if (constraint.availability() instanceof ConstraintSpec.Supply supply) {
      for (ConstraintSpec.YearlyAmount year : supply.years()) {
        all.add(input(name + year.year(), year.amount()));
      }
    }
    return all;
  }

  /** A delay of nothing and a certain phase need no mention. */
  private static boolean acts(PhaseParameter parameter, Assumption assumption) {
    return switch (parameter) {
      case DELAY, RAMP -> assumption.median() != 0;
      case PROBABILITY -> assumption.median() != 1;
      default -> true;
    };
  }

  private static Explained input(Assumption assumption) {
    String path = assumption.path();
    return input(path.substring(path.lastIndexOf('.') + 1), assumption);
  }

  private static Explained input(String name, Assumption assumption) {
    return Explained.input(
        name, QuantityExplainer.unit(assumption), assumption.median(), assumption);
  }

  /** Returns the unit of one of what is counted. */
  static String perOne(State state) {
    return switch (state) {
      case GPU_DAYS -> "/day";
      case DEFERRED -> "/hour";
      default -> "";
    };
  }
}
