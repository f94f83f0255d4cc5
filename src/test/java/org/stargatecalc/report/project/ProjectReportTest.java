package org.stargatecalc.report.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stargatecalc.support.Tables.items;
import static org.stargatecalc.support.Tables.number;
import static org.stargatecalc.support.Tables.numbers;
import static org.stargatecalc.support.Tables.text;
import static org.stargatecalc.support.Tables.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.support.Tables;

/** The forms of one answer say the same. */
class ProjectReportTest {
  private static final String PLAN =
      """
      name: plan
      horizon: {from: 2026, to: 2028}
      claims:
      - stargate-1gw-2025
      - {id: power, metric: facility_power_gw, at_least: 1 GW, by: 2027}
      phases:
        first: {it_power: 1 GW, online: 2026-06, ramp: 9 months}
        second: {it_power: 2 GW, online: 2027-05}
      """;

  private static final ProjectedScenario SCENARIO =
      new ProjectedScenario(
          "plan.yaml", () -> "abc", List.of("a warning"), ProjectedYaml.of(PLAN).projected());

  private static ProjectView view(Period by, ProjectView.Layout layout, Metric... metrics) {
    return new ProjectView(
        Optional.of(by),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(metrics),
        layout,
        Folding.FOLDED);
  }

  private static Report report(ProjectView view) {
    return new ProjectReport("test", view).of(List.of(SCENARIO));
  }

  private static DataTable timeline(Period by, Metric... metrics) {
    return report(view(by, ProjectView.Layout.WIDE, metrics)).table();
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void periodsOfAnyLengthMakeTheSameWhole(Metric metric) {
    if (metric.kind() == Metric.Kind.TEXT) {
      return;
    }
    List<Double> months = numbers(timeline(Period.MONTH, metric), metric.id());
    List<Double> years = numbers(timeline(Period.YEAR, metric), metric.id());
    assertThat(months).hasSize(36);
    assertThat(years).hasSize(3);
    if (metric.kind() == Metric.Kind.FLOW) {
      assertThat(sum(months)).isCloseTo(sum(years), within(1e-9 * Math.abs(sum(years)) + 1e-12));
    } else {
      assertThat(months.get(35)).isEqualTo(years.get(2));
      assertThat(months.get(11)).isEqualTo(years.get(0));
    }
  }

  @Test
  void theLongLayoutHasTheNumbersOfTheWideOne() {
    DataTable wide = timeline(Period.HALF, Metric.GPU_COUNT, Metric.CAPEX_USD_BN);
    DataTable tall =
        report(
                view(
                    Period.HALF,
                    ProjectView.Layout.LONG,
                    Metric.GPU_COUNT,
                    Metric.BINDING_CONSTRAINT,
                    Metric.CAPEX_USD_BN))
            .table();
    assertThat(tall.rows()).isEqualTo(2 * wide.rows());
    List<Double> values = numbers(tall, "value");
    for (int row = 0; row < wide.rows(); row++) {
      assertThat(values.get(2 * row)).isEqualTo(numbers(wide, "gpu_count").get(row));
      assertThat(values.get(2 * row + 1)).isEqualTo(numbers(wide, "capex_usd_bn").get(row));
    }
    assertThat(words(tall, "metric").subList(0, 2)).containsExactly("gpu_count", "capex_usd_bn");
    assertThat(words(tall, "stat")).containsOnly("central");
    assertThat(words(tall, "unit")).contains("GPU", "USD bn");
    assertThat(words(tall, "scenario")).containsOnly("plan");
  }

  @Test
  void aSingleDateSumsFromTheStart() {
    ProjectView at =
        new ProjectView(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.of(2027, 12, 31)),
            List.of(),
            List.of(Metric.CAPEX_USD_BN),
            ProjectView.Layout.WIDE,
            Folding.FOLDED);
    DataTable table = report(at).table();
    List<Double> years = numbers(timeline(Period.YEAR, Metric.CAPEX_USD_BN), "capex_usd_bn");
    assertThat(numbers(table, "capex_usd_bn"))
        .singleElement()
        .satisfies(sum -> assertThat(sum).isCloseTo(years.get(0) + years.get(1), within(1e-9)));
    assertThat(text(report(at).document(), "by")).isEmpty();
  }

  @Test
  void theDocumentHasTheRowsOfTheTable() {
    Report report = report(view(Period.QUARTER, ProjectView.Layout.WIDE));
    List<Data> rows = items(report.document(), "timeline");
    assertThat(rows).hasSize(report.table().rows());
    for (Metric metric : Metric.values()) {
      if (metric.kind() != Metric.Kind.TEXT) {
        assertThat(rows.stream().map(row -> number(row, metric.id())).toList())
            .isEqualTo(numbers(report.table(), metric.id()));
      }
    }
    assertThat(rows.stream().map(row -> text(row, "period_end")).toList())
        .isEqualTo(words(report.table(), "period_end"));
    assertThat(text(report.document(), "tool_version")).isEqualTo("test");
    assertThat(text(Tables.at(report.document(), "scenario"), "sha256")).isEqualTo("abc");
    assertThat(items(report.document(), "warnings")).containsExactly(Data.text("a warning"));
  }

  @Test
  void theAnswerOfAClaimIsOneOfItsReadings() {
    Report report = report(view(Period.QUARTER, ProjectView.Layout.WIDE));
    DataTable claims = report.withTable("claims").table();
    DataTable readings = report.withTable("readings").table();
    List<CheckedClaim> asked = SCENARIO.projected().claims();
    assertThat(words(claims, "claim")).containsExactly("stargate-1gw-2025", "power");
    assertThat(readings.rows())
        .isEqualTo(asked.stream().mapToInt(claim -> claim.readings().size()).sum());
    for (int i = 0; i < claims.rows(); i++) {
      int claim = i;
      double value = numbers(claims, "value").get(claim);
      boolean found = false;
      for (int row = 0; row < readings.rows(); row++) {
        found |=
            words(readings, "claim").get(row).equals(words(claims, "claim").get(claim))
                && words(readings, "metric").get(row).equals(words(claims, "metric").get(claim))
                && words(readings, "basis").get(row).equals(words(claims, "basis").get(claim))
                && words(readings, "verdict").get(row).equals(words(claims, "verdict").get(claim))
                && numbers(readings, "value").get(row) == value;
      }
      assertThat(found).isTrue();
      assertThat(numbers(claims, "attainment").get(claim))
          .isEqualTo(value / numbers(claims, "at_least").get(claim));
      assertThat(numbers(claims, "shortfall").get(claim))
          .isEqualTo(numbers(claims, "at_least").get(claim) - value);
    }
  }

  @Test
  void everyAssumptionIsANumberOrAWord() {
    DataTable table =
        report(view(Period.QUARTER, ProjectView.Layout.WIDE)).withTable("assumptions").table();
    assertThat(table.rows()).isEqualTo(SCENARIO.projected().spec().assumptions().size());
    for (int row = 0; row < table.rows(); row++) {
      boolean number = !Double.isNaN(numbers(table, "value").get(row));
      assertThat(words(table, "word").get(row).isEmpty()).isEqualTo(number);
      assertThat(words(table, "unit").get(row).isEmpty()).isEqualTo(!number);
    }
  }

  @Test
  void costOfTheYearsAddsUpToTheirSumRow() {
    var cost = Tables.table(report(view(Period.QUARTER, ProjectView.Layout.WIDE)), "calendar year");
    var sums = Tables.numbers(cost.rows().get(cost.rows().size() - 1));
    assertThat(cost.rows()).hasSize(4);
    for (int column = 1; column < cost.columns().size(); column++) {
      double sum = 0;
      for (var row : cost.rows().subList(0, 3)) {
        sum += Tables.numbers(row).get(column);
      }
      assertThat(sum).isCloseTo(sums.get(column), within(1e-9));
    }
    // the parts make the total
    double parts = sums.subList(1, sums.size() - 1).stream().mapToDouble(d -> d).sum();
    assertThat(parts).isCloseTo(sums.get(sums.size() - 1), within(1e-9));
  }

  @Test
  void severalScenariosAreToldApartByTheirName() {
    Report two =
        new ProjectReport("test", view(Period.YEAR, ProjectView.Layout.WIDE))
            .of(List.of(SCENARIO, SCENARIO));
    assertThat(two.table().rows()).isEqualTo(6);
    assertThat(items(two.document(), "results")).hasSize(2);
    assertThat(Tables.headings(two)).startsWith("2 scenarios");
    assertThat(two.withTable("readings").table().rows())
        .isEqualTo(
            2
                * SCENARIO.projected().claims().stream()
                    .mapToInt(claim -> claim.readings().size())
                    .sum());
  }
}
