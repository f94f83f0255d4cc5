package org.stargatecalc.scenario;

import org.jspecify.annotations.Nullable;
import org.stargatecalc.scenario.curve.Curve;
import org.stargatecalc.scenario.curve.Ended;
import org.stargatecalc.scenario.curve.Generation;
import org.stargatecalc.scenario.curve.Growth;
import org.stargatecalc.scenario.curve.Milestones;
import org.stargatecalc.scenario.curve.Ramp;
import org.stargatecalc.scenario.curve.Shifted;

/**
 * The plan of a phase over time: as stated, delayed, as one generation of it, and cut at its end.
 */
final class PlanCurves {
  private final Phase phase;
  private final double[] store;
  private final Slots slots;
  private final Curve stated;
  private final Shifted delayed;
  private final @Nullable Generation generation;

  /** What {@code until} leaves of the curve as stated and of the delayed one. */
  private final @Nullable Ended statedEnd;

  private final @Nullable Ended delayedEnd;

  /** Where the numbers of a phase that are no parameters lie in the store. */
  static final class Slots {
    /** First slot of the plan. */
    final int first;

    /** Number of milestones; two slots each, date then size. */
    final int steps;

    /** Whether a growth ends before the horizon does. */
    final boolean hasUntil;

    /** Slot that says whether the phase is built. */
    final int built;

    /** First slots of the risks that apply: whether it happens, then its delay. */
    final int[] risks;

    /** First of the slots that say after which time each generation is replaced. */
    final int afters;

    /** Whether it may end before the last instant that is computed. */
    final boolean ends;

    Slots(
        int first, int steps, boolean hasUntil, int built, int[] risks, int afters, boolean ends) {
      this.first = first;
      this.steps = steps;
      this.hasUntil = hasUntil;
      this.built = built;
      this.risks = risks;
      this.afters = afters;
      this.ends = ends;
    }
  }

  /**
   * Creates the curves without numbers.
   *
   * @param root those of the first of its generations; null if it is that
   */
  PlanCurves(Phase phase, double[] store, Slots slots, @Nullable PlanCurves root) {
    this.phase = phase;
    this.store = store;
    this.slots = slots;
    PhaseSpec spec = phase.spec();
    stated = root == null ? curve(spec) : root.stated;
    delayed = new Shifted(stated);
    generation = spec.refresh().afters().isEmpty() ? null : new Generation(stated);
    statedEnd = slots.ends ? new Ended(stated) : null;
    delayedEnd = slots.ends ? new Ended(generation == null ? delayed : generation) : null;
  }

  /** Returns the plan as a curve without numbers. */
  private static Curve curve(PhaseSpec spec) {
    if (spec.plan() instanceof Plan.Covering) {
      return Curve.NOTHING;
    }
    if (spec.plan() instanceof Plan.Ramped) {
      return new Ramp(spec.shape());
    }
    return spec.plan() instanceof Plan.Milestones milestones
        ? new Milestones(milestones.falls(), milestones.linear())
        : new Growth();
  }

  /** Gives the curves their numbers, from those of the phase and of the first generation. */
  void derive() {
    delayed.set(phase.delay());
    if (statedEnd != null && delayedEnd != null) {
      double end = phase.get(PhaseParameter.UNTIL) + 1;
      statedEnd.set(end);
      delayedEnd.set(end);
    }
    if (generation != null) {
      deriveGeneration(generation);
    }
    if (phase.root() == phase) {
      deriveStated();
    }
  }

  private void deriveStated() {
    PhaseParameter size = phase.spec().plan().size();
    if (stated instanceof Ramp ramp) {
      ramp.set(
          phase.count(phase.get(size), size),
          phase.get(PhaseParameter.ONLINE),
          phase.get(PhaseParameter.RAMP));
    } else if (stated instanceof Milestones milestones) {
      for (int i = 0; i < slots.steps; i++) {
        int step = slots.first + 2 * i;
        milestones.set(i, store[step], phase.count(store[step + 1], size));
      }
    } else if (stated instanceof Growth growth) {
      growth.set(
          store[slots.first],
          slots.hasUntil ? store[slots.first + 3] + 1 : Double.POSITIVE_INFINITY,
          phase.count(store[slots.first + 1], size),
          store[slots.first + 2]);
    }
  }

  private void deriveGeneration(Generation of) {
    Phase root = phase.root();
    Refresh refresh = phase.spec().refresh();
    double from = phase.delay();
    double to = Double.POSITIVE_INFINITY;
    int count = refresh.afters().size();
    for (int i = 0; i < count && i <= refresh.generation(); i++) {
      double after = store[root.firstAfter() + i];
      if (i < refresh.generation()) {
        from += after;
      } else {
        to = from + after;
      }
    }
    of.set(from, to, root == phase ? 1 : root.itWatts() / phase.itWatts());
  }

  /** Returns how many GPUs were replaced by newer ones up to an instant. */
  double replaced(double instant) {
    return generation == null ? 0 : generation.replaced(instant);
  }

  /** Returns the curve that is subject to no delay, from which no generation takes anything. */
  Curve stated() {
    return stated;
  }

  /** Returns what is planned without delays. */
  Curve undelayed() {
    return statedEnd == null ? stated : statedEnd;
  }

  /** Returns what is planned with delays. */
  Curve planned() {
    if (delayedEnd != null) {
      return delayedEnd;
    }
    return generation == null ? delayed : generation;
  }
}
