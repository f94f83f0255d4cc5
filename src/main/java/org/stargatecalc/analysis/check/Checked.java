package org.stargatecalc.analysis.check;

import java.util.Comparator;
import java.util.List;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.word.Worded;

/**
 * An expectation with what was found.
 *
 * @param expectation what was expected
 * @param outcome whether it is so
 * @param findings one for every comparison in it
 */
public record Checked(Expectation expectation, Outcome outcome, List<Finding> findings) {
  /** Copies the findings. */
  public Checked {
    findings = List.copyOf(findings);
  }

  /** How a check ended. */
  public enum Outcome implements Worded {
    /** As expected. */
    PASSED,
    /** Not as expected. */
    FAILED,
    /** Not as expected, which is only a warning. */
    WARNED,
    /** Too noisy to say, which is a warning. */
    INCONCLUSIVE;
  }

  /** Returns the finding that decides: the one nearest to failing, or farthest beyond it. */
  public Finding decisive() {
    boolean passed = outcome == Outcome.PASSED;
    return findings.stream()
        .filter(finding -> (finding.answer() == Finding.Answer.YES) == passed)
        .min(Comparator.comparingDouble(Checked::relativeMargin))
        .orElseGet(() -> findings.get(0));
  }

  /** Returns it as it counts where a warning is as bad as an error: as a failure that says so. */
  Checked strictly() {
    return switch (outcome) {
      case PASSED, FAILED -> this;
      case WARNED -> failure("a warning, which --strict makes a failure");
      case INCONCLUSIVE ->
          failure("inconclusive, the draws leave it open, which --strict makes a failure");
    };
  }

  private Checked failure(String why) {
    String message = expectation.message();
    return new Checked(
        new Expectation(
            expectation.expression(),
            expectation.text(),
            Expectation.Severity.ERROR,
            message.isEmpty() ? why : message + "; " + why,
            expectation.origin()),
        Outcome.FAILED,
        findings);
  }

  private static double relativeMargin(Finding finding) {
    if (finding.answer() == Finding.Answer.UNDEFINED) {
      return Double.NEGATIVE_INFINITY;
    }
    if (Double.isNaN(finding.margin())) {
      return finding.answer() == Finding.Answer.YES ? 0 : -1;
    }
    double bound = Math.abs(finding.comparison().bound());
    return finding.margin() / (bound > 0 ? bound : 1);
  }
}
