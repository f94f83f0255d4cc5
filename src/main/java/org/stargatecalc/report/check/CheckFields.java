package org.stargatecalc.report.check;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.numberOrText;
import static org.stargatecalc.field.Field.optionalNumberOrText;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.optionalTruth;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.FindingWords;
import org.stargatecalc.report.InvalidFields;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.word.Worded;

/** What is told of checks. */
public final class CheckFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/check/v1";

  private static final Field<Finding> MEASURED =
      optionalNumberOrText(
          "measured",
          "number or verdict, or why there is none; null where undefined",
          f -> f.word().isPresent() ? Data.text(f.word()) : Data.number(f.measured()));
  private static final Field<Finding> BOUND =
      numberOrText(
          "bound",
          "number or verdict",
          f -> isWord(f) ? Data.text(f.comparison().word()) : Data.number(f.comparison().bound()));

  /** What a comparison was found to be. */
  static final Fields<Finding> FINDING =
      Fields.of(
          "finding",
          text("measure", "what was measured", f -> measure(f).text()),
          word(
              "operator",
              Arrays.stream(Operator.values()).map(Operator::sign).toList(),
              "how it is compared",
              f -> f.comparison().operator().sign()),
          optionalText(
              "unit",
              "of the numbers; 1 for a share, null for a verdict",
              f -> isWord(f) ? Optional.empty() : Optional.of(baseUnit(measure(f)))),
          MEASURED,
          BOUND,
          numberOrNaN("margin", "negative beyond the bound", FindingWords::difference),
          numberOrNaN(
              "standard_error",
              "Monte-Carlo error of the measured number",
              f -> isWord(f) ? Double.NaN : f.error()),
          numberOrNaN("baseline", "the measure there; null without one", Finding::baseline),
          optionalTruth(
              "holds",
              "whether it is in favour of the check; null where it cannot be said",
              CheckFields::holds));

  /** Where an expectation is written. */
  private static final Fields<Expectation.Place> PLACE =
      Fields.of(
          "place",
          text("file", "file or option", Expectation.Place::file),
          whole("line", "from 1; 0 on the command line", Expectation.Place::line),
          whole("column", "from 1; 0 on the command line", Expectation.Place::column));

  private static final Field<Checked> OUTCOME =
      word("outcome", Worded.ids(Checked.Outcome.values()), "how it ended", c -> c.outcome().id());
  private static final Field<Checked> LEVEL =
      word(
          "level",
          Worded.ids(Expectation.Severity.values()),
          "how bad a failure is",
          c -> c.expectation().level().id());

  /** One expectation. */
  static final Fields<Checked> CHECK =
      Fields.of(
          "check",
          text("expression", "as written", c -> c.expectation().text()),
          OUTCOME,
          LEVEL,
          optionalText("message", "why it matters", c -> Optional.of(c.expectation().message())),
          record("origin", PLACE, "where it is written", c -> c.expectation().origin()),
          records("findings", FINDING, "one a comparison", Checked::findings));

  /** One scenario. */
  static final Fields<CheckedScenario> SCENARIO =
      Fields.of(
          "checked_scenario",
          text("name", "id of the scenario", CheckedScenario::name),
          text("file", "as the user named it", CheckedScenario::file),
          whole("samples", "draws; 0 for the central case", CheckedScenario::samples),
          records("checks", CHECK, "in their order", CheckedScenario::checks));

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
          records("scenarios", SCENARIO, "in their order", Document::scenarios),
          records("invalid", InvalidFields.FILE, "files that were not judged", Document::invalid));

  /** One comparison as a row of a table. */
  private static final Fields<Row> ROW =
      Fields.of(
          "comparison",
          text("scenario", "id of the scenario", row -> row.scenario().name()),
          whole("check", "number of the expectation, from 1", Row::number),
          OUTCOME.of(Row::checked),
          LEVEL.of(Row::checked),
          text("expression", "what was measured", row -> measure(row.finding()).text()),
          text("operator", "how", row -> row.finding().comparison().operator().id()),
          numberOrNaN("measured", "number", row -> row.shown(row.finding().measured())),
          numberOrNaN("bound", "number", row -> row.shown(row.finding().comparison().bound())),
          numberOrNaN(
              "margin",
              "below 0 beyond it",
              row -> row.shown(FindingWords.difference(row.finding()))),
          text("unit", "of the numbers", row -> FindingWords.unit(measure(row.finding()))),
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
      return FindingWords.shown(measure(finding), value);
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

  private static Measure measure(Finding finding) {
    return finding.comparison().measure();
  }

  private static boolean isWord(Finding finding) {
    return finding.comparison().word().isPresent();
  }

  private static String baseUnit(Measure measure) {
    String unit = FindingWords.unit(measure);
    return unit.equals("%") ? "1" : unit;
  }

  private static Optional<Boolean> holds(Finding finding) {
    return switch (finding.answer()) {
      case YES -> Optional.of(true);
      case NO -> Optional.of(false);
      case UNDEFINED, NOISE -> Optional.empty();
    };
  }
}
