package org.stargatecalc.analysis.project;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.projection.State;
import org.stargatecalc.result.Hedge;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Quantity;

/** What each hedge costs beside what the delay that it bridges costs. */
public final class Hedges {
  private final Projected projected;

  private Hedges(Projected projected) {
    this.projected = projected;
  }

  /** Returns the hedges of a scenario in file order. */
  public static List<Hedge> of(Projected projected) {
    List<Hedge> hedges = new ArrayList<>();
    for (Phase hedge : projected.scenario().phases()) {
      if (hedge.covers().isPresent()) {
        new Hedges(projected).add(hedge, hedge.covers().get(), hedges);
      }
    }
    return hedges;
  }

  private void add(Phase hedge, String covers, List<Hedge> hedges) {
    for (Phase covered : projected.scenario().phases()) {
      if (covered.spec().id().equals(covers)) {
        double days = sum(State.GPU_DAYS, hedge);
        double rent = sum(State.GPU_DAYS, hedge, PerGpu.OFFTAKE_PER_YEAR);
        double hours = sum(State.DEFERRED, covered);
        double worth = sum(State.DEFERRED, covered, PerGpu.COST_PER_YEAR);
        hedges.add(
            new Hedge(
                hedge.spec().id(),
                covers,
                days * Durations.HOURS_PER_DAY,
                rent / Durations.DAYS_PER_YEAR / MetricUnit.USD_BN.baseUnits(),
                hours,
                worth / Durations.HOURS_PER_YEAR / MetricUnit.USD_BN.baseUnits()));
      }
    }
  }

  private double sum(State state, Phase phase) {
    double sum = 0;
    for (int k = 0; k < projected.projection().nodes(); k++) {
      sum += projected.projection().atNode(state, phase.index(), k);
    }
    return sum;
  }

  /** Returns what is counted of a phase times a quantity, by the epochs in which it changes. */
  private double sum(State state, Phase phase, Quantity perGpu) {
    double sum = 0;
    for (int epoch = 0; epoch < phase.epochs().count(); epoch++) {
      double each =
          projected
              .scenario()
              .coefficients()
              .get(projected.scenario().coefficients().cell(perGpu, phase, epoch));
      for (int k = 0; k < projected.projection().nodes(); k++) {
        sum += each * projected.projection().atNode(state, phase.index(), epoch, k);
      }
    }
    return sum;
  }
}
