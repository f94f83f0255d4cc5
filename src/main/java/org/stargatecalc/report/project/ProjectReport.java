package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Report;
import org.stargatecalc.result.Result;

/** The answer of {@code project}, for one or several scenarios. */
public final class ProjectReport {
  private final String toolVersion;
  private final ProjectView shape;

  /**
   * Creates a builder of reports.
   *
   * @param toolVersion the version that results name
   * @param shape which part of the answer is asked for
   */
  public ProjectReport(String toolVersion, ProjectView shape) {
    this.toolVersion = toolVersion;
    this.shape = shape;
  }

  /** Builds the report on scenarios in their order, at least one. */
  public Report of(List<ProjectedScenario> scenarios) {
    ProjectView.Part asked =
        shape.show().isEmpty() ? ProjectView.Part.TIMELINE : shape.show().get(0);
    Map<String, Supplier<DataTable>> parts = new LinkedHashMap<>();
    for (ProjectView.Part part : ProjectView.Part.values()) {
      parts.put(part.id(), () -> table(scenarios, part));
    }
    return new Report(
        () -> blocks(scenarios),
        () -> table(scenarios, asked),
        () -> scenarios.size() == 1 ? document(scenarios.get(0)) : documents(scenarios),
        parts);
  }

  private List<Block> blocks(List<ProjectedScenario> scenarios) {
    List<Block> blocks = new ArrayList<>();
    if (scenarios.size() > 1) {
      blocks.addAll(new ComparisonBlocks(scenarios).build());
    }
    for (ProjectedScenario scenario : scenarios) {
      blocks.addAll(new ScenarioBlocks(scenario, shape).build());
    }
    return blocks;
  }

  private DataTable table(List<ProjectedScenario> scenarios, ProjectView.Part part) {
    return DataTable.concat(scenarios.stream().map(scenario -> table(scenario, part)).toList());
  }

  private DataTable table(ProjectedScenario scenario, ProjectView.Part part) {
    return switch (part) {
      case TIMELINE -> layOut(timeline(scenario, TimelineTable.allMetrics(shape)));
      case COST -> layOut(timeline(scenario, costMetrics()));
      case CLAIMS -> AnswerTables.claims(scenario);
      case READINGS -> AnswerTables.readings(scenario);
      case ASSUMPTIONS -> AssumptionTables.assumptions(scenario);
      case SAMPLES -> new SamplesTable(scenario);
    };
  }

  private TimelineTable timeline(ProjectedScenario scenario, List<Metric> metrics) {
    return new TimelineTable(scenario, shape, metrics);
  }

  private DataTable layOut(TimelineTable table) {
    return shape.layout() == ProjectView.Layout.LONG ? table.inLongLayout() : table;
  }

  private List<Metric> costMetrics() {
    return TimelineTable.allMetrics(shape).stream()
        .filter(metric -> metric.unit().dimension().isMoney())
        .toList();
  }

  private Data documents(List<ProjectedScenario> scenarios) {
    return Data.Members.builder()
        .put("schema", Data.text(Result.SCHEMA_OF_SEVERAL))
        .put("results", new Data.Items(scenarios.stream().map(this::document).toList()))
        .build();
  }

  private Data document(ProjectedScenario scenario) {
    return Data.Members.builder()
        .put("schema", Data.text(Result.SCHEMA))
        .put("tool_version", Data.text(toolVersion))
        .put("seed", new Data.Whole(scenario.drawn().map(d -> d.settings().seed()).orElse(1L)))
        .put("samples", new Data.Whole(scenario.drawn().map(d -> d.settings().draws()).orElse(0)))
        .put("sampling", Data.text(scenario.drawn().map(d -> d.settings().sampling().id())))
        .put("scenario", AnswerTables.identity(scenario))
        .put("by", shape.at().isPresent() ? Data.NULL : Data.text(shape.by().id()))
        .put("claims", AnswerTables.claimDocuments(scenario))
        .put(
            "timeline",
            new Data.Rows(timeline(scenario, TimelineTable.allMetrics(shape)).withoutScenario()))
        .put("assumptions", AssumptionTables.documents(scenario))
        .put("warnings", new Data.Items(scenario.warnings().stream().map(Data::text).toList()))
        .build();
  }
}
