package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.stargatecalc.projection.Projection;

/**
 * The nodes of a projection on which a value rests, each with its weight.
 *
 * <p>A stock at a node rests on that node; at an instant between two it lies on the line between
 * them. A flow is the sum of what flowed up to each node, and of a part of the last one.
 *
 * @param nodes ascending
 * @param weights of each
 */
record Span(List<Integer> nodes, List<Double> weights) {
  /** Returns the span of a stock at an instant. */
  static Span at(Projection projection, double instant) {
    int after = firstFrom(projection, instant);
    if (projection.instant(after) == instant) {
      return new Span(List.of(after), List.of(1.0));
    }
    double share = share(projection, after, instant);
    return new Span(List.of(after - 1, after), List.of(1 - share, share));
  }

  /** Returns the span of a flow after one instant up to another; the start's own counts too. */
  static Span flow(Projection projection, double after, double upTo) {
    TreeMap<Integer, Double> weights = new TreeMap<>();
    double start = projection.instant(0);
    for (int k = 0; k < projection.nodes(); k++) {
      double to = projection.instant(k);
      double from = k == 0 ? start : projection.instant(k - 1);
      if (k == 0) {
        if (after <= start) {
          weights.put(0, 1.0);
        }
      } else if (from < upTo && to > after) {
        double left = Math.max(from, after);
        double right = Math.min(to, upTo);
        weights.put(k, left == from && right == to ? 1 : (right - left) / (to - from));
      }
    }
    return of(weights);
  }

  private static Span of(Map<Integer, Double> weights) {
    return new Span(List.copyOf(weights.keySet()), List.copyOf(weights.values()));
  }

  private static int firstFrom(Projection projection, double instant) {
    int k = 0;
    while (projection.instant(k) < instant) {
      k++;
    }
    return k;
  }

  private static double share(Projection projection, int node, double instant) {
    double from = projection.instant(node - 1);
    return (instant - from) / (projection.instant(node) - from);
  }

  /** Returns the span of a flow whose sum to date is asked for over this span. */
  Span toDate() {
    TreeMap<Integer, Double> all = new TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int k = 0; k <= nodes.get(i); k++) {
        all.merge(k, weights.get(i), Double::sum);
      }
    }
    return of(all);
  }

  /** Returns whether it is one node alone. */
  boolean isNode() {
    return nodes.size() == 1 && weights.get(0) == 1;
  }

  int last() {
    return nodes.get(nodes.size() - 1);
  }

  /** Returns what a row of values gives over this span. */
  double of(IntToDoubleFunction row) {
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      sum += weights.get(i) * row.applyAsDouble(nodes.get(i));
    }
    return sum;
  }

  /** Returns the part of this span whose nodes lie after one instant and not after another. */
  Span within(Projection projection, double after, double upTo) {
    List<Integer> kept = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      double instant = projection.instant(nodes.get(i));
      if (instant > after && instant <= upTo) {
        kept.add(nodes.get(i));
        with.add(weights.get(i));
      }
    }
    return new Span(kept, with);
  }
}
