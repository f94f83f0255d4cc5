package org.stargatecalc.report.project;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.project.ProjectDrawing;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.MadeBy;
import org.stargatecalc.report.Report;
import org.stargatecalc.result.AssumptionFields;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.result.PeriodFields;
import org.stargatecalc.result.PeriodValues;
import org.stargatecalc.result.PhaseFields;
import org.stargatecalc.result.ResultDocument;
import org.stargatecalc.result.ResultFields;

/** The answer of {@code project}, for one or several scenarios. */
public final class ProjectReport {
  private final String toolVersion;
  private final ProjectView view;
  private final Supplier<SiteRecord> record;

  /**
   * Creates a builder of reports.
   *
   * @param toolVersion the version that results name
   * @param view which part of the answer is asked for
   */
  public ProjectReport(String toolVersion, ProjectView view) {
    this(toolVersion, view, SiteRecord::empty);
  }

  /**
   * Creates a builder of reports whose pictures show what is recorded of a site.
   *
   * @param record of sites, read when a picture is drawn
   */
  public ProjectReport(String toolVersion, ProjectView view, Supplier<SiteRecord> record) {
    this.toolVersion = toolVersion;
    this.view = view;
    this.record = record;
  }

  /** Builds the report on scenarios in their order, at least one. */
  public Report of(List<ProjectedScenario> scenarios) {
    ProjectView.Part asked = view.show().isEmpty() ? ProjectView.Part.TIMELINE : view.show().get(0);
    Map<String, Supplier<DataTable>> parts = new LinkedHashMap<>();
    for (ProjectView.Part part : ProjectView.Part.values()) {
      parts.put(part.id(), () -> table(scenarios, part));
    }
    return new Report(
            () -> blocks(scenarios),
            () -> table(scenarios, asked),
            () ->
                scenarios.size() == 1
                    ? ResultFields.RESULT.document(document(scenarios.get(0)))
                    : ResultFields.RESULTS.document(documents(scenarios)),
            parts)
        .withWorkbook(() -> new ProjectWorkbook(toolVersion, view).of(scenarios))
        .withDrawings(() -> scenarios.stream().map(this::drawing).toList());
  }

  private Drawing drawing(ProjectedScenario scenario) {
    return new ProjectDrawing(scenario.projected(), scenario.drawn(), record);
  }

  private List<Block> blocks(List<ProjectedScenario> scenarios) {
    List<Block> blocks = new ArrayList<>();
    if (scenarios.size() > 1) {
      blocks.addAll(new ComparisonBlocks(scenarios).build());
    }
    boolean inShort =
        scenarios.size() > 1 && view.show().isEmpty() && view.folding() == Folding.FOLDED;
    for (ProjectedScenario scenario : scenarios) {
      ScenarioBlocks of = new ScenarioBlocks(scenario, view, drawing(scenario), record);
      blocks.addAll(inShort ? of.inShort() : of.build());
    }
    blocks.add(foot(scenarios));
    return blocks;
  }

  /** By which model and draws it was made. */
  private static Block foot(List<ProjectedScenario> scenarios) {
    List<Block.Fact> facts = new ArrayList<>();
    for (ProjectedScenario scenario : scenarios) {
      if (scenario.drawn().isPresent()) {
        Settings settings = scenario.drawn().get().settings();
        facts.add(
            Block.Fact.of(
                "Draws",
                Cell.words(
                    (scenarios.size() > 1 ? scenario.name() + ": " : "")
                        + settings.draws()
                        + " "
                        + settings.sampling().id()
                        + " points, seed "
                        + settings.seed())));
      }
    }
    return MadeBy.foot(facts);
  }

  private DataTable table(List<ProjectedScenario> scenarios, ProjectView.Part part) {
    return DataTable.concat(scenarios.stream().map(scenario -> table(scenario, part)).toList());
  }

  private DataTable table(ProjectedScenario scenario, ProjectView.Part part) {
    List<DataTable.Label> name = List.of(new DataTable.Label("scenario", scenario.name()));
    return switch (part) {
      case TIMELINE -> DataTable.labelled(name, timeline(scenario, view.allMetrics()));
      case COST -> DataTable.labelled(name, timeline(scenario, costMetrics()));
      case CLAIMS ->
          DataTable.labelled(
              name, ClaimFields.ALL.ofRun(percentiles(scenario)).table(Documents.claims(scenario)));
      case READINGS -> readings(scenario);
      case ASSUMPTIONS ->
          DataTable.labelled(name, AssumptionFields.ALL.table(Documents.assumptions(scenario)));
      case PHASES ->
          DataTable.labelled(name, PhaseFields.PHASE.table(PhasePeriods.phases(scenario, view)));
      case SITES ->
          DataTable.labelled(name, PhaseFields.SITE.table(PhasePeriods.sites(scenario, view)));
      case SAMPLES -> new SamplesTable(scenario, view);
    };
  }

  static Optional<List<Integer>> percentiles(ProjectedScenario scenario) {
    return scenario.drawn().map(drawn -> drawn.settings().percentiles());
  }

  private DataTable timeline(ProjectedScenario scenario, List<Metric> metrics) {
    List<PeriodValues> rows = new Timeline(scenario, view, view.period()).rows();
    return view.layout() == ProjectView.Layout.LONG
        ? LongTimeline.table(
            rows, ProjectView.numeric(metrics), percentiles(scenario).orElse(List.of()))
        : PeriodFields.of(metrics).ofRun(percentiles(scenario)).table(rows);
  }

  private static DataTable readings(ProjectedScenario scenario) {
    List<DataTable> tables = new ArrayList<>();
    tables.add(readings(scenario, "", List.of()));
    for (CheckedClaim claim : scenario.projected().claims()) {
      tables.add(readings(scenario, claim.claim().id(), claim.readings()));
    }
    return DataTable.concat(tables);
  }

  private static DataTable readings(
      ProjectedScenario scenario, String claim, List<Answer> readings) {
    return DataTable.labelled(
        List.of(
            new DataTable.Label("scenario", scenario.name()), new DataTable.Label("claim", claim)),
        ClaimFields.READING.table(readings));
  }

  private List<Metric> costMetrics() {
    return view.allMetrics().stream()
        .filter(metric -> metric.unit().dimension().isMoney())
        .toList();
  }

  /** Each is made when it is written: those of thousands of scenarios are large. */
  private List<ResultDocument> documents(List<ProjectedScenario> scenarios) {
    return new AbstractList<>() {
      @Override
      public ResultDocument get(int index) {
        return document(scenarios.get(index));
      }

      @Override
      public int size() {
        return scenarios.size();
      }
    };
  }

  private ResultDocument document(ProjectedScenario scenario) {
    return Documents.document(toolVersion, scenario, view);
  }
}
