package org.stargatecalc.report;

import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.numberOrText;
import static org.stargatecalc.field.Field.optionalNumberOrText;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.optionalTruth;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;

import java.util.Arrays;
import java.util.Optional;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.word.Worded;

/** What is told of a scenario that was judged, by whichever command. */
public final class CheckedFields {
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
  private static final Fields<Finding> FINDING =
      Fields.of(
          "finding",
          text("measure", "what was measured", f -> f.measure().text()),
          word(
              "operator",
              Arrays.stream(Operator.values()).map(Operator::sign).toList(),
              "how it is compared",
              f -> f.comparison().operator().sign()),
          optionalText(
              "unit",
              "of the numbers; 1 for a share, null for a verdict",
              f -> isWord(f) ? Optional.empty() : Optional.of(baseUnit(f.measure()))),
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
              CheckedFields::holds));

  /** Where an expectation is written. */
  private static final Fields<Expectation.Place> PLACE =
      Fields.of(
          "place",
          text("file", "file or option", Expectation.Place::file),
          whole("line", "from 1; 0 on the command line", Expectation.Place::line),
          whole("column", "from 1; 0 on the command line", Expectation.Place::column));

  /** How an expectation ended. */
  public static final Field<Checked> OUTCOME =
      word("outcome", Worded.ids(Checked.Outcome.values()), "how it ended", c -> c.outcome().id());

  /** How bad its failure is. */
  public static final Field<Checked> LEVEL =
      word(
          "level",
          Worded.ids(Expectation.Severity.values()),
          "how bad a failure is",
          c -> c.expectation().level().id());

  /** One expectation. */
  private static final Fields<Checked> CHECK =
      Fields.of(
          "check",
          text("expression", "as written", c -> c.expectation().text()),
          OUTCOME,
          LEVEL,
          optionalText("message", "why it matters", c -> Optional.of(c.expectation().message())),
          record("origin", PLACE, "where it is written", c -> c.expectation().origin()),
          records("findings", FINDING, "one a comparison", Checked::findings));

  /** One scenario. */
  public static final Fields<CheckedScenario> SCENARIO =
      Fields.of(
          "checked_scenario",
          text("name", "id of the scenario", CheckedScenario::name),
          text("file", "as the user named it", CheckedScenario::file),
          whole("samples", "draws; 0 for the central case", CheckedScenario::samples),
          records("checks", CHECK, "in their order", CheckedScenario::checks));

  private CheckedFields() {}

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
