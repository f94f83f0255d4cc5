package org.stargatecalc.report.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.FleetReading;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Basis;

/** Points and scores of a backtest as tables and documents. */
public final class BacktestTables {
  private BacktestTables() {}

  /** One row a recorded point and basis; a column for the power of every baseline. */
  static DataTable points(BacktestedScenario scenario, List<String> baselines) {
    DataTable.InMemory table = new DataTable.InMemory(pointColumns(baselines, true));
    for (Subject subject : scenario.backtest().subjects()) {
      addPoints(scenario.name(), subject, baselines, table);
    }
    return table;
  }

  private static DataTable.Column[] pointColumns(List<String> baselines, boolean named) {
    List<DataTable.Column> columns = new ArrayList<>();
    if (named) {
      columns.add(DataTable.Column.words("scenario"));
      columns.add(DataTable.Column.words("scope"));
      columns.add(DataTable.Column.words("site"));
    } else {
      columns.add(DataTable.Column.words("largest_site"));
    }
    columns.add(DataTable.Column.words("date"));
    columns.add(DataTable.Column.words("set"));
    columns.add(DataTable.Column.words("basis"));
    columns.add(DataTable.Column.number("recorded_mw"));
    columns.add(DataTable.Column.number("projected_mw"));
    columns.add(DataTable.Column.number("error_mw"));
    columns.add(DataTable.Column.number("error_share"));
    columns.add(DataTable.Column.words("reached_on"));
    columns.add(DataTable.Column.number("error_months"));
    columns.add(DataTable.Column.number("inside_band"));
    columns.add(DataTable.Column.words("record_falls"));
    List<String> models = new ArrayList<>(baselines);
    models.add(ModelReading.PLAN);
    for (String model : models) {
      String id = model.replace('-', '_');
      columns.add(DataTable.Column.number(id + "_mw"));
      columns.add(DataTable.Column.number(id + "_error_months"));
    }
    return columns.toArray(DataTable.Column[]::new);
  }

  private static void addPoints(
      String scenario, Subject subject, List<String> baselines, DataTable.InMemory table) {
    List<String> models = new ArrayList<>(baselines);
    models.add(ModelReading.PLAN);
    for (BacktestPoint point : subject.points()) {
      List<Object> row = new ArrayList<>();
      if (!scenario.isEmpty()) {
        row.add(scenario);
        row.add(subject.scope().id());
        row.add(point.site().orElse(subject.scope() == Subject.Scope.SUM ? "" : subject.id()));
      } else {
        row.add(point.site());
      }
      row.add(point.date().toString());
      row.add(point.set().id());
      row.add(point.basis().id());
      row.add(point.recordedMw());
      row.add(point.projection().mw());
      row.add(point.errorMw());
      row.add(point.errorShare());
      row.add(point.projection().reachedOn().map(LocalDate::toString));
      row.add(point.projection().errorMonths());
      row.add(point.projection().insideBand().orElse(Double.NaN));
      row.add(point.falls() ? "yes" : "");
      for (String model : models) {
        Optional<ModelReading> estimate = point.estimate(model);
        row.add(estimate.map(ModelReading::mw).orElse(Double.NaN));
        row.add(estimate.map(ModelReading::errorMonths).orElse(Double.NaN));
      }
      table.add(row.toArray());
    }
  }

  /** One row a subject, window, basis and model. */
  static DataTable scores(BacktestedScenario scenario) {
    DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("scenario"),
            DataTable.Column.words("scope"),
            DataTable.Column.words("site"),
            DataTable.Column.words("window"),
            DataTable.Column.words("basis"),
            DataTable.Column.words("model"),
            DataTable.Column.number("points"),
            DataTable.Column.number("positive_points"),
            DataTable.Column.number("mape"),
            DataTable.Column.number("bias"),
            DataTable.Column.number("mean_error_mw"),
            DataTable.Column.number("mean_absolute_error_mw"),
            DataTable.Column.number("mean_error_months"),
            DataTable.Column.number("within_1_percent"),
            DataTable.Column.number("share_inside_band"),
            DataTable.Column.words("best_baseline"));
    for (Subject subject : scenario.backtest().subjects()) {
      for (Subject.Window window : subject.windows()) {
        for (Basis basis : Basis.values()) {
          Optional<String> best = subject.bestBaseline(window, basis).map(Score::model);
          for (Score score : subject.scores(window, basis)) {
            table.add(
                scenario.name(),
                subject.scope().id(),
                subject.scope() == Subject.Scope.SITE ? subject.id() : "",
                window.id(),
                basis.id(),
                score.model(),
                (double) score.points(),
                (double) score.positivePoints(),
                score.mape(),
                score.bias(),
                score.meanErrorMw(),
                score.meanAbsoluteErrorMw(),
                score.meanErrorMonths(),
                (double) score.within(),
                score.insideBand(),
                best.equals(Optional.of(score.model())) ? "yes" : "");
          }
        }
      }
    }
    return table;
  }

  static Data document(BacktestedScenario scenario, List<String> baselines) {
    List<Data> subjects = new ArrayList<>();
    for (Subject subject : scenario.backtest().subjects()) {
      DataTable.InMemory points = new DataTable.InMemory(pointColumns(baselines, false));
      addPoints("", subject, baselines, points);
      subjects.add(
          Data.Members.builder()
              .put("scope", Data.text(subject.scope().id()))
              .put("id", Data.text(subject.id()))
              .put("title", Data.text(subject.title()))
              .put("scenario_site", Data.text(subject.scenarioSite()))
              .put("plan_vintage", Data.date(subject.planDate()))
              .put("dates_outside_horizon", new Data.Whole(subject.outside()))
              .put("scores", scores(subject))
              .put("points", new Data.Rows(points))
              .build());
    }
    return Data.Members.builder()
        .put(
            "scenario",
            Data.Members.builder()
                .put("name", Data.text(scenario.name()))
                .put("title", Data.text(scenario.backtest().spec().title()))
                .put("file", Data.text(scenario.file()))
                .put("sha256", Data.text(scenario.sha256().get()))
                .build())
        .put("whole_frontier", new Data.Truth(scenario.backtest().wholeFrontier()))
        .put("last_happened", Data.text(scenario.backtest().lastHappened().toString()))
        .put(
            "unrecorded_sites",
            new Data.Items(scenario.backtest().unrecorded().stream().map(Data::text).toList()))
        .put("site_scores", siteScores(scenario.backtest()))
        .put("subjects", new Data.Items(subjects))
        .put(
            "readings",
            new Data.Items(
                scenario.backtest().readings().stream().map(BacktestTables::reading).toList()))
        .put("warnings", new Data.Items(scenario.warnings().stream().map(Data::text).toList()))
        .build();
  }

  private static Data scores(Subject subject) {
    List<Data> scores = new ArrayList<>();
    for (Subject.Window window : subject.windows()) {
      for (Basis basis : Basis.values()) {
        Optional<String> best = subject.bestBaseline(window, basis).map(Score::model);
        for (Score score : subject.scores(window, basis)) {
          scores.add(score(window, basis, score, best.equals(Optional.of(score.model()))));
        }
      }
    }
    return new Data.Items(scores);
  }

  /** Scores of the projection over the points of all sites. */
  private static Data siteScores(Backtest backtest) {
    List<Data> scores = new ArrayList<>();
    for (Subject.Window window : List.of(Subject.Window.HAPPENED, Subject.Window.FORECAST)) {
      for (Basis basis : Basis.values()) {
        Score score = Score.of(ModelReading.PROJECTION, backtest.sitePoints(window, basis));
        scores.add(score(window, basis, score, false));
      }
    }
    return new Data.Items(scores);
  }

  private static Data score(Subject.Window window, Basis basis, Score score, boolean best) {
    return Data.Members.builder()
        .put("window", Data.text(window.id()))
        .put("basis", Data.text(basis.id()))
        .put("model", Data.text(score.model()))
        .put("points", new Data.Whole(score.points()))
        .put("positive_points", new Data.Whole(score.positivePoints()))
        .put("mape", Data.number(score.mape()))
        .put("bias", Data.number(score.bias()))
        .put("mean_error_mw", Data.number(score.meanErrorMw()))
        .put("mean_absolute_error_mw", Data.number(score.meanAbsoluteErrorMw()))
        .put("mean_error_months", Data.number(score.meanErrorMonths()))
        .put("within_1_percent", new Data.Whole(score.within()))
        .put("share_inside_band", Data.number(score.insideBand()))
        .put("best_baseline", new Data.Truth(best))
        .build();
  }

  private static Data reading(FleetReading reading) {
    return Data.Members.builder()
        .put("claim", Data.text(reading.claim().id()))
        .put("basis", Data.text(reading.claim().basis().id()))
        .put("at_least", Data.number(reading.claim().atLeast()))
        .put("by", Data.text(reading.claim().by().toString()))
        .put("training_system", answer(reading.system()))
        .put("site", answer(reading.site()))
        .put("fleet", answer(reading.fleet()))
        .put("recorded_site", recorded(reading.recordedSite()))
        .put("recorded_fleet", recorded(reading.recordedFleet()))
        .build();
  }

  private static Data answer(Answer answer) {
    return Data.Members.builder()
        .put("verdict", Data.text(answer.verdict().id()))
        .put("value", Data.number(answer.value()))
        .put("reached_on", Data.date(answer.reachedOn()))
        .build();
  }

  private static Data recorded(FleetReading.Recorded recorded) {
    return Data.Members.builder()
        .put("power_mw", Data.number(recorded.mw()))
        .put("reached_on", Data.date(recorded.reachedOn()))
        .build();
  }
}
