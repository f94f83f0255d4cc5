package org.stargatecalc.projection;

import java.util.Locale;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Quantity;

/**
 * What is told of one phase, or of all phases at one site: state × quantity per GPU / scale.
 *
 * <p>The items of all phases add up to the metric of the same name.
 */
public enum PhaseItem {
  /** GPUs that are there. */
  GPU_COUNT(MetricUnit.GPU, "GPUs installed", State.INSTALLED, PerGpu.ONE, 1),
  /** Their IT power. */
  IT_POWER_GW(MetricUnit.GW, "IT power", State.INSTALLED, PerGpu.IT_WATTS, Scale.GIGA),
  /** Their facility power. */
  FACILITY_POWER_GW(
      MetricUnit.GW, "facility power", State.INSTALLED, PerGpu.FACILITY_WATTS, Scale.GIGA),
  /** Compute hardware bought. */
  COMPUTE_CAPEX_USD_BN(
      MetricUnit.USD_BN, "compute capex", State.ADDED_TO_DATE, PerGpu.COMPUTE_CAPEX, Scale.GIGA),
  /** Shell, power train and cooling built. */
  FACILITY_CAPEX_USD_BN(
      MetricUnit.USD_BN, "facility capex", State.HOUSED_TO_DATE, PerGpu.BUILDING_CAPEX, Scale.GIGA),
  /** On-site generation built. */
  GENERATION_CAPEX_USD_BN(
      MetricUnit.USD_BN, "generation capex", State.HOUSED_TO_DATE, PerGpu.PLANT_CAPEX, Scale.GIGA),
  /** Cash spent on compute hardware. */
  COMPUTE_SPEND_USD_BN(
      MetricUnit.USD_BN,
      "spend on compute",
      State.COMPUTE_PAID_TO_DATE,
      PerGpu.COMPUTE_CAPEX,
      Scale.GIGA),
  /** Cash spent on shell, power train and cooling. */
  FACILITY_SPEND_USD_BN(
      MetricUnit.USD_BN,
      "spend on the facility",
      State.FACILITY_PAID_TO_DATE,
      PerGpu.BUILDING_CAPEX,
      Scale.GIGA),
  /** Cash spent on on-site generation. */
  GENERATION_SPEND_USD_BN(
      MetricUnit.USD_BN,
      "spend on generation",
      State.GENERATION_PAID_TO_DATE,
      PerGpu.PLANT_CAPEX,
      Scale.GIGA),
  /** GPUs that left: added to date less what is there. */
  RETIRED_GPUS(MetricUnit.GPU, "GPUs that left", State.ADDED_TO_DATE, PerGpu.ONE, 1);

  private final MetricUnit unit;
  private final String label;
  private final State state;
  private final Quantity perGpu;
  private final double scale;

  PhaseItem(MetricUnit unit, String label, State state, Quantity perGpu, double scale) {
    this.unit = unit;
    this.label = label;
    this.state = state;
    this.perGpu = perGpu;
    this.scale = scale;
  }

  /** Returns the name of its column. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the unit. */
  public MetricUnit unit() {
    return unit;
  }

  /** Returns what it is. */
  public String label() {
    return label;
  }

  /** Returns whether it is what happened in a period rather than what is there at its end. */
  public boolean isFlow() {
    return state != State.INSTALLED;
  }

  State state() {
    return state;
  }

  Quantity perGpu() {
    return perGpu;
  }

  double scale() {
    return scale;
  }
}
