package org.stargatecalc.projection;

import java.util.List;
import org.stargatecalc.scenario.Quantity;

/**
 * A formula that is an algorithm: what it does is told by a text.
 *
 * <p>It says which formulas and which quantities per GPU it works with, so that a reader can show
 * them and the engine has them ready.
 */
public abstract non-sealed class Algorithm implements Formula {
  /** In which parts a reader understands what an algorithm gives. */
  public enum Way {
    /** The decimal logarithm of a formula over the reference run. */
    LOGARITHM,
    /** By year: the cost of the year × what a dollar of it is worth at the start. */
    DISCOUNTED_YEARS,
    /** One formula less another, discounted from its date. */
    LESS_DISCOUNTED,
    /** By addition: what was paid × what is left of it at its age. */
    BY_AGE
  }

  private final String text;
  private final List<Formula> from;
  private final List<Quantity> perGpu;

  Algorithm(String text, List<Formula> from, List<Quantity> perGpu) {
    this.text = text;
    this.from = from;
    this.perGpu = perGpu;
  }

  /** Returns what is done, in a formula's words. */
  public String text() {
    return text;
  }

  /** Returns the formulas that are worked with. */
  public List<Formula> from() {
    return from;
  }

  /** Returns the quantities per GPU that are worked with. */
  public List<Quantity> perGpu() {
    return perGpu;
  }

  /** Returns in which parts a reader understands it. */
  public abstract Way way();

  /** Returns which additions grow old, where it goes by age. */
  public State additions() {
    return State.ADDED;
  }

  /** Returns whether what is left of an addition depends on how fast hardware gets cheaper. */
  public boolean fallsWithPrices() {
    return false;
  }

  /**
   * Returns what is left of a dollar paid, where it goes by age.
   *
   * @param age days since it was paid
   * @param life days
   * @param pricePerformance yearly growth of FLOP/s per dollar
   */
  public double left(double age, double life, double pricePerformance) {
    throw new IllegalStateException("it does not go by age");
  }

  /**
   * Fills a row.
   *
   * @param g where values are wanted
   * @param row receives them
   * @param inputs the rows and quantities that are worked with
   */
  abstract void evaluate(Grid g, double[] row, Inputs inputs);

  /** What an algorithm works with, by the position at which it names it. */
  interface Inputs {
    /** Returns the row of a formula on a grid. */
    double[] row(Grid g, int from);

    /** Returns the quantity per GPU of a phase, the first one if it changes with time. */
    double perGpu(int quantity, int phase);

    /** Returns whether the quantity per GPU of a phase changes with time. */
    boolean changes(int quantity, int phase);

    /** Returns the quantity per GPU of a phase in one of its epochs. */
    double inEpoch(int quantity, int phase, int epoch);

    /** Returns the quantity per GPU of a phase between a node and the one before. */
    double perGpu(Workings w, int quantity, int phase, int node);
  }
}
