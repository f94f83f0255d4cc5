package org.stargatecalc.scenario;

import java.util.List;

/** A number of a chip, declared once: key in a scenario, column of the catalogue, what it is. */
public enum ChipParameter {
  /** All-in IT power per package. */
  IT_WATTS("it_watts", "it_watts", PhaseParameter.WATTS_PER_GPU),
  /** Power of the chip alone. */
  CHIP_TDP("chip_tdp", "chip_tdp_w", PhaseParameter.CHIP_TDP),
  /** All compute hardware per package. */
  CAPEX_PER_GPU("capex_per_gpu", "capex_per_gpu_usd", PhaseParameter.CAPEX_PER_GPU),
  /** Dense 16-bit rate. */
  BF16_FLOPS("bf16_flops", "bf16_dense_tflops", PhaseParameter.FLOPS_PER_GPU),
  /** Dense 8-bit rate. */
  FP8_FLOPS("fp8_flops", "fp8_dense_tflops", PhaseParameter.FLOPS_PER_GPU);

  private static final List<ChipParameter> ALL = List.of(values());

  private final String key;
  private final String column;
  private final PhaseParameter gives;

  ChipParameter(String key, String column, PhaseParameter gives) {
    this.key = key;
    this.column = column;
    this.gives = gives;
  }

  /** Returns all in their order. */
  public static List<ChipParameter> all() {
    return ALL;
  }

  /** Returns the dense rate at a precision. */
  public static ChipParameter rate(Precision precision) {
    return precision == Precision.FP8 ? FP8_FLOPS : BF16_FLOPS;
  }

  /** Returns the key under {@code accelerators.ID}. */
  public String key() {
    return key;
  }

  /** Returns the column of the catalogue. */
  public String column() {
    return column;
  }

  /** Returns the parameter of a phase that has this number unless told otherwise. */
  public PhaseParameter gives() {
    return gives;
  }
}
