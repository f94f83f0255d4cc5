package org.stargatecalc.report.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stargatecalc.support.Tables.items;
import static org.stargatecalc.support.Tables.number;
import static org.stargatecalc.support.Tables.numbers;
import static org.stargatecalc.support.Tables.text;
import static org.stargatecalc.support.Tables.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.Backtester;
import org.stargatecalc.analysis.backtest.Band;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.report.Report;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.support.Tables;

/** The forms of one backtest say the same. */
class BacktestReportTest {
  private static final SiteRecord RECORD = CatalogReader.sites();
  private static final List<BaselinePath> BASELINES = CatalogReader.baselines();
  private static final Backtest.Selection ALL =
      new Backtest.Selection(Set.of(), Optional.empty(), Optional.empty());

  private static BacktestedScenario scenario;

  @BeforeAll
  static void test() throws IOException {
    LoadedScenario loaded = ProjectedYaml.load(Files.readString(Path.of("scenarios/abilene.yaml")));
    scenario =
        new BacktestedScenario(
            "abilene.yaml",
            () -> "abc",
            List.of("a warning"),
            new Backtester(RECORD, BASELINES, ALL).test(loaded.spec(), loaded.claims(), Band.NONE),
            Band.NONE);
  }

  private static Report report(Optional<BacktestReport.Part> part) {
    return new BacktestReport("test", RECORD, BASELINES, ALL, part).of(List.of(scenario));
  }

  @Test
  void anErrorIsTheProjectionLessTheRecord() {
    DataTable points = report(Optional.empty()).table();
    assertThat(points.rows()).isPositive();
    for (int row = 0; row < points.rows(); row++) {
      double recorded = numbers(points, "recorded_mw").get(row);
      double error = numbers(points, "error_mw").get(row);
      assertThat(error)
          .isCloseTo(numbers(points, "projected_mw").get(row) - recorded, within(1e-8));
      double share = numbers(points, "error_share").get(row);
      if (recorded > 0) {
        assertThat(share).isEqualTo(error / recorded);
      } else {
        assertThat(share).isNaN();
      }
      assertThat(words(points, "scenario").get(row)).isEqualTo("abilene");
    }
    for (BaselinePath baseline : BASELINES) {
      assertThat(numbers(points, baseline.id().replace('-', '_') + "_mw")).isNotEmpty();
    }
  }

  @Test
  void theDocumentHasThePointsAndScoresOfTheTables() {
    Data result = items(report(Optional.empty()).document(), "results").get(0);
    List<Double> errors = new ArrayList<>();
    List<Double> mapes = new ArrayList<>();
    for (Data subject : items(result, "subjects")) {
      items(subject, "points").forEach(point -> errors.add(number(point, "error_mw")));
      items(subject, "scores").forEach(score -> mapes.add(number(score, "mape")));
    }
    assertThat(errors).isEqualTo(numbers(report(Optional.empty()).table(), "error_mw"));
    DataTable scores = report(Optional.of(BacktestReport.Part.SCORES)).table();
    assertThat(mapes).isEqualTo(numbers(scores, "mape"));
    assertThat(text(Tables.at(result, "scenario"), "file")).isEqualTo("abilene.yaml");
    assertThat(items(result, "warnings")).containsExactly(Data.text("a warning"));
  }

  @Test
  void aScoreIsThatOfItsPoints() {
    Report report = report(Optional.of(BacktestReport.Part.SCORES));
    DataTable scores = report.table();
    for (int row = 0; row < scores.rows(); row++) {
      double points = numbers(scores, "points").get(row);
      assertThat(numbers(scores, "positive_points").get(row)).isLessThanOrEqualTo(points);
      assertThat(numbers(scores, "within_1_percent").get(row))
          .isLessThanOrEqualTo(numbers(scores, "positive_points").get(row));
      double mean = numbers(scores, "mean_error_mw").get(row);
      if (points > 0) {
        assertThat(Math.abs(mean))
            .isLessThanOrEqualTo(numbers(scores, "mean_absolute_error_mw").get(row) + 1e-9);
      }
    }
    // the projection is no baseline, so it is never the best of them
    for (int row = 0; row < scores.rows(); row++) {
      if (words(scores, "model").get(row).equals("projection")) {
        assertThat(words(scores, "best_baseline").get(row)).isEmpty();
      }
    }
    assertThat(words(scores, "best_baseline")).contains("yes");
  }

  @Test
  void peopleReadWhatWasComparedAndHowItIsScored() {
    Report report = report(Optional.empty());
    assertThat(Tables.headings(report).get(0)).startsWith("Backtest: ");
    assertThat(Tables.headings(report)).contains("How it is scored", "Source of the record");
    Report points = report(Optional.of(BacktestReport.Part.POINTS));
    assertThat(Tables.headings(points)).noneMatch(heading -> heading.startsWith("Happened: "));
    Report scores = report(Optional.of(BacktestReport.Part.SCORES));
    assertThat(Tables.headings(scores)).anyMatch(heading -> heading.startsWith("Happened: "));
    Report two =
        new BacktestReport("test", RECORD, BASELINES, ALL, Optional.empty())
            .of(List.of(scenario, scenario));
    assertThat(Tables.headings(two)).startsWith("2 scenarios against the record");
    assertThat(two.table().rows()).isEqualTo(2 * report.table().rows());
  }
}
