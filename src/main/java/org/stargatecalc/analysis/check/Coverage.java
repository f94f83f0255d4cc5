package org.stargatecalc.analysis.check;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;

/** What a baseline leaves unchecked, as checks of their own: none of it passes in silence. */
public final class Coverage {
  private static final Expectation.Place BASELINE = new Expectation.Place("--baseline", 0, 0);

  private Coverage() {}

  /**
   * Returns the failure that a result of the baseline is not that of any scenario that was read.
   *
   * @param name of the saved result
   */
  public static Checked gone(String name) {
    return of(
        "none",
        "has a scenario",
        Expectation.Severity.ERROR,
        name
            + " is in the baseline, and no scenario of this name is checked: was it renamed or"
            + " deleted? Check it too, or take it out with --update-baseline");
  }

  /**
   * Returns the warning that a scenario is new; the failure, where nothing at all is compared.
   *
   * @param name of the scenario
   * @param isEmpty whether the baseline holds no result
   */
  public static Checked added(String name, boolean isEmpty) {
    return of(
        "none",
        "has a baseline",
        isEmpty ? Expectation.Severity.ERROR : Expectation.Severity.WARN,
        name + " is not in the baseline: its changes are not checked; --update-baseline adds it");
  }

  /** Returns the failure that a claim of the baseline is asked no more. */
  static Checked claimGone(String claim) {
    return of(
        "no",
        "claim(" + claim + ") is asked",
        Expectation.Severity.ERROR,
        claim
            + " is a claim of the baseline, and not of this scenario: was it renamed or deleted?"
            + " Ask it again, or take it out with --update-baseline");
  }

  /** Returns the warning that the baseline does not have a claim. */
  static Checked claimAdded(String claim) {
    return of(
        "no",
        "claim(" + claim + ") has a baseline",
        Expectation.Severity.WARN,
        claim
            + " is not asked in the baseline: its verdict is not held; --update-baseline adds it");
  }

  /**
   * Returns the failure that a claim asks something else.
   *
   * @param before what the baseline asks
   * @param now what is asked
   */
  static Checked askedOtherwise(String claim, String before, String now) {
    return of(
        "no",
        "claim(" + claim + ") is asked as in the baseline",
        Expectation.Severity.ERROR,
        claim
            + " is "
            + now
            + ", and was "
            + before
            + ": their answers cannot be compared; if it is meant, --update-baseline takes it");
  }

  /**
   * Returns the warning that quantiles and probabilities are not compared.
   *
   * @param reason why, as a clause
   */
  public static Checked centralOnly(String reason) {
    return of("no", "draws are compared", Expectation.Severity.WARN, reason);
  }

  private static Checked of(
      String found, String expected, Expectation.Severity level, String message) {
    Expression.Comparison comparison =
        new Expression.Comparison(
            new Measure.OfCoverage(expected),
            Operator.EQUAL,
            Double.NaN,
            Optional.of(found.equals("no") ? "yes" : "one"),
            expected);
    Finding finding =
        new Finding(
            comparison,
            Finding.Answer.NO,
            Double.NaN,
            0,
            Double.NaN,
            Optional.of(found),
            Double.NaN);
    return new Checked(
        new Expectation(comparison, expected, level, message, BASELINE),
        level == Expectation.Severity.ERROR ? Checked.Outcome.FAILED : Checked.Outcome.WARNED,
        List.of(finding));
  }
}
