package org.stargatecalc.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stargatecalc.support.Tables.headings;
import static org.stargatecalc.support.Tables.items;
import static org.stargatecalc.support.Tables.number;
import static org.stargatecalc.support.Tables.numbers;
import static org.stargatecalc.support.Tables.text;
import static org.stargatecalc.support.Tables.words;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stargatecalc.analysis.compare.Comparer;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.result.Moment;
import org.stargatecalc.support.Results;
import org.stargatecalc.support.Tables;

/** The forms of one comparison say the same. */
class CompareReportTest {
  private static Results plan(double gpus, double pue, Verdict verdict) {
    return Results.named("plan")
        .with(Metric.GPU_COUNT, gpus)
        .with(Metric.FACILITY_POWER_GW, 1)
        .claim("a", verdict, 0.5)
        .assume("pue", pue);
  }

  private static Comparison comparison(Results base, Results... others) {
    return new Comparer(
            List.of(Metric.GPU_COUNT, Metric.FACILITY_POWER_GW),
            List.of(
                Moment.upTo(LocalDate.of(2026, 12, 31)), Moment.upTo(LocalDate.of(2027, 12, 31))),
            new Tolerance(0, Map.of()))
        .compare(
            Side.present("base.yaml", base.result()),
            Arrays.stream(others).map(o -> Side.present("other.yaml", o.result())).toList());
  }

  private static final Comparison CHANGED =
      comparison(plan(80, 1.2, Verdict.MET), plan(100, 1.5, Verdict.NOT_REACHED));

  private static Report report(Comparison comparison) {
    return new CompareReport(
            "test", comparison, Optional.empty(), List.of(), List.of(), false, false)
        .build(Folding.FOLDED);
  }

  @Test
  void theTableHasARowForEveryDifference() {
    DataTable table = report(CHANGED).table();
    int claimRows = ClaimFields.COMPARED_ROWS.size();
    assertThat(table.rows()).isEqualTo(1 + claimRows + 2);
    assertThat(words(table, "part").subList(0, 2)).containsExactly("assumption", "claim");
    assertThat(words(table, "base")).containsOnly("base.yaml");
    assertThat(words(table, "other")).containsOnly("other.yaml");
    for (int row = 0; row < table.rows(); row++) {
      double from = numbers(table, "from").get(row);
      double to = numbers(table, "to").get(row);
      double change = numbers(table, "change").get(row);
      if (!Double.isNaN(change)) {
        assertThat(change).isEqualTo(to - from);
        assertThat(numbers(table, "change_percent").get(row))
            .isEqualTo((to - from) / Math.abs(from) * 100);
        assertThat(words(table, "unit").get(row)).isNotEmpty();
      }
    }
    int verdict = words(table, "stat").indexOf("verdict");
    assertThat(words(table, "from_word").get(verdict)).isEqualTo("met");
    assertThat(words(table, "to_word").get(verdict)).isEqualTo("not_reached");
    int probability = words(table, "stat").indexOf("probability_met");
    assertThat(words(table, "unit").get(probability)).isEqualTo("1");
    int slip = words(table, "stat").indexOf("slip_months");
    assertThat(words(table, "unit").get(slip)).isEqualTo("months");
    int value = words(table, "stat").indexOf("value");
    assertThat(words(table, "unit").get(value)).isEqualTo("GW");
    assertThat(words(table, "from_origin").get(0)).isEqualTo("given");
  }

  @Test
  void theDocumentHasTheDifferencesOfTheTable() {
    Data document = report(CHANGED).document();
    assertThat(text(document, "tool_version")).isEqualTo("test");
    assertThat(Tables.at(document, "different")).isEqualTo(new Data.Truth(true));
    Data metric = items(document, "metrics").get(0);
    assertThat(text(metric, "metric")).isEqualTo("gpu_count");
    assertThat(number(metric, "from")).isEqualTo(80);
    Data to = items(metric, "to").get(0);
    assertThat(number(to, "value")).isEqualTo(100);
    assertThat(number(to, "change")).isEqualTo(20);
    assertThat(number(to, "change_percent")).isEqualTo(25);
    Data claim = items(document, "claims").get(0);
    assertThat(text(Tables.at(claim, "from"), "verdict")).isEqualTo("met");
    assertThat(text(items(claim, "to").get(0), "verdict")).isEqualTo("not_reached");
    assertThat(number(Tables.at(claim, "from"), "probability_met")).isEqualTo(0.5);
    Data assumption = items(document, "assumptions").get(0);
    assertThat(number(Tables.at(assumption, "from"), "value")).isEqualTo(1.2);
    assertThat(number(Tables.at(document, "unchanged"), "metrics")).isEqualTo(2);
  }

  @Test
  void peopleReadTheSameChange() {
    Report report = report(CHANGED);
    assertThat(headings(report))
        .containsExactly("plan: what changed", "Claims that changed", "Results that changed");
    Block.Table metrics = Tables.table(report, "metric");
    assertThat(metrics.rows()).hasSize(2);
    assertThat(Tables.numbers(metrics.rows().get(0)).subList(2, 6))
        .containsExactly(80.0, 100.0, 20.0, 0.25);
    Block.Table claims = Tables.table(report, "claim");
    assertThat(claims.rows().get(0).get(0)).isEqualTo(org.stargatecalc.report.Cell.words("a"));
  }

  @Test
  void severalOthersWithOneNameAreNumbered() {
    Report report =
        report(
            comparison(
                plan(80, 1.2, Verdict.MET),
                plan(90, 1.2, Verdict.MET),
                plan(100, 1.2, Verdict.MET)));
    Block.Table metrics = Tables.table(report, "metric");
    assertThat(metrics.columns())
        .extracting(Block.Column::title)
        .containsExactly("metric", "at", "base", "plan (1)", "%", "plan (2)", "%");
    assertThat(headings(report)).startsWith("2 scenarios against plan");
    assertThat(report.table().rows()).isEqualTo(4);
  }

  @Test
  void whatIsLeftOutOfALongTableIsCountedAndShownInFull() {
    Results base = plan(80, 1.2, Verdict.MET);
    Results other = plan(80, 1.2, Verdict.MET);
    for (int i = 0; i < 70; i++) {
      base.assume("a" + i, i);
      other.assume("a" + i, i + 0.5);
    }
    Comparison many = comparison(base, other);
    Report folded = report(many);
    assertThat(Tables.table(folded, "path").rows()).hasSize(60);
    Block.Details details = (Block.Details) folded.blocks().get(folded.blocks().size() - 2);
    assertThat(details.summary()).isEqualTo("70 assumptions that changed");
    assertThat(details.open()).isFalse();
    assertThat(details.blocks())
        .contains(new Block.Paragraph("and 10 more rows; -v shows them, csv and json hold all."));
    assertThat(folded.table().rows()).isEqualTo(70);
    assertThat(
            Tables.table(
                    new CompareReport(
                            "test", many, Optional.empty(), List.of(), List.of(), false, false)
                        .build(Folding.IN_FULL),
                    "path")
                .rows())
        .hasSize(70);
  }

  @Test
  void nothingChangedIsSaid() {
    Report same = report(comparison(plan(80, 1.2, Verdict.MET), plan(80, 1.2, Verdict.MET)));
    assertThat(same.isNews()).isFalse();
    assertThat(same.table().rows()).isZero();
    assertThat(same.blocks())
        .contains(
            new Block.Paragraph("Nothing changed."),
            new Block.Paragraph("Unchanged: 1 assumption, 1 claim, 4 numbers at 2 dates."));
  }
}
