package org.stargatecalc.report.project.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Formula;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.Expression.Function;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/**
 * What is counted of phases at certain moments: first the GPUs installed, then what else formulas
 * multiply with, then sums by site and by training system of which one is the largest.
 */
final class StateSheet {
  private final String name;
  private final ProjectionSheets.Input input;
  private final List<Moment> moments;
  private final PerGpuSheet perGpu;
  private final List<Boolean> shown;

  /** First columns of the blocks of states; below 0 for one that is never there. */
  private final Map<State, Integer> states = new LinkedHashMap<>();

  /** First columns of the blocks of groups. */
  private final Map<Grouped, Integer> groups = new LinkedHashMap<>();

  private final List<Sheet.Column> columns = new ArrayList<>();
  private final List<List<SheetCell>> rows = new ArrayList<>();

  /** What is summed up by group. */
  private record Grouped(Formula.Grouping grouping, State state, Quantity perGpu) {}

  StateSheet(
      String name,
      ProjectionSheets.Input input,
      List<Moment> moments,
      PerGpuSheet perGpu,
      List<Boolean> shown) {
    this.name = name;
    this.input = input;
    this.moments = moments;
    this.perGpu = perGpu;
    this.shown = shown;
    for (int i = 0; i < moments.size(); i++) {
      rows.add(new ArrayList<>());
    }
  }

  /** Returns this sheet with a column before all states, which are added when they are needed. */
  StateSheet with(String heading, List<SheetCell> column) {
    columns.add(new Sheet.Column(heading, true));
    for (int row = 0; row < rows.size(); row++) {
      rows.get(row).add(column.get(row));
    }
    return this;
  }

  /** Returns the days at whose end the moments are. */
  static List<SheetCell> days(List<Moment> moments) {
    List<SheetCell> days = new ArrayList<>();
    for (Moment moment : moments) {
      days.add(new SheetCell.Day(Instants.dateEndingAt(moment.instant())));
    }
    return days;
  }

  /** Returns a moment. */
  Moment moment(int row) {
    return moments.get(row - 1);
  }

  /** Returns the cells of a state in a row; empty if it is 0 in all rows. */
  Optional<Expression> across(State state, int row) {
    Integer known = states.get(state);
    int first = known == null ? addState(state) : known;
    return first < 0
        ? Optional.empty()
        : Optional.of(new Expression.Across(name, row, first, first + perGpu.columns().size() - 1));
  }

  private int addState(State state) {
    List<PhaseEpoch> phases = perGpu.columns();
    double[][] counts = new double[moments.size()][phases.size()];
    boolean isNothing = state != State.INSTALLED;
    for (int row = 0; row < counts.length; row++) {
      for (int i = 0; i < phases.size() && moments.get(row).isKnown(); i++) {
        PhaseEpoch of = phases.get(i);
        counts[row][i] = moments.get(row).count(state, of.phase().index(), of.epoch());
        isNothing &= counts[row][i] == 0;
      }
    }
    int first = isNothing ? -1 : columns.size();
    states.put(state, first);
    for (int i = 0; i < phases.size() && !isNothing; i++) {
      columns.add(new Sheet.Column(state.label() + ": " + phases.get(i).heading(), true));
      for (int row = 0; row < counts.length; row++) {
        boolean isKnown = moments.get(row).isKnown();
        rows.get(row).add(isKnown ? perGpu.count(counts[row][i], i) : SheetCell.EMPTY);
      }
    }
    return first;
  }

  /** Returns the sums of groups in a row; empty if all are 0. */
  Optional<Expression> across(Formula.Grouping grouping, State state, Quantity quantity, int row) {
    Optional<Expression> counted = across(state, row);
    Optional<Expression> coefficients = perGpu.across(quantity);
    if (counted.isEmpty() || coefficients.isEmpty()) {
      return Optional.empty();
    }
    List<Groups.Group> all = Groups.of(grouping, input.scenario());
    Grouped key = new Grouped(grouping, state, quantity);
    Integer known = groups.get(key);
    int first = known == null ? columns.size() : known;
    if (known == null) {
      groups.put(key, first);
      for (Groups.Group group : all) {
        addGroup(key, group, coefficients.get());
      }
    }
    return Optional.of(new Expression.Across(name, row, first, first + all.size() - 1));
  }

  private void addGroup(Grouped key, Groups.Group group, Expression coefficients) {
    String what = FormulaText.of(key.perGpu());
    columns.add(
        new Sheet.Column(
            key.state().label() + " × " + what + ", " + key.grouping().key() + " " + group.name(),
            true));
    Expression shares = perGpu.shares(key.grouping(), group);
    List<PhaseEpoch> phases = perGpu.columns();
    double[] values = new double[phases.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = perGpu.value(key.perGpu(), i);
    }
    for (int row = 0; row < moments.size(); row++) {
      Moment moment = moments.get(row);
      double sum = 0;
      for (int i = 0; i < values.length && moment.isKnown(); i++) {
        PhaseEpoch of = phases.get(i);
        sum +=
            moment.count(key.state(), of.phase().index(), of.epoch())
                * values[i]
                * group.share(of.phase());
      }
      Optional<Expression> counted = across(key.state(), row + 1);
      boolean isThere = moment.isKnown() && counted.isPresent();
      rows.get(row)
          .add(
              isThere
                  ? SheetCell.computed(
                      Expression.call(
                          Function.SUMPRODUCT, counted.orElseThrow(), coefficients, shares),
                      sum,
                      NumberFormat.GENERAL)
                  : SheetCell.EMPTY);
    }
  }

  Sheet build() {
    List<Sheet.Row> built = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      built.add(new Sheet.Row(rows.get(row), !shown.get(row)));
    }
    return new Sheet(name, columns, built);
  }
}
