package org.stargatecalc.analysis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.result.DrawnNumber;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Sample;
import org.stargatecalc.result.Statistic;

/**
 * Judges expectations.
 *
 * <p>What cannot be measured never passes. A change whose Monte-Carlo error reaches over its bound
 * is inconclusive, and so is a drawn number that holds by no more than its error: one that does not
 * hold fails.
 */
public final class Checker {
  /** Standard errors on either side of a change within which its bound cannot be judged. */
  private static final double ERRORS = 2;

  /**
   * What n draws that all say the same leave open with 95 %, times n: the rule of three (Hanley and
   * Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249, 1983).
   */
  private static final double OF_NONE = 3;

  private final Result result;
  private final Optional<Result> baseline;

  /** Creates a checker of a result, if need be against a baseline. */
  public Checker(Result result, Optional<Result> baseline) {
    this.result = result;
    this.baseline = baseline;
  }

  /**
   * Judges an expectation.
   *
   * @throws NotMeasuredException if the result or the baseline cannot answer it at all
   */
  public Checked check(Expectation expectation) throws NotMeasuredException {
    List<Finding> findings = new ArrayList<>();
    Finding.Answer answer = evaluate(expectation.expression(), false, findings);
    boolean isError = expectation.level() == Expectation.Severity.ERROR;
    Checked.Outcome outcome =
        switch (answer) {
          case YES -> Checked.Outcome.PASSED;
          case NOISE -> Checked.Outcome.INCONCLUSIVE;
          case NO, UNDEFINED -> isError ? Checked.Outcome.FAILED : Checked.Outcome.WARNED;
        };
    return new Checked(expectation, outcome, findings);
  }

  private Finding.Answer evaluate(Expression expression, boolean negated, List<Finding> findings)
      throws NotMeasuredException {
    if (expression instanceof Expression.Not not) {
      return evaluate(not.part(), !negated, findings).negated();
    }
    if (expression instanceof Expression.All all) {
      return joined(all.parts(), negated, findings, Finding.Answer.NO, Finding.Answer.YES);
    }
    if (expression instanceof Expression.Any any) {
      return joined(any.parts(), negated, findings, Finding.Answer.YES, Finding.Answer.NO);
    }
    Finding finding = compare((Expression.Comparison) expression, negated);
    findings.add(finding);
    // the finding is in favour of the whole check; the parts above negate what they see
    return negated ? finding.answer().negated() : finding.answer();
  }

  /** Joins parts by "and" or "or": one part may decide alone; else what is unsure stays unsure. */
  private Finding.Answer joined(
      List<Expression> parts,
      boolean negated,
      List<Finding> findings,
      Finding.Answer deciding,
      Finding.Answer otherwise)
      throws NotMeasuredException {
    boolean decided = false;
    boolean undefined = false;
    boolean noise = false;
    for (Expression part : parts) {
      Finding.Answer answer = evaluate(part, negated, findings);
      decided |= answer == deciding;
      undefined |= answer == Finding.Answer.UNDEFINED;
      noise |= answer == Finding.Answer.NOISE;
    }
    if (decided) {
      return deciding;
    }
    return undefined ? Finding.Answer.UNDEFINED : noise ? Finding.Answer.NOISE : otherwise;
  }

  /** Compares; answer and margin are those in favour of the check, be it negated or not. */
  private Finding compare(Expression.Comparison comparison, boolean negated)
      throws NotMeasuredException {
    Measure measure = comparison.measure();
    if (measure instanceof Measure.OfVerdict verdict) {
      String found = claim(result, verdict.claim()).verdict().id();
      boolean equal = found.equals(comparison.word().orElse(""));
      boolean holds = equal == comparison.operator().sign().equals("==");
      return new Finding(
          comparison,
          favour(holds, negated),
          Double.NaN,
          0,
          Double.NaN,
          Optional.of(found),
          Double.NaN);
    }
    double baseValue = Double.NaN;
    Estimate measured;
    if (measure instanceof Measure.OfChange change) {
      if (!Meaning.isSame(metric(change.of()), base(), result)) {
        return without(comparison, "other meaning");
      }
      if (change.of() instanceof Measure.OfMetric metric) {
        if (!isWithin(metric.moment(), result)) {
          boolean before = metric.moment().end().isBefore(result.horizon().from());
          return without(comparison, before ? "before the horizon" : "beyond the horizon");
        }
        if (!isWithin(metric.moment(), base())) {
          return without(comparison, "not in the baseline");
        }
      }
      if (change.of() instanceof Measure.OfProbability odds
          && !claim(result, odds.claim()).asksAs(claim(base(), odds.claim()))) {
        return without(comparison, "asked otherwise");
      }
      if (isOfDraws(change.of()) && base().isUndrawn() && result.samples() > 0) {
        return without(comparison, "the baseline has no draws");
      }
      baseValue = measure(change.of(), base()).value();
      measured = change(change, measure(change.of(), result), measure(change.of(), base()));
    } else {
      measured = measure(measure, result);
    }
    double margin =
        comparison.operator().margin(measured.value(), comparison.bound()) * (negated ? -1 : 1);
    Finding.Answer answer;
    if (measured.isUndefined()) {
      answer = Finding.Answer.UNDEFINED;
    } else if (measure instanceof Measure.OfChange
        && measured.error() > 0
        && Math.abs(measured.value() - comparison.bound()) <= ERRORS * measured.error()) {
      answer = Finding.Answer.NOISE;
    } else {
      answer = favour(comparison.operator().holds(measured.value(), comparison.bound()), negated);
      if (answer == Finding.Answer.YES && !isSure(measure, measured, comparison.bound())) {
        answer = Finding.Answer.NOISE;
      }
    }
    return new Finding(
        comparison,
        answer,
        measured.value(),
        measured.error(),
        margin,
        Optional.empty(),
        baseValue);
  }

  /** Whether so many draws say on which side of a bound a number is. */
  private boolean isSure(Measure measure, Estimate measured, double bound) {
    if (measure instanceof Measure.OfChange || result.samples() == 0 || !isOfDraws(measure)) {
      return true;
    }
    double distance = Math.abs(measured.value() - bound);
    boolean isShare = measure instanceof Measure.OfProbability;
    if (isShare && measured.error() == 0 && Math.min(bound, 1 - bound) > 0) {
      boolean isAll = measured.value() == 0 || measured.value() == 1;
      return distance > (isAll ? OF_NONE : 1) / result.samples();
    }
    // too few draws for an error tell nothing
    return measured.error() == 0 ? result.samples() > 1 : distance > ERRORS * measured.error();
  }

  private Metric metric(Measure measure) throws NotMeasuredException {
    return measure instanceof Measure.OfMetric metric
        ? metric.metric()
        : claim(result, ((Measure.OfProbability) measure).claim()).metric();
  }

  private static boolean isOfDraws(Measure measure) {
    return !(measure instanceof Measure.OfMetric metric)
        || metric.statistic().kind() != Statistic.Kind.CENTRAL;
  }

  private static boolean isWithin(Moment moment, Result of) {
    return !moment.end().isBefore(of.horizon().from()) && !moment.end().isAfter(of.horizon().to());
  }

  /** What only one side has, or means otherwise, has no change, and so never passes. */
  private static Finding without(Expression.Comparison comparison, String reason) {
    return new Finding(
        comparison,
        Finding.Answer.UNDEFINED,
        Double.NaN,
        0,
        Double.NaN,
        Optional.of(reason),
        Double.NaN);
  }

  private static Finding.Answer favour(boolean holds, boolean negated) {
    return holds != negated ? Finding.Answer.YES : Finding.Answer.NO;
  }

  private Result base() throws NotMeasuredException {
    if (baseline.isEmpty()) {
      throw new NotMeasuredException("a change needs a baseline: add --baseline FILE");
    }
    return baseline.get();
  }

  private static ResultClaim claim(Result of, String id) throws NotMeasuredException {
    Optional<ResultClaim> claim = of.claim(id);
    if (claim.isEmpty()) {
      throw new NotMeasuredException(of.file() + " is not asked the claim " + id);
    }
    return claim.get();
  }

  private static Estimate measure(Measure measure, Result of) throws NotMeasuredException {
    if (measure instanceof Measure.OfMetric metric) {
      // without uncertainty every draw is the central case
      Statistic statistic = of.samples() == 0 ? Statistic.CENTRAL : metric.statistic();
      // what few of the draws have is no quantile of what is asked
      boolean isUnknown =
          statistic.kind() != Statistic.Kind.CENTRAL
              && sample(measure, of).filter(Sample::isMostlyUndefined).isPresent();
      return isUnknown
          ? Estimate.exact(Double.NaN)
          : of.measures().measure(metric.metric(), statistic, metric.moment());
    }
    ResultClaim claim = claim(of, ((Measure.OfProbability) measure).claim());
    if (claim.probability().isPresent()) {
      return claim.probability().get();
    }
    return switch (claim.verdict()) {
      case MET -> Estimate.exact(1);
      case LATE, NOT_REACHED, BEYOND_HORIZON -> Estimate.exact(0);
      case BEFORE_HORIZON -> Estimate.exact(Double.NaN);
    };
  }

  private Estimate change(Measure.OfChange change, Estimate after, Estimate before)
      throws NotMeasuredException {
    boolean both = after.isUndefined() && before.isUndefined();
    double difference = Rounding.change(before.value(), after.value());
    if (both || difference == 0) {
      return Estimate.exact(0);
    }
    double value =
        !change.relative()
            ? difference
            : before.value() == 0 ? Double.NaN : difference / Math.abs(before.value());
    return new Estimate(value, error(change, after, before));
  }

  private double error(Measure.OfChange change, Estimate after, Estimate before)
      throws NotMeasuredException {
    Statistic statistic =
        change.of() instanceof Measure.OfMetric metric ? metric.statistic() : Statistic.MEAN;
    DrawnNumber now = new DrawnNumber(result, after, sample(change.of(), result));
    DrawnNumber then = new DrawnNumber(base(), before, sample(change.of(), base()));
    return now.errorOfChange(then, statistic, change.relative());
  }

  private static Optional<Sample> sample(Measure measure, Result of) throws NotMeasuredException {
    return measure instanceof Measure.OfMetric metric
        ? of.measures().sample(metric.metric(), metric.moment())
        : of.measures().met(((Measure.OfProbability) measure).claim());
  }
}
