package org.stargatecalc.analysis.check;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;

/**
 * What is found otherwise than by an expression, as checks of their own: what a baseline or a
 * missing side leaves unchecked, and how old values are. None of it passes in silence.
 */
public final class Coverage {
  private static final Expectation.Place BASELINE = new Expectation.Place("--baseline", 0, 0);
  private static final Expectation.Place FRESH = new Expectation.Place("--fresh", 0, 0);

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
   * Returns the failure that a claim of the same verdict is answered otherwise.
   *
   * @param what is compared, such as the day on which the claim is reached
   * @param before as in the baseline
   * @param now as it is
   */
  static Checked answeredOtherwise(String claim, String what, String before, String now) {
    return of(
        "no",
        "claim(" + claim + ") has the " + what + " of the baseline",
        Expectation.Severity.ERROR,
        before + " in the baseline, " + now + " now");
  }

  /**
   * Returns the warning that quantiles and probabilities are not compared.
   *
   * @param reason why, as a clause
   */
  public static Checked centralOnly(String reason) {
    return of("no", "draws are compared", Expectation.Severity.WARN, reason);
  }

  /** Returns that no value is older than it may be, or without a source or a date. */
  public static Checked fresh() {
    return of(new Measure.OfAge("values are fresh"), "yes", Expectation.Severity.WARN, "", FRESH);
  }

  /**
   * Returns the warning that a value is old, or that its age cannot be said.
   *
   * @param path of the value; empty for the whole scenario
   * @param remark what is wrong with it
   * @param place where it is written
   */
  public static Checked stale(String path, String remark, Expectation.Place place) {
    String what = path.isEmpty() ? "values are fresh" : path + " is fresh";
    return of(new Measure.OfAge(what), "no", Expectation.Severity.WARN, remark, place);
  }

  /**
   * Returns that a change cannot be judged, since a side of the comparison has nothing to measure.
   *
   * @param expectation what was to be judged
   * @param message what that means
   * @param outcome failed, or only warned
   */
  public static Checked oneSided(Expectation expectation, String message, Checked.Outcome outcome) {
    Finding finding =
        new Finding(
            expectation.expression().comparisons().get(0),
            Finding.Answer.UNDEFINED,
            Double.NaN,
            0,
            Double.NaN,
            Optional.of("nothing"),
            Double.NaN);
    return new Checked(
        new Expectation(
            expectation.expression(),
            expectation.text(),
            expectation.level(),
            message,
            expectation.origin()),
        outcome,
        List.of(finding));
  }

  private static Checked of(
      String found, String expected, Expectation.Severity level, String message) {
    return of(new Measure.OfCoverage(expected), found, level, message, BASELINE);
  }

  private static Checked of(
      Measure expected,
      String found,
      Expectation.Severity level,
      String message,
      Expectation.Place place) {
    Expression.Comparison comparison =
        new Expression.Comparison(
            expected,
            Operator.EQUAL,
            Double.NaN,
            Optional.of(found.equals("none") ? "one" : "yes"),
            expected.text());
    boolean holds = found.equals("yes");
    Finding finding =
        new Finding(
            comparison,
            holds ? Finding.Answer.YES : Finding.Answer.NO,
            Double.NaN,
            0,
            Double.NaN,
            Optional.of(found),
            Double.NaN);
    Checked.Outcome outcome =
        level == Expectation.Severity.ERROR ? Checked.Outcome.FAILED : Checked.Outcome.WARNED;
    return new Checked(
        new Expectation(comparison, expected.text(), level, message, place),
        holds ? Checked.Outcome.PASSED : outcome,
        List.of(finding));
  }
}
