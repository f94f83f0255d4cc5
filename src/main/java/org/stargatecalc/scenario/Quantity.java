package org.stargatecalc.scenario;

import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.quantity.Dimension;

/**
 * What one GPU of a phase has or costs, as an expression of the phase's parameters.
 *
 * <p>It is data, so that everybody reads the same one: the engine folds it into a number per phase
 * and draw, others print it or write it down as a formula. Operands are combined in the order in
 * which they stand.
 */
public sealed interface Quantity {
  /**
   * A parameter of the phase, in its base unit.
   *
   * @param parameter which
   */
  record Parameter(PhaseParameter parameter) implements Quantity {}

  /**
   * A number that no scenario changes.
   *
   * @param value the number
   * @param text the number with its unit as a formula writes it; empty for a mere change of unit,
   *     which formulas in words leave out
   */
  record Constant(double value, String text) implements Quantity {}

  /**
   * A quantity that has a name of its own.
   *
   * @param symbol how formulas call it
   * @param unit in which it is held
   * @param meaning what it is, in a few words
   * @param of how it follows
   */
  record Named(String symbol, String unit, String meaning, Quantity of) implements Quantity {}

  /**
   * Two quantities combined.
   *
   * @param operator how
   * @param left first operand
   * @param right second operand
   */
  record Operation(Operator operator, Quantity left, Quantity right) implements Quantity {}

  /**
   * One quantity or another, by what the scenario says of the phase.
   *
   * @param when what decides
   * @param then taken where it holds
   * @param otherwise taken elsewhere
   */
  record Case(Condition when, Quantity then, Quantity otherwise) implements Quantity {}

  /**
   * The yearly cost of one dollar that is spread over a life at the scenario's discount rate, as
   * its amortization says.
   *
   * @param years the life, years
   */
  record YearlyShare(Quantity years) implements Quantity {}

  /**
   * What one GPU computes at a precision, whatever the phase's own is; NaN where it is not known.
   *
   * @param rate which
   * @param precision at which
   */
  record AtPrecision(PrecisionRate rate, Precision precision) implements Quantity {}

  /**
   * What a dollar that is paid evenly over a time before has become at the scenario's discount
   * rate, as its amortization says.
   *
   * @param years the time, years
   */
  record WhileBuilding(Quantity years) implements Quantity {}

  /**
   * A rate that the catalogue knows.
   *
   * @param rate which
   */
  record Catalogued(Rate rate) implements Quantity {}

  /** How two quantities are combined. */
  enum Operator {
    /** Product. */
    TIMES,
    /** Quotient. */
    OVER,
    /** Sum. */
    PLUS,
    /** Difference. */
    MINUS,
    /** The smaller of both. */
    LEAST;

    /** Returns the result for two numbers. */
    public double of(double left, double right) {
      return switch (this) {
        case TIMES -> left * right;
        case OVER -> left / right;
        case PLUS -> left + right;
        case MINUS -> left - right;
        case LEAST -> Math.min(left, right);
      };
    }
  }

  /** What a scenario says of a phase once and for all draws. */
  enum Condition {
    /** Its watts are stated by the chip's TDP. */
    WATTS_BY_TDP("chip_tdp is given"),
    /** Its compute hardware has the default price, which is one per watt. */
    PRICED_PER_WATT("capex_per_gpu is the default price per watt"),
    /** Building and hardware are bought. */
    OWN("own"),
    /** The building is rented. */
    LEASE_SHELL("lease_shell"),
    /** Everything is rented. */
    OFFTAKE("offtake"),
    /** Rented capacity is priced per GPU-hour. */
    PRICED_PER_GPU_HOUR("offtake_price is per GPU-hour"),
    /** The price of rented capacity per watt speaks of facility power. */
    OFFTAKE_BY_FACILITY("offtake_basis is facility"),
    /** It says how long its contract runs. */
    HAS_TERM("contract_term is given"),
    /** It says how much of a system one run may take. */
    HAS_RUN_SHARE("run_share is given"),
    /** Its rate is given rather than the chip's. */
    FLOPS_ARE_GIVEN("flops_per_gpu is given"),
    /** The chip has an 8-bit rate. */
    HAS_8_BIT("the chip has an 8-bit rate");

    private final String text;

    Condition(String text) {
      this.text = text;
    }

    /** Returns the condition as a formula writes it. */
    public String text() {
      return text;
    }

    /** Returns whether it holds for a phase. */
    public boolean holds(PhaseSpec phase) {
      return switch (this) {
        case WATTS_BY_TDP -> phase.parameters().containsKey(PhaseParameter.CHIP_TDP);
        case PRICED_PER_WATT -> phase.capexPerGpuIsPerWatt();
        case OWN -> phase.ownership() == Ownership.OWN;
        case LEASE_SHELL -> phase.ownership() == Ownership.LEASE_SHELL;
        case OFFTAKE -> phase.ownership() == Ownership.OFFTAKE;
        case PRICED_PER_GPU_HOUR -> phase.offtakeDimension() == Dimension.MONEY_PER_COUNT_TIME;
        case OFFTAKE_BY_FACILITY -> phase.offtakeBasis() == PowerBasis.FACILITY;
        case HAS_TERM -> phase.parameters().containsKey(PhaseParameter.CONTRACT_TERM);
        case HAS_RUN_SHARE -> phase.parameters().containsKey(PhaseParameter.RUN_SHARE);
        case FLOPS_ARE_GIVEN -> phase.statesFlops();
        case HAS_8_BIT -> phase.has(Precision.FP8);
      };
    }
  }

  /** What differs by precision. */
  enum PrecisionRate {
    /** The chip's published dense rate, FLOP/s. */
    OF_CHIP("the chip's %s rate"),
    /** The rate that counts: as given at the phase's own precision, else the chip's, FLOP/s. */
    FLOPS("the %s rate"),
    /** Model FLOP utilisation. */
    MFU("`mfu` at %s");

    private final String text;

    PrecisionRate(String text) {
      this.text = text;
    }

    /** Returns the rate as a formula writes it. */
    public String text(Precision precision) {
      return text.replace("%s", precision.id());
    }
  }

  /** A rate that the catalogue knows. */
  enum Rate {
    /** The rate of one H100 at the phase's precision, FLOP/s. */
    H100_FLOPS("the H100's rate at the precision");

    private final String text;

    Rate(String text) {
      this.text = text;
    }

    /** Returns the rate as a formula writes it. */
    public String text() {
      return text;
    }

    /** Returns the rate for a phase; NaN where the catalogue has none. */
    public double of(PhaseSpec phase) {
      return switch (this) {
        case H100_FLOPS ->
            phase.precision() == Precision.FP8
                ? Accelerator.H100_FP8_FLOPS
                : Accelerator.H100_BF16_FLOPS;
      };
    }
  }

  /** Returns a parameter as a quantity. */
  static Quantity of(PhaseParameter parameter) {
    return new Parameter(parameter);
  }

  /** Returns this times another. */
  default Quantity times(Quantity other) {
    return new Operation(Operator.TIMES, this, other);
  }

  /** Returns this times a parameter. */
  default Quantity times(PhaseParameter parameter) {
    return times(of(parameter));
  }

  /** Returns this over another. */
  default Quantity over(Quantity other) {
    return new Operation(Operator.OVER, this, other);
  }

  /** Returns this and another together. */
  default Quantity plus(Quantity other) {
    return new Operation(Operator.PLUS, this, other);
  }

  /** Returns this less another. */
  default Quantity minus(Quantity other) {
    return new Operation(Operator.MINUS, this, other);
  }

  /** Returns this where a condition holds, 0 elsewhere. */
  default Quantity where(Condition condition) {
    return new Case(condition, this, PerGpu.NOTHING);
  }

  /** Returns 0 where a condition holds, this elsewhere. */
  default Quantity unless(Condition condition) {
    return new Case(condition, PerGpu.NOTHING, this);
  }
}
