package org.stargatecalc.result;

import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.text;

import org.stargatecalc.field.Fields;

/** What is told of a hedge. */
public final class HedgeFields {
  /** One hedge. */
  public static final Fields<Hedge> ALL =
      Fields.of(
          "hedge",
          text("phase", "id of the phase that is rented", Hedge::phase),
          text("covers", "id of the phase that is late", Hedge::covers),
          number("gpu_hours", "rented over the horizon", Hedge::gpuHours),
          number("hedge_cost_usd_bn", "what they cost, USD bn", Hedge::costUsdBn),
          number(
              "deferred_gpu_hours",
              "of the phase that is late, whether covered or not",
              Hedge::deferredGpuHours),
          number("delay_cost_usd_bn", "what these are worth, USD bn", Hedge::delayCostUsdBn));

  private HedgeFields() {}
}
