package org.stargatecalc.report.project.sheets;

import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;

/**
 * When states of phases are counted: stocks at an instant, flows since another.
 *
 * @param projection of which
 * @param instant at its end
 * @param first node of what flows
 * @param last node, which lies at the instant; −1 if none does, so that no count is known
 * @param isToDate whether flows are counted since the start of the horizon
 */
record Moment(Projection projection, double instant, int first, int last, boolean isToDate) {
  /** Returns a period, from what is after one instant up to another. */
  static Moment period(Projection projection, double after, double upTo) {
    boolean isFirst = after <= projection.horizon().start();
    int first = 0;
    while (!isFirst && first < projection.nodes() && projection.instant(first) <= after) {
      first++;
    }
    int last = first;
    while (last < projection.nodes() - 1 && projection.instant(last) < upTo) {
      last++;
    }
    boolean isNode = projection.instant(last) == upTo;
    return new Moment(projection, upTo, first, isNode ? last : -1, isFirst);
  }

  /** Returns whether counts are known there. */
  boolean isKnown() {
    return last >= 0;
  }

  /** Returns a state of a phase in one of its epochs. */
  double count(State state, int phase, int epoch) {
    if (!state.isFlow()) {
      return projection.atNode(state, phase, epoch, last);
    }
    double sum = 0;
    for (int node = first; node <= last; node++) {
      sum += projection.atNode(state, phase, epoch, node);
    }
    return sum;
  }
}
