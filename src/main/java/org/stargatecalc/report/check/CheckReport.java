package org.stargatecalc.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/** Every expectation with what was measured, its bound and the margin between them. */
public final class CheckReport {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/check/v1";

  private static final int MOST_PASSED = 100;
  private static final int MOST_COMPARISONS = 8;

  private final String toolVersion;
  private final List<CheckedScenario> scenarios;
  private final Folding folding;

  private CheckReport(String toolVersion, List<CheckedScenario> scenarios, Folding folding) {
    this.toolVersion = toolVersion;
    this.scenarios = List.copyOf(scenarios);
    this.folding = folding;
  }

  /**
   * Builds the report on checked scenarios.
   *
   * @param toolVersion the version that the document names
   * @param folding whether people see every comparison and every check that passed
   */
  public static Report of(String toolVersion, List<CheckedScenario> scenarios, Folding folding) {
    CheckReport report = new CheckReport(toolVersion, scenarios, folding);
    return new Report(report.blocks(), report.table(), report.document())
        .withVerifications(verifications(scenarios));
  }

  private long count(Checked.Outcome outcome) {
    return scenarios.stream().mapToLong(scenario -> scenario.count(outcome)).sum();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Marker("check"));
    long failed = count(Checked.Outcome.FAILED);
    long warnings = count(Checked.Outcome.WARNED) + count(Checked.Outcome.INCONCLUSIVE);
    long passed = count(Checked.Outcome.PASSED);
    blocks.add(
        new Block.Heading(
            1,
            failed
                + " failed, "
                + warnings
                + (warnings == 1 ? " warning, " : " warnings, ")
                + passed
                + " passed"));
    for (CheckedScenario scenario : scenarios) {
      if (scenario.checks().isEmpty()) {
        continue;
      }
      blocks.add(new Block.Heading(3, scenario.name() + " (" + scenario.file() + ")"));
      blocks.add(table(scenario));
    }
    long without = scenarios.stream().filter(s -> s.checks().isEmpty()).count();
    if (without > 0) {
      blocks.add(
          new Block.Paragraph(
              without + (without == 1 ? " scenario has" : " scenarios have") + " no expectation."));
    }
    return blocks;
  }

  private Block table(CheckedScenario scenario) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words(""),
            Block.Column.words("expectation"),
            Block.Column.number("measured", ""),
            Block.Column.number("bound", ""),
            Block.Column.number("margin", ""));
    List<List<Cell>> rows = new ArrayList<>();
    int left = folding == Folding.IN_FULL ? Integer.MAX_VALUE : MOST_PASSED;
    for (Checked checked : scenario.checks()) {
      if (checked.outcome() == Checked.Outcome.PASSED && left-- <= 0) {
        continue;
      }
      boolean single = checked.findings().size() == 1;
      Finding decisive = checked.decisive();
      String text = checked.expectation().text();
      rows.add(row(outcome(checked.outcome()), text, decisive, single));
      if (!single && folding.left(checked.findings().size(), MOST_COMPARISONS) == 0) {
        for (Finding finding : checked.findings()) {
          rows.add(row(Cell.words(""), "  " + finding.comparison().text(), finding, true));
        }
      } else if (!single) {
        rows.add(row(Cell.words(""), "  " + decisive.comparison().text(), decisive, true));
      }
      if (!checked.expectation().message().isEmpty()
          && checked.outcome() != Checked.Outcome.PASSED) {
        rows.add(
            List.of(
                Cell.words(""),
                Cell.words("  " + checked.expectation().message()),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY));
      }
    }
    return new Block.Table(columns, rows);
  }

  private static List<Cell> row(Cell outcome, String text, Finding finding, boolean withNumbers) {
    return List.of(
        outcome,
        Cell.words(text),
        withNumbers ? measured(finding) : Cell.EMPTY,
        withNumbers ? bound(finding) : Cell.EMPTY,
        withNumbers ? value(finding, finding.margin()) : Cell.EMPTY);
  }

  private static Cell outcome(Checked.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> new Cell.Words("passed", Cell.Tone.GOOD);
      case FAILED -> new Cell.Words("FAILED", Cell.Tone.BAD);
      case WARNED -> new Cell.Words("warning", Cell.Tone.FAIR);
      case INCONCLUSIVE -> new Cell.Words("inconclusive", Cell.Tone.FAIR);
    };
  }

  private static Cell measured(Finding finding) {
    if (finding.word().isPresent()) {
      return Cell.words(finding.word().get());
    }
    return Double.isNaN(finding.measured())
        ? Cell.words("undefined")
        : value(finding, finding.measured());
  }

  private static Cell bound(Finding finding) {
    return finding.comparison().word().isPresent()
        ? Cell.words(finding.comparison().word().get())
        : value(finding, finding.comparison().bound());
  }

  private static Cell value(Finding finding, double value) {
    return Cell.number(value, display(finding.comparison().measure()));
  }

  private static Display display(Measure measure) {
    if (measure.unit().isEmpty()) {
      return Display.SHARE;
    }
    return switch (Display.of(metric(measure))) {
      case GPU_HOUR, FLOPS, FLOP -> Display.SCIENTIFIC;
      default -> Display.PLAIN;
    };
  }

  private static Metric metric(Measure measure) {
    return measure instanceof Measure.OfChange change
        ? metric(change.of())
        : ((Measure.OfMetric) measure).metric();
  }

  private static String unit(Measure measure) {
    String ofShare = measure instanceof Measure.OfVerdict ? "" : "%";
    return measure.unit().map(MetricUnit::symbol).orElse(ofShare);
  }

  /** Shares are written as percentages wherever people read them. */
  private static double shown(Measure measure, double value) {
    return unit(measure).equals("%") ? value * 100 : value;
  }

  private DataTable table() {
    DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("scenario"),
            DataTable.Column.number("check"),
            DataTable.Column.words("outcome"),
            DataTable.Column.words("level"),
            DataTable.Column.words("expression"),
            DataTable.Column.words("operator"),
            DataTable.Column.number("measured"),
            DataTable.Column.number("bound"),
            DataTable.Column.number("margin"),
            DataTable.Column.words("unit"),
            DataTable.Column.words("measured_word"),
            DataTable.Column.words("bound_word"));
    for (CheckedScenario scenario : scenarios) {
      int number = 0;
      for (Checked checked : scenario.checks()) {
        number++;
        for (Finding finding : checked.findings()) {
          Measure measure = finding.comparison().measure();
          table.add(
              scenario.name(),
              (double) number,
              checked.outcome().id(),
              checked.expectation().level().id(),
              finding.comparison().measure().text(),
              finding.comparison().operator().id(),
              shown(measure, finding.measured()),
              shown(measure, finding.comparison().bound()),
              shown(measure, finding.margin()),
              unit(measure),
              finding.word(),
              finding.comparison().word());
        }
      }
    }
    return table;
  }

  private Data document() {
    return Data.Members.builder()
        .put("schema", Data.text(SCHEMA))
        .put("tool_version", Data.text(toolVersion))
        .put("passed", new Data.Truth(count(Checked.Outcome.FAILED) == 0))
        .put(
            "counts",
            Data.Members.builder()
                .put("passed", new Data.Whole(count(Checked.Outcome.PASSED)))
                .put("failed", new Data.Whole(count(Checked.Outcome.FAILED)))
                .put("warned", new Data.Whole(count(Checked.Outcome.WARNED)))
                .put("inconclusive", new Data.Whole(count(Checked.Outcome.INCONCLUSIVE)))
                .build())
        .put("scenarios", new Data.Items(scenarios.stream().map(CheckReport::document).toList()))
        .build();
  }

  private static Data document(CheckedScenario scenario) {
    return Data.Members.builder()
        .put("name", Data.text(scenario.name()))
        .put("file", Data.text(scenario.file()))
        .put("samples", new Data.Whole(scenario.samples()))
        .put(
            "checks",
            new Data.Items(scenario.checks().stream().map(CheckReport::document).toList()))
        .build();
  }

  private static Data document(Checked checked) {
    Expectation expectation = checked.expectation();
    return Data.Members.builder()
        .put("expression", Data.text(expectation.text()))
        .put("outcome", Data.text(checked.outcome().id()))
        .put("level", Data.text(expectation.level().id()))
        .put("message", Data.textOrNull(expectation.message()))
        .put(
            "origin",
            Data.Members.builder()
                .put("file", Data.text(expectation.origin().file()))
                .put("line", new Data.Whole(expectation.origin().line()))
                .put("column", new Data.Whole(expectation.origin().column()))
                .build())
        .put(
            "findings",
            new Data.Items(checked.findings().stream().map(CheckReport::document).toList()))
        .build();
  }

  private static Data document(Finding finding) {
    Expression.Comparison comparison = finding.comparison();
    boolean isWord = comparison.word().isPresent();
    Measure measure = comparison.measure();
    return Data.Members.builder()
        .put("measure", Data.text(measure.text()))
        .put("operator", Data.text(comparison.operator().sign()))
        .put(
            "unit", isWord ? Data.NULL : Data.text(unit(measure).equals("%") ? "1" : unit(measure)))
        .put("measured", isWord ? Data.text(finding.word()) : Data.number(finding.measured()))
        .put("bound", isWord ? Data.text(comparison.word()) : Data.number(comparison.bound()))
        .put("margin", Data.number(finding.margin()))
        .put("standard_error", Data.number(isWord ? Double.NaN : finding.error()))
        .put("baseline", Data.number(finding.baseline()))
        .put("holds", holds(finding))
        .build();
  }

  private static Data holds(Finding finding) {
    return switch (finding.answer()) {
      case YES -> new Data.Truth(true);
      case NO -> new Data.Truth(false);
      case UNDEFINED, NOISE -> Data.NULL;
    };
  }

  /** Returns the checks in the form that continuous integration reads. */
  public static List<Verification> verifications(List<CheckedScenario> scenarios) {
    List<Verification> all = new ArrayList<>();
    for (CheckedScenario scenario : scenarios) {
      for (Checked checked : scenario.checks()) {
        Expectation.Place place = checked.expectation().origin();
        boolean inFile = place.line() > 0;
        all.add(
            new Verification(
                scenario.name(),
                inFile ? place.file() : scenario.file(),
                place.line(),
                place.column(),
                inFile ? "expect" : place.file().replaceFirst("^--", ""),
                checked.expectation().text(),
                outcomeOf(checked.outcome()),
                says(checked),
                checked.expectation().message(),
                severity(checked.decisive())));
      }
    }
    return all;
  }

  private static Verification.Outcome outcomeOf(Checked.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Verification.Outcome.PASSED;
      case FAILED -> Verification.Outcome.FAILED;
      case WARNED, INCONCLUSIVE -> Verification.Outcome.WARNED;
    };
  }

  private static double severity(Finding finding) {
    if (Double.isNaN(finding.margin())) {
      return Double.POSITIVE_INFINITY;
    }
    double bound = Math.abs(finding.comparison().bound());
    return -finding.margin() / (bound > 0 ? bound : 1);
  }

  private static List<Cell> says(Checked checked) {
    Finding finding = checked.decisive();
    Measure measure = finding.comparison().measure();
    List<Cell> cells = new ArrayList<>();
    if (checked.outcome() == Checked.Outcome.INCONCLUSIVE) {
      cells.add(Cell.words("inconclusive, the change is within the Monte-Carlo error:"));
    }
    if (checked.findings().size() > 1) {
      cells.add(Cell.words(finding.comparison().text() + ":"));
    }
    cells.add(Cell.words("measured"));
    cells.add(measured(finding));
    String unit = Optional.of(unit(measure)).filter(u -> !u.equals("%")).orElse("");
    boolean number = finding.word().isEmpty() && !Double.isNaN(finding.measured());
    if (number && !unit.isEmpty()) {
      cells.add(Cell.words(unit));
    }
    cells.add(Cell.words("· bound " + finding.comparison().operator().sign()));
    cells.add(bound(finding));
    if (finding.word().isEmpty() && !unit.isEmpty()) {
      cells.add(Cell.words(unit));
    }
    if (!Double.isNaN(finding.margin())) {
      cells.add(Cell.words("· margin"));
      cells.add(value(finding, finding.margin()));
      if (!unit.isEmpty()) {
        cells.add(Cell.words(unit));
      }
    }
    return cells;
  }
}
