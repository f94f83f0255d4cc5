package org.stargatecalc.report.check;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.CheckedFields;
import org.stargatecalc.report.FindingWords;
import org.stargatecalc.report.InvalidFields;
import org.stargatecalc.report.InvalidFile;

/** What is told of checks. */
public final class CheckFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/check/v1";

  private static final Fields<Document> COUNTS = Fields.of("counts", counts());

  private static List<Field<Document>> counts() {
    List<Field<Document>> counts = new ArrayList<>();
    for (Checked.Outcome outcome : Checked.Outcome.values()) {
      counts.add(whole(outcome.id(), "checks that ended so", d -> d.count(outcome)));
    }
    counts.add(
        whole("not_judged", "scenarios that nothing is expected of", d -> d.notJudged().size()));
    return counts;
  }

  /** All that a run of checks says. */
  public static final Fields<Document> DOCUMENT =
      Fields.of(
          "checks",
          constant("schema", SCHEMA, "name of this form"),
          text("tool_version", "version that wrote it", Document::toolVersion),
          truth(
              "passed",
              "whether nothing failed and every file was judged",
              d -> d.invalid().isEmpty() && d.count(Checked.Outcome.FAILED) == 0),
          record("counts", COUNTS, "checks by outcome", d -> d),
          records("scenarios", CheckedFields.SCENARIO, "in their order", Document::scenarios),
          records("invalid", InvalidFields.FILE, "files that were not judged", Document::invalid));

  /** One comparison as a row of a table. */
  private static final Fields<Row> ROW =
      Fields.of(
          "comparison",
          text("scenario", "id of the scenario", row -> row.scenario().name()),
          whole("check", "number of the expectation, from 1", Row::number),
          CheckedFields.OUTCOME.of(Row::checked),
          CheckedFields.LEVEL.of(Row::checked),
          text("expression", "what was measured", row -> row.finding().measure().text()),
          text("operator", "how", row -> row.finding().comparison().operator().id()),
          numberOrNaN("measured", "number", row -> row.shown(row.finding().measured())),
          numberOrNaN("bound", "number", row -> row.shown(row.finding().comparison().bound())),
          numberOrNaN(
              "margin",
              "below 0 beyond it",
              row -> row.shown(FindingWords.difference(row.finding()))),
          text("unit", "of the numbers", row -> FindingWords.unit(row.finding().measure())),
          optionalText("measured_word", "verdict", row -> row.finding().word()),
          optionalText("bound_word", "verdict", row -> row.finding().comparison().word()));

  private CheckFields() {}

  /**
   * A run of checks.
   *
   * @param toolVersion the version that the document names
   * @param scenarios in their order
   * @param invalid files that could not be judged
   */
  public record Document(
      String toolVersion, List<CheckedScenario> scenarios, List<InvalidFile> invalid) {
    /** Copies the lists. */
    public Document {
      scenarios = List.copyOf(scenarios);
      invalid = List.copyOf(invalid);
    }

    /** Returns the scenarios that nothing is expected of. */
    List<CheckedScenario> notJudged() {
      return scenarios.stream().filter(CheckedScenario::isNotJudged).toList();
    }

    long count(Checked.Outcome outcome) {
      return scenarios.stream().mapToLong(scenario -> scenario.count(outcome)).sum();
    }
  }

  /** One comparison of one check of one scenario. */
  private record Row(CheckedScenario scenario, int number, Checked checked, Finding finding) {
    double shown(double value) {
      return FindingWords.shown(finding.measure(), value);
    }
  }

  static DataTable table(List<CheckedScenario> scenarios) {
    List<Row> rows = new ArrayList<>();
    for (CheckedScenario scenario : scenarios) {
      int number = 0;
      for (Checked checked : scenario.checks()) {
        number++;
        for (Finding finding : checked.findings()) {
          rows.add(new Row(scenario, number, checked, finding));
        }
      }
    }
    return ROW.table(rows);
  }
}
