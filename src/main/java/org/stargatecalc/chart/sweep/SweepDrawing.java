package org.stargatecalc.chart.sweep;

import java.util.List;
import org.stargatecalc.analysis.sweep.AxisUnit;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Picture;
import org.stargatecalc.projection.Metric;

/** The picture of a sweep: lines for one varied parameter, heat maps for two. */
public final class SweepDrawing implements Drawing {
  private final String title;
  private final Sweep sweep;
  private final List<AxisUnit> units;
  private final List<Metric> asked;

  /**
   * Creates it.
   *
   * @param title of the scenario
   * @param units of the axes, in their order
   * @param asked metrics that get a heat map each beside those of the claims
   */
  public SweepDrawing(String title, Sweep sweep, List<AxisUnit> units, List<Metric> asked) {
    this.title = title;
    this.sweep = sweep;
    this.units = List.copyOf(units);
    this.asked = List.copyOf(asked);
  }

  @Override
  public List<Picture> pictures() {
    return List.of(
        new Picture(
            "sweep",
            "Sweep: " + title,
            charts(),
            "Lines are drawn for one parameter of at least two values, a heat map for a grid of"
                + " two parameters."));
  }

  private List<Chart> charts() {
    Combinations combinations = sweep.combinations();
    int axes = combinations.axes().size();
    if (combinations.form() == Combinations.Form.GRID && axes == 2) {
      return new MapCharts(sweep, units, asked).charts();
    }
    boolean isLine = axes == 1 || combinations.form() == Combinations.Form.TOGETHER;
    return isLine
        ? ParameterAxis.of(sweep, units.get(0))
            .map(axis -> new LineCharts(sweep, axis).charts())
            .orElse(List.of())
        : List.of();
  }
}
