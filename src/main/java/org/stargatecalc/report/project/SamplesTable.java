package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.UncertainInput;

/**
 * One row a draw: {@code scenario,draw}, every uncertain input by its path, then value and date of
 * every claim, then the metrics that were asked for. Inputs are in their base units, dates in ISO
 * form; never reached is empty.
 */
public final class SamplesTable implements DataTable {
  private static final int FIRST_INPUT = 2;

  private final String scenario;
  private final Optional<Drawn> drawn;
  private final List<UncertainInput> inputs;
  private final List<Column> columns = new ArrayList<>();
  private final Optional<DrawnMetrics> metrics;
  private final int firstMetric;
  private final double[] values;
  private int writtenDraw = -1;

  SamplesTable(ProjectedScenario projected, ProjectView view) {
    scenario = projected.name();
    drawn = projected.drawn();
    inputs = drawn.map(Drawn::plan).map(DrawPlan::inputs).orElse(List.of());
    values = new double[inputs.size()];
    columns.add(Column.words("scenario"));
    columns.add(Column.number("draw"));
    for (UncertainInput input : inputs) {
      columns.add(new Column(input.path(), !isDate(input)));
    }
    for (CheckedClaim claim : projected.projected().claims()) {
      columns.add(Column.number(claim.claim().id() + "_value"));
      columns.add(Column.words(claim.claim().id() + "_reached_on"));
    }
    firstMetric = columns.size();
    boolean asked = drawn.isPresent() && !view.metrics().isEmpty();
    metrics = asked ? Optional.of(new DrawnMetrics(projected, view)) : Optional.empty();
    for (String metric : metrics.map(DrawnMetrics::columns).orElse(List.of())) {
      columns.add(Column.number(metric));
    }
  }

  private static boolean isDate(UncertainInput input) {
    return input.value() instanceof AssumedValue.Dated;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rows() {
    return drawn.map(d -> d.settings().draws()).orElse(0);
  }

  @Override
  public double number(int row, int column) {
    if (column == 1) {
      return row;
    }
    if (column >= firstMetric) {
      read(row);
      return metrics.orElseThrow().value(row, values, column - firstMetric);
    }
    int input = column - FIRST_INPUT;
    return input < inputs.size()
        ? input(row, input)
        : drawn.orElseThrow().outcomes().value((input - inputs.size()) / 2, row);
  }

  @Override
  public Optional<String> text(int row, int column) {
    if (column == 0) {
      return Optional.of(scenario);
    }
    int input = column - FIRST_INPUT;
    if (input < inputs.size()) {
      return Optional.of(
          LocalDate.ofEpochDay((long) StrictMath.floor(input(row, input))).toString());
    }
    double reached = drawn.orElseThrow().outcomes().reached((input - inputs.size()) / 2, row);
    return Documents.date(reached).map(LocalDate::toString);
  }

  /** Inputs are a function of the draw, so only those of one draw are ever held. */
  private double input(int draw, int input) {
    read(draw);
    return values[input];
  }

  private void read(int draw) {
    if (writtenDraw != draw) {
      drawn.orElseThrow().plan().write(draw, values);
      writtenDraw = draw;
    }
  }
}
