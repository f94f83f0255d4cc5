package org.stargatecalc.scenario;

import java.util.OptionalDouble;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.word.Worded;

/** The number format of a training run, always dense. */
public enum Precision implements Worded {
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
}
