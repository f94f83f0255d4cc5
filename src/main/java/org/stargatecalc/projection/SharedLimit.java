package org.stargatecalc.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * Constraints that limit the same size of the same phases.
 *
 * <p>What is in use is the same for all of them, so the one of which least is available leaves the
 * least room: with many constraints only that one has to be asked.
 */
final class SharedLimit {
  private final List<Constraint> constraints = new ArrayList<>();
  private final int[] indexes;

  /** How much may be in use of the scarcest constraint, by node. */
  private double[] available = {};

  /** The scarcest constraint by node, the first in the file of several. */
  private int[] scarcest = {};

  private double[] ofOne = {};

  private SharedLimit(List<Constraint> all, int[] indexes) {
    this.indexes = indexes;
    for (int index : indexes) {
      constraints.add(all.get(index));
    }
  }

  /** Returns the limits that a scenario's constraints make, in the order of their first ones. */
  static List<SharedLimit> of(List<Constraint> all, int phases) {
    List<SharedLimit> limits = new ArrayList<>();
    boolean[] isTaken = new boolean[all.size()];
    for (int c = 0; c < isTaken.length; c++) {
      int[] same = new int[isTaken.length];
      int count = 0;
      for (int other = c; other < isTaken.length && !isTaken[c]; other++) {
        if (other == c || (!isTaken[other] && areAlike(all.get(c), all.get(other), phases))) {
          same[count++] = other;
        }
      }
      for (int i = 0; i < count; i++) {
        isTaken[same[i]] = true;
      }
      if (count > 0) {
        limits.add(new SharedLimit(all, Arrays.copyOf(same, count)));
      }
    }
    return limits;
  }

  private static boolean areAlike(Constraint one, Constraint other, int phases) {
    boolean areAlike =
        one.spec().limits() == other.spec().limits()
            && one.isFreedByWhatLeaves() == other.isFreedByWhatLeaves();
    for (int p = 0; p < phases && areAlike; p++) {
      areAlike = one.appliesTo(p) == other.appliesTo(p);
    }
    return areAlike;
  }

  /** Returns the size that is limited. */
  PhaseParameter limits() {
    return constraints.get(0).spec().limits();
  }

  /** Returns whether a phase, by its index, shares the limit. */
  boolean appliesTo(int phase) {
    return constraints.get(0).appliesTo(phase);
  }

  /** Returns whether what leaves makes room again. */
  boolean isFreedByWhatLeaves() {
    return constraints.get(0).isFreedByWhatLeaves();
  }

  /** Reads how much is available at ascending instants, of which so many count. */
  void read(double[] instants, int size) {
    if (available.length < size) {
      available = new double[instants.length];
      scarcest = new int[instants.length];
      ofOne = new double[instants.length];
    }
    constraints.get(0).available(instants, size, available);
    Arrays.fill(scarcest, 0, size, indexes[0]);
    for (int i = 1; i < indexes.length; i++) {
      constraints.get(i).available(instants, size, ofOne);
      for (int k = 0; k < size; k++) {
        if (ofOne[k] < available[k]) {
          available[k] = ofOne[k];
          scarcest[k] = indexes[i];
        }
      }
    }
  }

  /** Returns how much may be in use at a node. */
  double available(int node) {
    return available[node];
  }

  /** Returns the constraint, by its index, that leaves the least at a node. */
  int scarcest(int node) {
    return scarcest[node];
  }
}
