package org.stargatecalc.analysis.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;

/**
 * What a tolerance against a baseline expects of claims: that the same are asked as they were, and
 * answered by the same verdict.
 */
public final class BaselineClaims {
  private final Result result;
  private final Result baseline;
  private final Set<Metric> tolerated;

  /**
   * Creates them.
   *
   * @param tolerated metrics whose claims are looked at
   */
  public BaselineClaims(Result result, Result baseline, Set<Metric> tolerated) {
    this.result = result;
    this.baseline = baseline;
    this.tolerated = Set.copyOf(tolerated);
  }

  /** Returns a row for each claim, first those of the baseline. */
  public List<Checked> check() throws NotMeasuredException {
    List<Checked> rows = new ArrayList<>();
    for (ResultClaim before : baseline.claims()) {
      Optional<ResultClaim> now = result.claim(before.id());
      boolean isSame = Meaning.isSame(before.metric(), baseline, result);
      if (isSame && isTolerated(before, now)) {
        rows.add(now.isEmpty() ? Coverage.claimGone(before.id()) : asked(before, now.get()));
      }
    }
    for (ResultClaim now : result.claims()) {
      if (tolerated.contains(now.metric()) && baseline.claim(now.id()).isEmpty()) {
        rows.add(Coverage.claimAdded(now.id()));
      }
    }
    return rows;
  }

  private boolean isTolerated(ResultClaim before, Optional<ResultClaim> now) {
    return tolerated.contains(before.metric())
        || now.filter(claim -> tolerated.contains(claim.metric())).isPresent();
  }

  private Checked asked(ResultClaim before, ResultClaim now) throws NotMeasuredException {
    if (!now.asksAs(before)) {
      return Coverage.askedOtherwise(now.id(), question(before), question(now));
    }
    String claim = "claim(" + now.id() + ")";
    Expression.Comparison same =
        new Expression.Comparison(
            new Measure.OfVerdict(now.id(), claim),
            Operator.EQUAL,
            Double.NaN,
            Optional.of(before.verdict().id()),
            claim + " == " + before.verdict().id());
    return new Checker(result, Optional.of(baseline))
        .check(
            new Expectation(
                same,
                same.text() + ", as in the baseline",
                Expectation.Severity.ERROR,
                "",
                BaselineExpectations.TOLERANCE));
  }

  private static String question(ResultClaim claim) {
    return claim.metric().id()
        + " of at least "
        + BigDecimal.valueOf(claim.atLeast()).stripTrailingZeros().toPlainString()
        + claim.basis().map(basis -> " (" + basis.id() + ")").orElse("")
        + " by "
        + claim.by();
  }
}
