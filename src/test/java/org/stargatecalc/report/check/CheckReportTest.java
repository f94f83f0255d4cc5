package org.stargatecalc.report.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stargatecalc.support.Tables.items;
import static org.stargatecalc.support.Tables.number;
import static org.stargatecalc.support.Tables.numbers;
import static org.stargatecalc.support.Tables.text;
import static org.stargatecalc.support.Tables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Checker;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;
import org.stargatecalc.support.Results;
import org.stargatecalc.support.Tables;

/** The forms of one check say the same. */
class CheckReportTest {
  private static final List<String> EXPECTED =
      List.of(
          "gpu_count@2027 >= 90",
          "gpu_count@2027 >= 110",
          "prob(a) >= 30% and gpu_count@2027 > 1",
          "claim(a) == late",
          "delta(gpu_count@2027) < 50%");

  private static Report report;

  @BeforeAll
  static void check() throws Exception {
    Results before = Results.named("plan").with(Metric.GPU_COUNT, 80);
    Results now = Results.named("plan").with(Metric.GPU_COUNT, 100).claim("a", Verdict.MET, 0.4);
    List<Checked> checks = new ArrayList<>();
    for (int i = 0; i < EXPECTED.size(); i++) {
      checks.add(
          new Checker(now.result(), Optional.of(before.result()))
              .check(
                  new Expectation(
                      ExpressionReader.parse(EXPECTED.get(i)),
                      EXPECTED.get(i),
                      i == 3 ? Expectation.Severity.WARN : Expectation.Severity.ERROR,
                      i == 1 ? "why" : "",
                      new Expectation.Place(i == 0 ? "--fail-on" : "plan.yaml", i, i))));
    }
    report =
        CheckReport.of(
            "test",
            List.of(
                new CheckedScenario("plan", "plan.yaml", 0, checks),
                new CheckedScenario("empty", "empty.yaml", 0, List.of())),
            List.of(),
            Folding.FOLDED);
  }

  @Test
  void outcomesAreCounted() {
    assertThat(Tables.headings(report))
        .containsExactly("1 failed, 1 warning, 3 passed, 1 not judged", "plan (plan.yaml)");
    Data counts = Tables.at(report.document(), "counts");
    assertThat(number(counts, "passed")).isEqualTo(3);
    assertThat(number(counts, "failed")).isEqualTo(1);
    assertThat(number(counts, "warned")).isEqualTo(1);
    assertThat(number(counts, "inconclusive")).isZero();
    assertThat(Tables.at(report.document(), "passed")).isEqualTo(new Data.Truth(false));
  }

  @Test
  void theTableHasARowForEveryComparison() {
    DataTable table = report.table();
    assertThat(numbers(table, "check")).containsExactly(1.0, 2.0, 3.0, 3.0, 4.0, 5.0);
    assertThat(words(table, "outcome"))
        .containsExactly("passed", "failed", "passed", "passed", "warned", "passed");
    assertThat(numbers(table, "margin").subList(0, 2)).containsExactly(10.0, -10.0);
    // shares are percentages to people and in spreadsheets
    assertThat(numbers(table, "measured").get(2)).isEqualTo(40);
    assertThat(numbers(table, "bound").get(2)).isEqualTo(30);
    assertThat(words(table, "unit")).containsExactly("GPU", "GPU", "%", "GPU", "", "%");
    assertThat(words(table, "measured_word").get(4)).isEqualTo("met");
    assertThat(words(table, "bound_word").get(4)).isEqualTo("late");
  }

  @Test
  void theDocumentHasThemAsShares() {
    List<Data> checks = items(items(report.document(), "scenarios").get(0), "checks");
    assertThat(checks).hasSize(EXPECTED.size());
    Data share = items(checks.get(2), "findings").get(0);
    assertThat(number(share, "measured")).isEqualTo(0.4);
    assertThat(text(share, "unit")).isEqualTo("1");
    assertThat(Tables.at(share, "holds")).isEqualTo(new Data.Truth(true));
    Data verdict = items(checks.get(3), "findings").get(0);
    assertThat(text(verdict, "measured")).isEqualTo("met");
    assertThat(text(verdict, "bound")).isEqualTo("late");
    assertThat(Tables.at(verdict, "unit")).isEqualTo(Data.NULL);
    Data change = items(checks.get(4), "findings").get(0);
    assertThat(number(change, "measured")).isEqualTo(0.25);
    assertThat(number(change, "baseline")).isEqualTo(80);
    assertThat(text(checks.get(1), "message")).isEqualTo("why");
    assertThat(number(Tables.at(checks.get(1), "origin"), "line")).isEqualTo(1);
  }

  @Test
  void continuousIntegrationReadsTheSame() {
    List<Verification> all = report.verifications();
    List<String> names = new ArrayList<>(EXPECTED);
    names.add("expectations");
    assertThat(all).extracting(Verification::check).isEqualTo(names);
    assertThat(all)
        .extracting(Verification::outcome)
        .containsExactly(
            Verification.Outcome.PASSED,
            Verification.Outcome.FAILED,
            Verification.Outcome.PASSED,
            Verification.Outcome.WARNED,
            Verification.Outcome.PASSED,
            Verification.Outcome.NOT_JUDGED);
    assertThat(all.get(0).rule()).isEqualTo("fail-on");
    assertThat(all.get(0).file()).isEqualTo("plan.yaml");
    assertThat(all.get(1).rule()).isEqualTo("expect");
    assertThat(all.get(1).line()).isEqualTo(1);
    assertThat(all.get(1).message()).isEqualTo("why");
    // worse is larger: 10 beyond a bound of 110 against 10 within one of 90
    assertThat(all.get(1).severity()).isEqualTo(10 / 110.0);
    assertThat(all.get(0).severity()).isEqualTo(-10 / 90.0);
    assertThat(all.get(3).severity()).isInfinite();
  }
}
