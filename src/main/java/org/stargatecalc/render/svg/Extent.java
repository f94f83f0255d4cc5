package org.stargatecalc.render.svg;

import java.util.List;
import org.stargatecalc.chart.Axis;

/** From the units of one axis to places on the page. */
final class Extent {
  /** Where rows begin on the page, and where the last ends; empty for other axes. */
  private final List<Double> rows;

  private final double rowBar;
  private final double least;
  private final double most;
  private final double first;
  private final double last;

  private Extent(
      double least, double most, double first, double last, List<Double> rows, double rowBar) {
    this.least = least;
    this.most = most;
    this.first = first;
    this.last = last;
    this.rows = rows;
    this.rowBar = rowBar;
  }

  /** Creates an extent between two places of the page. */
  static Extent of(Axis axis, double first, double last) {
    double least = 0;
    double most = 1;
    if (axis instanceof Axis.Days days) {
      least = days.from();
      most = days.to();
    } else if (axis instanceof Axis.Numbers numbers) {
      least = numbers.least();
      most = numbers.most();
    } else if (axis instanceof Axis.Columns columns) {
      most = columns.labels().size();
    }
    return new Extent(least, most, first, last, List.of(), 0);
  }

  /**
   * Creates an extent of rows of different heights.
   *
   * @param starts where each row begins, and where the last ends
   * @param bar how high the part of a row is in which its marks lie, at its end
   */
  static Extent ofRows(List<Double> starts, double bar) {
    return new Extent(0, 1, 0, 0, List.copyOf(starts), bar);
  }

  /** Returns the place of a value. */
  double at(double value) {
    if (rows.isEmpty()) {
      return first + (value - least) / (most - least) * (last - first);
    }
    int row = Math.min((int) Math.floor(value), rows.size() - 2);
    double end = rows.get(row + 1);
    return end - rowBar + (value - row) * rowBar;
  }
}
