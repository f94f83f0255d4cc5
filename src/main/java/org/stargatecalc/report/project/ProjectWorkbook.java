package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.report.project.sheets.ProjectionSheets;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.result.PeriodFields;
import org.stargatecalc.result.PeriodValues;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.Workbook;

/** The answer of {@code project} as a workbook; sheets of several scenarios begin with a number. */
final class ProjectWorkbook {
  private final String toolVersion;
  private final ProjectView view;

  ProjectWorkbook(String toolVersion, ProjectView view) {
    this.toolVersion = toolVersion;
    this.view = view;
  }

  /** Returns the workbook of scenarios, at least one. */
  Workbook of(List<ProjectedScenario> scenarios) {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      String prefix = scenarios.size() == 1 ? "" : (i + 1) + " ";
      sheets.addAll(ProjectionSheets.of(input(prefix, scenarios.get(i))));
    }
    return new Workbook(sheets);
  }

  private ProjectionSheets.Input input(String prefix, ProjectedScenario scenario) {
    List<PeriodValues> rows = new Timeline(scenario, view.fromTheStart(), view.period()).rows();
    List<Boolean> shown = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    double before = scenario.projected().projection().horizon().start();
    for (PeriodValues row : rows) {
      shown.add(view.at().isPresent() || view.isBetween(row.end()));
      after.add(before);
      before = Instants.endOf(row.end());
      ends.add(before);
    }
    List<Metric> metrics = view.allMetrics();
    Optional<List<Integer>> percentiles = ProjectReport.percentiles(scenario);
    return new ProjectionSheets.Input(
        prefix,
        scenario.projected().spec(),
        scenario.projected().scenario(),
        scenario.projected().projection(),
        scenario.projected().claims(),
        ClaimFields.ALL.ofRun(percentiles).table(Documents.claims(scenario)),
        PeriodFields.of(metrics).ofRun(percentiles).table(rows),
        shown,
        after,
        ends,
        metrics,
        wanted(),
        facts(scenario));
  }

  private List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    for (ProjectView.Part part : ProjectView.Part.values()) {
      if (view.shows(part)) {
        wanted.add(part.id());
      }
    }
    return wanted;
  }

  private List<List<String>> facts(ProjectedScenario scenario) {
    ScenarioSpec spec = scenario.projected().spec();
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("scenario", scenario.name()));
    spec.title().ifPresent(title -> facts.add(List.of("title", title)));
    facts.add(List.of("file", scenario.file()));
    facts.add(List.of("sha256", scenario.sha256().get()));
    facts.add(List.of("horizon", spec.horizon().from() + " to " + spec.horizon().to()));
    facts.add(List.of("computed by", "stargate-calc " + toolVersion));
    facts.add(List.of("version of the model", String.valueOf(ModelVersion.CURRENT)));
    if (scenario.drawn().isPresent()) {
      Settings settings = scenario.drawn().get().settings();
      facts.add(
          List.of(
              "uncertainty",
              "Formulas give the central case. Quantiles (_p05 and so on) and odds are values of "
                  + settings.draws()
                  + " draws with seed "
                  + settings.seed()
                  + "."));
    }
    scenario.warnings().forEach(warning -> facts.add(List.of("warning", warning)));
    return facts;
  }
}
