package org.stargatecalc.analysis.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.expression.Operator;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;

/**
 * What a tolerance against a baseline expects of claims: that the same are asked as they were, and
 * answered by the same verdict, with a value and a day within the tolerance.
 */
public final class BaselineClaims {
  private final Result result;
  private final Result baseline;
  private final Map<Metric, Double> tolerances;

  /**
   * Creates them.
   *
   * @param tolerances largest relative change of each metric whose claims are looked at
   */
  public BaselineClaims(Result result, Result baseline, Map<Metric, Double> tolerances) {
    this.result = result;
    this.baseline = baseline;
    this.tolerances = Map.copyOf(tolerances);
  }

  /** Returns a row for each claim, first those of the baseline. */
  public List<Checked> check() throws NotMeasuredException {
    List<Checked> rows = new ArrayList<>();
    for (ResultClaim before : baseline.claims()) {
      Optional<ResultClaim> now = result.claim(before.id());
      boolean isSame = Meaning.isSame(before.metric(), baseline, result);
      if (isSame && isTolerated(before, now)) {
        rows.add(now.isEmpty() ? Coverage.claimGone(before.id()) : asked(before, now.get()));
        now.filter(claim -> claim.asksAs(before) && claim.verdict() == before.verdict())
            .ifPresent(claim -> addAnswers(before, claim, rows));
      }
    }
    for (ResultClaim now : result.claims()) {
      if (tolerances.containsKey(now.metric()) && baseline.claim(now.id()).isEmpty()) {
        rows.add(Coverage.claimAdded(now.id()));
      }
    }
    return rows;
  }

  private boolean isTolerated(ResultClaim before, Optional<ResultClaim> now) {
    return tolerances.containsKey(before.metric())
        || now.filter(claim -> tolerances.containsKey(claim.metric())).isPresent();
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

  /**
   * Adds what differs beneath the same verdict: the value at the deadline by more than the
   * tolerance, and the day by more than that share of the time from the horizon's beginning.
   */
  private void addAnswers(ResultClaim before, ResultClaim now, List<Checked> rows) {
    double share = tolerances.getOrDefault(before.metric(), 0.0);
    OptionalDouble was = before.value();
    OptionalDouble is = now.value();
    if (was.isPresent() != is.isPresent()
        || (was.isPresent() && !Rounding.isWithin(share, was.getAsDouble(), is.getAsDouble()))) {
      rows.add(Coverage.answeredOtherwise(now.id(), "value", number(was), number(is)));
    }
    Optional<LocalDate> from = before.reachedOn();
    Optional<LocalDate> to = now.reachedOn();
    if (from.isPresent() != to.isPresent()
        || (from.isPresent()
            && !Rounding.isWithin(share, days(from.get()), days(to.orElseThrow())))) {
      rows.add(Coverage.answeredOtherwise(now.id(), "day", day(from), day(to)));
    }
  }

  private double days(LocalDate day) {
    return ChronoUnit.DAYS.between(baseline.horizon().from(), day);
  }

  private static String number(OptionalDouble value) {
    return value.isPresent()
        ? new BigDecimal(value.getAsDouble())
            .round(new MathContext(6))
            .stripTrailingZeros()
            .toPlainString()
        : "no value";
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("not reached");
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
