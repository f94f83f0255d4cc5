package org.stargatecalc.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.AxisUnit;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;

/**
 * One row a combination: the varied values, then each claim's answer, then the metrics, and last
 * what is wrong with a combination that cannot be projected.
 */
final class SweepTable implements DataTable {
  private final Sweep sweep;
  private final List<Column> columns = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();

  /** How a cell is found in a row: a number, or a word. */
  private interface Reading {
    default double number(SweepRow row) {
      return Double.NaN;
    }

    default Optional<String> text(SweepRow row) {
      return Optional.empty();
    }
  }

  /** A cell of a column of numbers. */
  private interface OfNumbers extends Reading {
    @Override
    double number(SweepRow row);
  }

  /** A cell of a column of words. */
  private interface OfWords extends Reading {
    @Override
    Optional<String> text(SweepRow row);
  }

  SweepTable(SweptScenario swept) {
    this.sweep = swept.sweep();
    Question question = sweep.question();
    List<Axis> axes = sweep.combinations().axes();
    for (int a = 0; a < axes.size(); a++) {
      axis(a, axes.get(a), swept.units().get(a));
    }
    for (int c = 0; c < question.claims().size(); c++) {
      claim(c, question.claims().get(c), question.percentiles().isPresent());
    }
    for (int m = 0; m < question.metrics().size(); m++) {
      metric(m, question.metrics().get(m), question.percentiles().orElse(List.of()));
    }
    words("error", row -> row.isValid() ? Optional.empty() : Optional.of(row.error()));
  }

  private void axis(int index, Axis axis, AxisUnit unit) {
    if (unit.dimension().isPresent()) {
      numbers(axis.path(), row -> unit.number(text(row, index)));
    } else {
      words(axis.path(), row -> Optional.of(text(row, index)));
    }
  }

  private String text(SweepRow row, int axis) {
    return sweep.combinations().text(row.index(), axis);
  }

  private void claim(int index, Claim claim, boolean isDrawn) {
    words(claim.id() + "_verdict", row -> answer(row, index).map(a -> a.verdict().id()));
    words(
        claim.id() + "_reached_on",
        row -> answer(row, index).flatMap(Answer::reachedOn).map(Object::toString));
    numbers(
        claim.id() + "_value",
        row -> answer(row, index).map(Answer::value).orElse(OptionalDouble.empty()).orElse(NONE));
    if (isDrawn) {
      numbers(
          claim.id() + "_probability_met",
          row -> row.spread().map(spread -> spread.met().get(index)).orElse(NONE));
    }
  }

  private static final double NONE = Double.NaN;

  private static Optional<Answer> answer(SweepRow row, int claim) {
    return row.isValid() ? row.answers().get(claim) : Optional.empty();
  }

  private void metric(int index, Metric metric, List<Integer> percentiles) {
    if (metric.kind() == Metric.Kind.TEXT) {
      words(metric.id(), row -> row.isValid() ? row.words().get(index) : Optional.empty());
      return;
    }
    numbers(metric.id(), row -> row.isValid() ? row.values().get(index) : NONE);
    for (int p = 0; p < percentiles.size(); p++) {
      int percentile = p;
      numbers(
          String.format(Locale.ROOT, "%s_p%02d", metric.id(), percentiles.get(p)),
          row -> row.spread().map(s -> s.quantiles().get(index).get(percentile)).orElse(NONE));
    }
  }

  private void numbers(String id, OfNumbers reading) {
    columns.add(Column.number(id));
    readings.add(reading);
  }

  private void words(String id, OfWords reading) {
    columns.add(Column.words(id));
    readings.add(reading);
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int rows() {
    return sweep.size();
  }

  @Override
  public double number(int row, int column) {
    return readings.get(column).number(sweep.row(row));
  }

  @Override
  public Optional<String> text(int row, int column) {
    return readings.get(column).text(sweep.row(row));
  }
}
