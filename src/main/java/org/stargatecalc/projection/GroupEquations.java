package org.stargatecalc.projection;

import java.util.Arrays;
import org.stargatecalc.projection.Equation.Terms;

/** The equations of groups of phases: which one has most, and what that one has of something. */
final class GroupEquations {
  private GroupEquations() {}

  /** The largest group's Σ coefficient × state. */
  static final class OfLargest extends Equation {
    private final State state;
    private final Terms terms;
    private final int groups;
    private final int[] groupOf;

    /**
     * Keeps the groups.
     *
     * @param groups number of groups
     * @param groupOf group of each term
     */
    OfLargest(int row, State state, Terms terms, int groups, int[] groupOf) {
      super(row);
      this.state = state;
      this.terms = terms;
      this.groups = groups;
      this.groupOf = groupOf;
    }

    @Override
    void evaluate(Grid g) {
      double[] largest = g.rows[row];
      int size = g.size;
      Arrays.fill(largest, 0, size, 0);
      double[] sums = sums(g);
      for (int at = 0; at < groups * size; at += size) {
        for (int j = 0; j < size; j++) {
          largest[j] = Math.max(largest[j], sums[at + j]);
        }
      }
    }

    /** Returns the sums of all groups, group by group. */
    double[] sums(Grid g) {
      double[] sums = g.groups(groups);
      addUp(g, g.counts(state), terms, groupOf, sums);
      return sums;
    }

    private static void addUp(
        Grid g, double[][] counts, Terms terms, int[] groupOf, double[] sums) {
      int size = g.size;
      for (int t = 0; t < terms.size(); t++) {
        double[] count = counts[terms.phase(t)];
        double coefficient = terms.coefficient(t);
        int at = groupOf[t] * size;
        if (terms.isUnknown(t)) {
          // what nobody knows is missing while there are such GPUs
          for (int j = 0; j < size; j++) {
            sums[at + j] += count[j] == 0 ? 0 : Double.NaN;
          }
          continue;
        }
        for (int j = 0; j < size; j++) {
          sums[at + j] += coefficient * count[j];
        }
      }
    }
  }

  /** Σ coefficient × state in the group that has most of another sum. */
  static final class InLargest extends Equation {
    private final OfLargest largest;
    private final Terms terms;
    private final int[] groupOf;

    /**
     * Keeps the groups.
     *
     * @param largest the sums by which groups are held against each other
     * @param groupOf group of each term
     */
    InLargest(int row, OfLargest largest, Terms terms, int[] groupOf) {
      super(row);
      this.largest = largest;
      this.terms = terms;
      this.groupOf = groupOf;
    }

    @Override
    void evaluate(Grid g) {
      double[] values = g.rows[row];
      int size = g.size;
      double[] sums = largest.sums(g).clone();
      double[] others = g.groups(largest.groups);
      OfLargest.addUp(g, g.counts(largest.state), terms, groupOf, others);
      for (int j = 0; j < size; j++) {
        double most = 0;
        values[j] = 0;
        for (int at = j; at < largest.groups * size; at += size) {
          if (Double.isNaN(sums[at])) {
            most = Double.POSITIVE_INFINITY;
            values[j] = Double.NaN;
          } else if (sums[at] > most) {
            most = sums[at];
            values[j] = others[at];
          }
        }
      }
    }
  }
}
