package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.scenario.Coefficients;

/**
 * A formula made ready for one scenario: cells of coefficients and rows of a grid by their number.
 *
 * <p>The innermost loops run over grid points, coefficient by coefficient.
 */
abstract class Equation {
  private static final int[] NO_ROWS = {};
  private static final double ROUNDING = 1e-12;

  /** Number of the row that this equation fills. */
  final int row;

  Equation(int row) {
    this.row = row;
  }

  /** Fills the row from the build-out and from rows that were filled before. */
  abstract void evaluate(Grid g);

  /** Returns the rows that must have been filled before. */
  int[] buildsOn() {
    return NO_ROWS;
  }

  /** The phases that contribute to a sum, with their coefficients. */
  static final class Terms {
    private final Coefficients coefficients;
    private final int[] phases;
    private final int[] cells;

    /**
     * Keeps some phases.
     *
     * @param phases their indices, ascending
     * @param cells of the coefficient of each
     */
    Terms(Coefficients coefficients, int[] phases, int[] cells) {
      this.coefficients = coefficients;
      this.phases = phases;
      this.cells = cells;
    }

    int size() {
      return phases.length;
    }

    boolean are(Terms other) {
      boolean same = phases.length == other.phases.length;
      for (int t = 0; same && t < phases.length; t++) {
        same = phases[t] == other.phases[t] && coefficients.areSame(cells[t], other.cells[t]);
      }
      return same;
    }

    int phase(int term) {
      return phases[term];
    }

    double coefficient(int term) {
      return coefficients.get(cells[term]);
    }

    /** Returns whether nobody knows the coefficient of a term. */
    boolean isUnknown(int term) {
      return coefficients.isUnknown(cells[term]);
    }

    /** Returns the terms whose coefficient is known, or the others. */
    Terms where(boolean known) {
      int count = 0;
      int[] keptPhases = new int[phases.length];
      int[] keptCells = new int[phases.length];
      for (int t = 0; t < phases.length; t++) {
        if (isUnknown(t) != known) {
          keptPhases[count] = phases[t];
          keptCells[count++] = cells[t];
        }
      }
      return count == phases.length
          ? this
          : new Terms(
              coefficients, Arrays.copyOf(keptPhases, count), Arrays.copyOf(keptCells, count));
    }
  }

  /** Σ coefficient × state. */
  static final class OfSum extends Equation {
    private final State state;
    private final Terms terms;
    private final Terms unknown;

    OfSum(int row, State state, Terms all) {
      super(row);
      this.state = state;
      this.terms = all.where(true);
      this.unknown = all.where(false);
    }

    /** Returns whether this is a sum of a state with some terms. */
    boolean is(State other, Terms of) {
      return state == other && unknown.size() == 0 && terms.are(of);
    }

    @Override
    void evaluate(Grid g) {
      double[] sum = g.rows[row];
      int size = g.size;
      double[][] counts = g.counts(state);
      int t = 0;
      if (terms.size() == 0) {
        Arrays.fill(sum, 0, size, 0);
      } else if (terms.size() % 2 == 1) {
        double[] count = counts[terms.phase(0)];
        double coefficient = terms.coefficient(0);
        for (int j = 0; j < size; j++) {
          sum[j] = coefficient * count[j];
        }
        t = 1;
      } else {
        double[] first = counts[terms.phase(0)];
        double[] second = counts[terms.phase(1)];
        double ofFirst = terms.coefficient(0);
        double ofSecond = terms.coefficient(1);
        for (int j = 0; j < size; j++) {
          sum[j] = ofFirst * first[j] + ofSecond * second[j];
        }
        t = 2;
      }
      // Two at a time: the sum is read and written half as often, in the same order.
      for (; t < terms.size(); t += 2) {
        double[] first = counts[terms.phase(t)];
        double[] second = counts[terms.phase(t + 1)];
        double ofFirst = terms.coefficient(t);
        double ofSecond = terms.coefficient(t + 1);
        for (int j = 0; j < size; j++) {
          sum[j] = sum[j] + ofFirst * first[j] + ofSecond * second[j];
        }
      }
      // what nobody knows of some GPUs is not known of their sum with others, while there are any
      for (t = 0; t < unknown.size(); t++) {
        double[] count = counts[unknown.phase(t)];
        for (int j = 0; j < size; j++) {
          sum[j] = count[j] == 0 ? sum[j] : Double.NaN;
        }
      }
    }
  }

  /** The sum of rows. */
  static final class OfRows extends Equation {
    private final int[] parts;

    OfRows(int row, int[] parts) {
      super(row);
      this.parts = parts;
    }

    @Override
    int[] buildsOn() {
      return parts;
    }

    @Override
    void evaluate(Grid g) {
      double[] sum = g.rows[row];
      System.arraycopy(g.rows[parts[0]], 0, sum, 0, g.size);
      for (int i = 1; i < parts.length; i++) {
        double[] part = g.rows[parts[i]];
        for (int j = 0; j < g.size; j++) {
          sum[j] += part[j];
        }
      }
    }
  }

  /** A row times a number. */
  static final class OfScale extends Equation {
    private final int of;
    private final double by;

    OfScale(int row, int of, double by) {
      super(row);
      this.of = of;
      this.by = by;
    }

    @Override
    int[] buildsOn() {
      return new int[] {of};
    }

    @Override
    void evaluate(Grid g) {
      double[] scaled = g.rows[row];
      double[] values = g.rows[of];
      for (int j = 0; j < g.size; j++) {
        scaled[j] = values[j] * by;
      }
    }
  }

  /** A row less another. */
  static final class OfDifference extends Equation {
    private final int of;
    private final int less;

    OfDifference(int row, int of, int less) {
      super(row);
      this.of = of;
      this.less = less;
    }

    @Override
    int[] buildsOn() {
      return new int[] {of, less};
    }

    @Override
    void evaluate(Grid g) {
      double[] difference = g.rows[row];
      double[] values = g.rows[of];
      double[] taken = g.rows[less];
      for (int j = 0; j < g.size; j++) {
        double less = values[j] - taken[j];
        // sums of the same in another order differ by rounding alone
        difference[j] = Math.abs(less) <= ROUNDING * Math.abs(values[j]) ? 0 : less;
      }
    }
  }

  /** A row over another, each times a number. */
  static final class OfQuotient extends Equation {
    private final int over;
    private final double overBy;
    private final int under;
    private final double underBy;

    OfQuotient(int row, int over, double overBy, int under, double underBy) {
      super(row);
      this.over = over;
      this.overBy = overBy;
      this.under = under;
      this.underBy = underBy;
    }

    @Override
    int[] buildsOn() {
      return new int[] {over, under};
    }

    @Override
    void evaluate(Grid g) {
      double[] quotient = g.rows[row];
      double[] numerator = g.rows[over];
      double[] denominator = g.rows[under];
      for (int j = 0; j < g.size; j++) {
        quotient[j] = numerator[j] * overBy / (denominator[j] * underBy);
      }
    }
  }

  /** The sum of a row up to each point. */
  static final class OfTotal extends Equation {
    private final int of;

    OfTotal(int row, int of) {
      super(row);
      this.of = of;
    }

    @Override
    int[] buildsOn() {
      return new int[] {of};
    }

    @Override
    void evaluate(Grid g) {
      double[] total = g.rows[row];
      double[] flow = g.rows[of];
      double sum = 0;
      for (int j = 0; j < g.size; j++) {
        sum += flow[j];
        total[j] = sum;
      }
    }
  }

  /** What an algorithm gives. */
  static final class OfAlgorithm extends Equation implements Algorithm.Inputs {
    private final Algorithm algorithm;
    private final int[] from;
    private final Coefficients coefficients;
    private final int[][][] cells;

    /**
     * Keeps what the algorithm works with.
     *
     * @param from rows of the formulas
     * @param cells of the quantities per GPU, by quantity, phase and epoch; one where no epoch
     *     differs
     */
    OfAlgorithm(
        int row, Algorithm algorithm, int[] from, Coefficients coefficients, int[][][] cells) {
      super(row);
      this.algorithm = algorithm;
      this.from = from;
      this.coefficients = coefficients;
      this.cells = cells;
    }

    @Override
    int[] buildsOn() {
      return from;
    }

    @Override
    void evaluate(Grid g) {
      algorithm.evaluate(g, g.rows[row], this);
    }

    @Override
    public double[] row(Grid g, int input) {
      return g.rows[from[input]];
    }

    @Override
    public double perGpu(int quantity, int phase) {
      return coefficients.get(cells[quantity][phase][0]);
    }

    @Override
    public boolean changes(int quantity, int phase) {
      return cells[quantity][phase].length > 1;
    }

    @Override
    public double inEpoch(int quantity, int phase, int epoch) {
      int[] byEpoch = cells[quantity][phase];
      return coefficients.get(byEpoch[byEpoch.length == 1 ? 0 : epoch]);
    }

    @Override
    public double perGpu(Workings w, int quantity, int phase, int node) {
      int[] byEpoch = cells[quantity][phase];
      return coefficients.get(byEpoch[byEpoch.length == 1 ? 0 : w.epoch(phase, node)]);
    }
  }
}
