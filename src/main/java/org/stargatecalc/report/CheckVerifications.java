package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Measure;

/** Every expectation in the form that continuous integration reads. */
public final class CheckVerifications {
  private CheckVerifications() {}

  /** Returns the checks in the form that continuous integration reads. */
  public static List<Verification> of(List<CheckedScenario> scenarios) {
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
                rule(checked),
                checked.expectation().text(),
                outcomeOf(checked.outcome()),
                says(checked),
                checked.expectation().message(),
                severity(checked.decisive())));
      }
    }
    return all;
  }

  private static String rule(Checked checked) {
    Expectation.Place place = checked.expectation().origin();
    if (checked.decisive().measure() instanceof Measure.OfAge) {
      return "fresh";
    }
    return place.line() > 0 ? "expect" : place.file().replaceFirst("^--", "");
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
    List<Cell> cells = new ArrayList<>();
    boolean isSaid = finding.measure().isRemark();
    if (isSaid && !checked.expectation().message().isEmpty()) {
      return cells;
    }
    if (checked.outcome() == Checked.Outcome.INCONCLUSIVE) {
      cells.add(Cell.words("inconclusive, the draws leave it open:"));
    }
    if (checked.findings().size() > 1) {
      cells.add(Cell.words(finding.comparison().text() + ":"));
    }
    cells.add(Cell.words("measured"));
    cells.add(FindingWords.measured(finding));
    String unit = FindingWords.unitBehind(finding.measure());
    boolean number = finding.word().isEmpty() && !Double.isNaN(finding.measured());
    if (number && !unit.isEmpty()) {
      cells.add(Cell.words(unit));
    }
    cells.add(Cell.words("· bound " + finding.comparison().operator().sign()));
    cells.add(FindingWords.bound(finding));
    if (finding.word().isEmpty() && !unit.isEmpty()) {
      cells.add(Cell.words(unit));
    }
    if (!Double.isNaN(finding.margin())) {
      cells.add(Cell.words("· margin"));
      cells.add(FindingWords.margin(finding));
      if (!unit.isEmpty()) {
        cells.add(Cell.words(unit));
      }
    }
    return cells;
  }
}
