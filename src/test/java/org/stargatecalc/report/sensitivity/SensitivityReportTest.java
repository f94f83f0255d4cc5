package org.stargatecalc.report.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stargatecalc.support.Tables.items;
import static org.stargatecalc.support.Tables.number;
import static org.stargatecalc.support.Tables.numbers;
import static org.stargatecalc.support.Tables.text;
import static org.stargatecalc.support.Tables.words;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.sensitivity.RankCorrelation;
import org.stargatecalc.analysis.sensitivity.ScenarioModel;
import org.stargatecalc.analysis.sensitivity.SobolIndices;
import org.stargatecalc.analysis.sensitivity.Target;
import org.stargatecalc.analysis.sensitivity.Tornado;
import org.stargatecalc.field.Data;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.support.Tables;
import org.stargatecalc.uncertainty.Sampling;

/** What the reports on influence say of a power that is IT power × PUE. */
class SensitivityReportTest {
  private static final ScenarioSpec SPEC =
      ProjectedYaml.load(
              """
              name: plan
              pue: uniform(1.1, 1.5)
              phases:
                first: {it_power: 'uniform(1 GW, 1.1 GW)', online: 2026-06}
                second: {gpu_count: 1000, online: 2030-01 to 2030-06}
              """)
          .spec();

  private static final Target TARGET =
      new Target(
          "facility_power_gw@2027",
          Metric.FACILITY_POWER_GW,
          Basis.FACILITY,
          LocalDate.of(2027, 12, 31));

  private static final SensitivityReport REPORTS =
      new SensitivityReport(SPEC, TARGET, new Settings(200, 1, Sampling.RANDOM, List.of(50), 1));

  private static final DrawPlan PLAN = DrawPlan.of(List.of(SPEC), Sampling.SOBOL, 1).get(0);

  private static final ScenarioModel MODEL = new ScenarioModel(SPEC, TARGET);

  @Test
  void aTornadoHasTheAnswersAtTheEndsOfEveryInput() {
    Tornado.Result tornado = Tornado.of(MODEL, PLAN.inputs());
    Report report = REPORTS.tornado(tornado);
    List<Double> low = numbers(report.table(), "low");
    List<Double> high = numbers(report.table(), "high");
    List<Double> swing = numbers(report.table(), "swing");
    for (int row = 0; row < swing.size(); row++) {
      assertThat(swing.get(row)).isEqualTo(Math.abs(high.get(row) - low.get(row)));
    }
    // pue moves the answer by a factor of 1.46 / 1.14, the power by 1.09 / 1.01
    assertThat(words(report.table(), "input").get(0)).isEqualTo("pue");
    assertThat(numbers(report.table(), "input_p10").get(0)).isCloseTo(1.14, within(1e-12));
    assertThat(numbers(report.table(), "input_p90").get(0)).isCloseTo(1.46, within(1e-12));
    assertThat(swing).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(words(report.table(), "scenario")).containsOnly("plan");
    assertThat(words(report.table(), "target")).containsOnly("facility_power_gw@2027");
    Block.Table people = Tables.table(report, "input");
    Cell.Bar bar = (Cell.Bar) people.rows().get(0).get(6);
    assertThat(bar.from()).isEqualTo(low.get(0));
    assertThat(bar.mark()).isEqualTo(tornado.central());
    assertThat(bar.least()).isLessThanOrEqualTo(low.get(1));
    assertThat(text(report.document(), "method")).isEqualTo("tornado");
  }

  @Test
  void theDocumentHasTheRowsOfTheTable() {
    Report report = REPORTS.rank(RankCorrelation.of(MODEL, PLAN.inputs(), PLAN::write, 200));
    List<Data> rows = items(report.document(), "inputs");
    assertThat(rows.stream().map(row -> text(row, "input")).toList())
        .isEqualTo(words(report.table(), "input"));
    assertThat(rows.stream().map(row -> number(row, "spearman")).toList())
        .isEqualTo(numbers(report.table(), "spearman"));
    assertThat(text(report.document(), "unit")).isEqualTo("GW");
    assertThat(text(report.document(), "date")).isEqualTo("2027-12-31");
    assertThat(text(report.document(), "method")).isEqualTo("rank");
    // the phase of 2030 has no part in it: undefined or nothing, never more
    int late = words(report.table(), "input").indexOf("phases.second.online");
    assertThat(numbers(report.table(), "spearman").get(0)).isGreaterThan(0.9);
    assertThat(Math.abs(numbers(report.table(), "spearman").get(late))).isLessThan(0.2);
  }

  @Test
  void sharesOfTheVarianceAreShownWithTheirIntervals() {
    int rows = SobolIndices.rows(2000, PLAN.inputs().size());
    Report report = REPORTS.sobol(SobolIndices.of(MODEL, PLAN.inputs(), rows, 1), rows);
    for (int row = 0; row < report.table().rows(); row++) {
      assertThat(numbers(report.table(), "total").get(row))
          .isBetween(
              numbers(report.table(), "total_p05").get(row) - 1e-9,
              numbers(report.table(), "total_p95").get(row) + 1e-9);
    }
    assertThat(words(report.table(), "input").get(0)).isEqualTo("pue");
    assertThat(text(report.document(), "method")).isEqualTo("sobol");
    assertThat(items(report.document(), "inputs")).hasSize(PLAN.inputs().size());
  }

  @Test
  void inputsAreSaidAsPeopleReadThem() {
    Block.Table people = Tables.table(REPORTS.tornado(Tornado.of(MODEL, PLAN.inputs())), "input");
    List<String> paths =
        people.rows().stream().map(row -> ((Cell.Words) row.get(0)).text()).toList();
    List<Cell> power = people.rows().get(paths.indexOf("phases.first.it_power"));
    assertThat(power.get(3)).isEqualTo(Cell.words("GW"));
    assertThat(Tables.numbers(power).get(1)).isBetween(1.0, 1.1);
    List<Cell> date = people.rows().get(paths.indexOf("phases.second.online"));
    assertThat(date.get(1)).isInstanceOf(Cell.Day.class);
  }
}
