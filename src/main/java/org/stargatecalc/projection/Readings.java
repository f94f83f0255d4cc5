package org.stargatecalc.projection;

import static org.stargatecalc.projection.Formula.sum;
import static org.stargatecalc.projection.State.INSTALLED;
import static org.stargatecalc.scenario.PerGpu.FACILITY_WATTS;
import static org.stargatecalc.scenario.PerGpu.IT_WATTS;

import java.util.EnumMap;
import java.util.Map;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Quantity;

/**
 * How a metric follows, and how else it can be read: as IT power, or with every chip at one
 * precision.
 */
final class Readings {
  /** Compute as each phase runs it, or at one precision. */
  static final Readings PEAK_FLOPS = new Readings(Formulas.PEAK_FLOPS, Formulas.PEAK_FLOPS);

  /** One run as each phase runs it, or at one precision. */
  static final Readings TRAINING_RUN = new Readings(Formulas.TRAINING_RUN, Formulas.TRAINING_RUN);

  static {
    for (Precision precision : Precision.values()) {
      PEAK_FLOPS.atPrecision.put(precision, Formulas.peakFlops(precision));
      TRAINING_RUN.atPrecision.put(precision, Formulas.trainingRun(precision));
    }
  }

  private final Formula formula;
  private final Formula onItBasis;
  private final Map<Precision, Formula> atPrecision = new EnumMap<>(Precision.class);

  private Readings(Formula formula, Formula onItBasis) {
    this.formula = formula;
    this.onItBasis = onItBasis;
  }

  /** There is no other reading. */
  static Readings only(Formula formula) {
    return new Readings(formula, formula);
  }

  /** Power of all that is installed. */
  static Readings power() {
    return new Readings(
        sum(INSTALLED, FACILITY_WATTS.over(Formulas.GIGA)),
        sum(INSTALLED, IT_WATTS.over(Formulas.GIGA)));
  }

  /** Power × the share of one purpose. */
  static Readings power(PhaseParameter share) {
    Quantity part = Quantity.of(share).over(Formulas.GIGA);
    return new Readings(
        sum(INSTALLED, FACILITY_WATTS.times(part)), sum(INSTALLED, IT_WATTS.times(part)));
  }

  /** Power of the group that has most of it, as much as a share of it. */
  static Readings largest(Formula.Grouping grouping, Quantity share) {
    return new Readings(
        largest(grouping, FACILITY_WATTS, share), largest(grouping, IT_WATTS, share));
  }

  private static Formula largest(Formula.Grouping grouping, Quantity watts, Quantity share) {
    Quantity power = watts.over(Formulas.GIGA);
    return new Formula.LargestGroup(
        grouping, INSTALLED, share == PerGpu.ONE ? power : power.times(share));
  }

  boolean hasBasis() {
    return formula != onItBasis;
  }

  boolean hasPrecision() {
    return !atPrecision.isEmpty();
  }

  Formula formula() {
    return formula;
  }

  Formula onItBasis() {
    return onItBasis;
  }

  Formula at(Precision precision) {
    Formula reading = atPrecision.get(precision);
    if (reading == null) {
      throw new IllegalArgumentException("it has no precision");
    }
    return reading;
  }
}
