package org.stargatecalc.scenario;

import java.util.Locale;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Accelerator;

/** The number format of a training run, always dense. */
public enum Precision {
  /** 16 bits. */
  BF16 {
    @Override
    public OptionalDouble flops(Accelerator accelerator) {
      return accelerator.bf16Flops();
    }
  },
  /** 8 bits. */
  FP8 {
    @Override
    public OptionalDouble flops(Accelerator accelerator) {
      return accelerator.fp8Flops();
    }
  };

  /** Returns the accelerator's published dense rate at this precision, FLOP/s. */
  public abstract OptionalDouble flops(Accelerator accelerator);

  /** Returns the word that scenarios use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
