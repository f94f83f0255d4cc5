package org.stargatecalc.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.uncertainty.Distribution;

/**
 * A phase as the scenario states it, with everything inherited filled in.
 *
 * @param id the phase's id
 * @param site id of the place
 * @param trainingSystem id of the system that its training part joins
 * @param accelerator the chip installed
 * @param plan how its size comes online
 * @param parameters numeric parameters that apply to it
 * @param labels parameters that are words, for reports
 * @param shape of its ramp
 * @param ownership who pays for what
 * @param precision of its training runs
 * @param stage label, empty if none
 * @param restShare the share of the capex split that is what the others leave, empty if all are
 *     given
 * @param offtakeDimension whether offtake is priced by power or by GPU-hour
 * @param offtakeBasis the power that its price per watt speaks of
 * @param rates what one GPU computes at each precision
 * @param steps the later values of parameters that change with time; {@code parameters} has their
 *     first ones
 * @param refresh its place among the generations of hardware of one plan
 */
public record PhaseSpec(
    String id,
    String site,
    String trainingSystem,
    Accelerator accelerator,
    Plan plan,
    Map<PhaseParameter, Assumption> parameters,
    List<Assumption> labels,
    RampShape shape,
    Ownership ownership,
    Precision precision,
    Optional<Stage> stage,
    Optional<PhaseParameter> restShare,
    Dimension offtakeDimension,
    PowerBasis offtakeBasis,
    Map<Precision, PrecisionRates> rates,
    Map<PhaseParameter, Steps> steps,
    Refresh refresh) {
  /** Copies the collections. */
  public PhaseSpec {
    parameters = Collections.unmodifiableMap(new EnumMap<>(parameters));
    labels = List.copyOf(labels);
    rates = Collections.unmodifiableMap(new EnumMap<>(rates));
    steps = Collections.unmodifiableMap(copy(steps));
  }

  private static Map<PhaseParameter, Steps> copy(Map<PhaseParameter, Steps> steps) {
    return steps.isEmpty() ? Map.of() : new EnumMap<>(steps);
  }

  /** Returns this phase without anything that replaces its hardware. */
  public PhaseSpec neverRefreshed() {
    return with(parameters, Refresh.never(id));
  }

  /**
   * Returns whether its last day may lie before an instant; one after all that is computed changes
   * nothing.
   */
  boolean endsBefore(double instant) {
    Assumption until = parameters.get(PhaseParameter.UNTIL);
    return until != null && !(until.distribution().isCertain() && until.median() + 1 >= instant);
  }

  /** Returns whether the plan as stated falls at any time before its last day. */
  boolean mayFallBeforeItsEnd() {
    return plan instanceof Plan.Covering
        || !refresh.afters().isEmpty()
        || (plan instanceof Plan.Milestones milestones && milestones.mayFall());
  }

  /** Returns whether anything is paid before it is there in any draw. */
  public boolean mayLead() {
    for (PhaseParameter lead : PhaseParameter.LEADS) {
      Assumption assumption = parameters.get(lead);
      if (assumption != null
          && !(assumption.distribution().isCertain() && assumption.median() == 0)) {
        return true;
      }
    }
    return false;
  }

  /** Returns this phase without delay of its own. */
  PhaseSpec onTime() {
    Map<PhaseParameter, Assumption> undelayed = new EnumMap<>(parameters);
    Assumption delay = undelayed.get(PhaseParameter.DELAY);
    if (delay != null) {
      undelayed.put(
          PhaseParameter.DELAY,
          new Assumption(
              delay.path(),
              delay.path(),
              new AssumedValue.Measured(new Distribution.Certain(0), Dimension.DURATION),
              delay.origin(),
              delay.provenance()));
    }
    return with(undelayed, refresh);
  }

  /** Returns this phase with one run taking all of a system, or the training share alone. */
  PhaseSpec withRuns(boolean ofAll) {
    Map<PhaseParameter, Assumption> others = new EnumMap<>(parameters);
    others.remove(PhaseParameter.RUN_SHARE);
    if (ofAll) {
      String path = PhaseParameter.RUN_SHARE.key();
      others.put(
          PhaseParameter.RUN_SHARE,
          new Assumption(
              path,
              path,
              new AssumedValue.Measured(new Distribution.Certain(1), Dimension.SHARE),
              Origin.DEFAULT,
              Provenance.NONE));
    }
    return with(others, refresh);
  }

  private PhaseSpec with(Map<PhaseParameter, Assumption> others, Refresh itsRefresh) {
    return new PhaseSpec(
        id,
        site,
        trainingSystem,
        accelerator,
        plan,
        others,
        labels,
        shape,
        ownership,
        precision,
        stage,
        restShare,
        offtakeDimension,
        offtakeBasis,
        rates,
        steps,
        itsRefresh);
  }

  /** Returns whether the chip has a rate at a precision. */
  public boolean has(Precision rate) {
    return ofChip(rate).isPresent();
  }

  /** Returns whether its rate at its own precision is known. */
  public boolean hasOwnRate() {
    return parameters.containsKey(PhaseParameter.FLOPS_PER_GPU);
  }

  /** Returns whether {@code flops_per_gpu} is stated rather than the chip's own. */
  public boolean statesFlops() {
    Assumption flops = parameters.get(PhaseParameter.FLOPS_PER_GPU);
    Optional<Assumption> ofChip = ofChip(precision);
    return flops != null
        && (ofChip.isEmpty() || !ofChip.get().declaredAt().equals(flops.declaredAt()));
  }

  private Optional<Assumption> ofChip(Precision rate) {
    PrecisionRates known = rates.get(rate);
    return known == null ? Optional.empty() : known.ofChip();
  }

  /** Returns whether {@code capex_per_gpu} is a price per watt of IT power, as the default is. */
  boolean capexPerGpuIsPerWatt() {
    Assumption assumption = parameters.get(PhaseParameter.CAPEX_PER_GPU);
    return assumption != null
        && assumption.value() instanceof AssumedValue.Measured measured
        && measured.dimension() == Dimension.MONEY_PER_POWER;
  }
}
