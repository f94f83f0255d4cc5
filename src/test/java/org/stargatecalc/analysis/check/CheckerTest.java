package org.stargatecalc.analysis.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stargatecalc.analysis.check.Checked.Outcome.FAILED;
import static org.stargatecalc.analysis.check.Checked.Outcome.PASSED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.support.Results;

/** What passes, what fails, and what never passes. */
class CheckerTest {
  private static final Results BEFORE =
      Results.named("plan")
          .with(Metric.GPU_COUNT, 80)
          .with(Metric.H100_EQUIVALENTS, 200)
          .with(Metric.STRANDED_USD_BN, 0)
          .with(Metric.PEAK_FLOPS, 1)
          .with(Metric.TRAINING_RUN_FLOP, 1)
          .claim("a", Verdict.MET, 0.3);

  private static Results now() {
    return Results.named("plan")
        .with(Metric.GPU_COUNT, 100)
        .with(Metric.H100_EQUIVALENTS, 200)
        .with(Metric.STRANDED_USD_BN, 1)
        .with(Metric.PEAK_FLOPS, 1 + 9e-13)
        .with(Metric.TRAINING_RUN_FLOP, 1 + 2e-12)
        .with(Metric.COST_PER_GPU_HOUR_USD, Double.NaN)
        .claim("a", Verdict.MET, 0.4)
        .claim("b", Verdict.BEFORE_HORIZON, Double.NaN);
  }

  private static Expectation expect(String text) throws Exception {
    return new Expectation(
        ExpressionReader.parse(text),
        text,
        Expectation.Severity.ERROR,
        "",
        new Expectation.Place("plan.yaml", 1, 1));
  }

  private static Checked check(String text) throws Exception {
    return new Checker(now().result(), Optional.of(BEFORE.result())).check(expect(text));
  }

  @ParameterizedTest
  @CsvSource({
    "gpu_count@2027 >= 100, PASSED",
    "gpu_count@2027 > 100, FAILED",
    "gpu_count@2027 != 100, FAILED",
    "not gpu_count@2027 > 100, PASSED",
    "gpu_count@2027 > 1 and gpu_count@2027 < 99, FAILED",
    "gpu_count@2027 > 1 or gpu_count@2027 < 99, PASSED",
    "not (gpu_count@2027 > 1 and gpu_count@2027 < 99), PASSED",
    "not (gpu_count@2027 > 1 or gpu_count@2027 < 99), FAILED",
    "claim(a) == met, PASSED",
    "claim(a) != met, FAILED",
    "prob(a) >= 40%, PASSED",
    "prob(b) >= 0%, FAILED",
    "prob(b) < 100%, FAILED",
    // what is not defined never passes, be it negated or not
    "cost_per_gpu_hour_usd@2027 < 100 USD/GPU-hour, FAILED",
    "not cost_per_gpu_hour_usd@2027 < 100 USD/GPU-hour, FAILED",
    "cost_per_gpu_hour_usd@2027 < 100 USD/GPU-hour or gpu_count@2027 > 1, PASSED",
    "delta(gpu_count@2027) <= 25%, PASSED",
    "delta(gpu_count@2027) < 25%, FAILED",
    "delta(gpu_count@2027) == 20, PASSED",
    // a change from nothing has no percentage
    "delta(stranded_usd_bn@2027) < 5%, FAILED",
    "delta(stranded_usd_bn@2027) <= 1 USD bn, PASSED",
    "delta(h100_equivalents@2027) == 0%, PASSED",
    // less than rounding is no change
    "delta(peak_flops@2027) == 0%, PASSED",
    "delta(peak_flops@2027) != 0%, FAILED",
    "delta(training_run_flop@2027) > 0%, PASSED",
  })
  void anExpectationHoldsOrFails(String text, Checked.Outcome outcome) throws Exception {
    assertThat(check(text).outcome()).isEqualTo(outcome);
  }

  @Test
  void aFailureThatIsOnlyAWarningWarns() throws Exception {
    Expectation warning =
        new Expectation(
            ExpressionReader.parse("gpu_count@2027 < 1"),
            "gpu_count@2027 < 1",
            Expectation.Severity.WARN,
            "",
            new Expectation.Place("plan.yaml", 1, 1));
    assertThat(new Checker(now().result(), Optional.empty()).check(warning).outcome())
        .isEqualTo(Checked.Outcome.WARNED);
  }

  @ParameterizedTest
  @CsvSource({
    // errors of 3 and 4 make one of 5, so that the bound is beyond 10 on either side or not said
    "delta(p50(gpu_count@2027)) < 31, PASSED",
    "delta(p50(gpu_count@2027)) < 29, INCONCLUSIVE",
    "delta(p50(gpu_count@2027)) < 11, INCONCLUSIVE",
    "delta(p50(gpu_count@2027)) < 9, FAILED",
    "not delta(p50(gpu_count@2027)) < 11, INCONCLUSIVE",
    "gpu_count@2027 > 1 and delta(p50(gpu_count@2027)) < 11, INCONCLUSIVE",
    "gpu_count@2027 > 1 or delta(p50(gpu_count@2027)) < 11, PASSED",
    // the central case has no error
    "delta(gpu_count@2027) < 21, PASSED",
  })
  void aChangeWithinItsErrorOfTheBoundIsNotSaid(String text, Checked.Outcome outcome)
      throws Exception {
    Result after = Results.named("plan").drawn(Metric.GPU_COUNT, 120, 3).result();
    Result before = Results.named("plan").drawn(Metric.GPU_COUNT, 100, 4).result();
    assertThat(new Checker(after, Optional.of(before)).check(expect(text)).outcome())
        .isEqualTo(outcome);
  }

  /** 120 ± 3 of 100 draws; a share of them that is all has 3 of 100 left open. */
  @ParameterizedTest
  @CsvSource({
    // what holds by more than two errors holds, by less it may; what does not hold fails
    "p50(gpu_count@2027) > 113, PASSED",
    "p50(gpu_count@2027) > 115, INCONCLUSIVE",
    "p50(gpu_count@2027) > 121, FAILED",
    "not p50(gpu_count@2027) < 115, INCONCLUSIVE",
    "not p50(gpu_count@2027) < 125, FAILED",
    "gpu_count@2027 > 119, PASSED",
    "prob(half) >= 47%, PASSED",
    "prob(half) >= 49%, INCONCLUSIVE",
    "prob(half) >= 51%, FAILED",
    "prob(sure) >= 96%, PASSED",
    "prob(sure) >= 98%, INCONCLUSIVE",
    // asked of all of them
    "prob(sure) >= 100%, PASSED",
    "claim(sure) == met, PASSED",
  })
  void whatHoldsByLessThanItsErrorIsNotSaid(String text, Checked.Outcome outcome) throws Exception {
    Results now =
        Results.named("plan")
            .drawn(Metric.GPU_COUNT, 120, 3)
            .claim("half", Verdict.MET, 0.5)
            .claim("sure", Verdict.MET, 1, 0);
    assertThat(new Checker(now.result(), Optional.empty()).check(expect(text)).outcome())
        .isEqualTo(outcome);
  }

  /**
   * A saved result of n draws does not say the error of its quantiles: it is today's, 3 of 100
   * draws, times √(100/n). Of the change by 20 that makes 3 √(1 + 100/n): 4.2, 3.4 or 6.7, and a
   * bound within two of them is not judged. The same draws add none.
   */
  @ParameterizedTest
  @CsvSource({
    "100, 7, 29, PASSED",
    "100, 7, 28, INCONCLUSIVE",
    "100, 7, 12, INCONCLUSIVE",
    "100, 7, 11, FAILED",
    "400, 7, 27, PASSED",
    "400, 7, 26, INCONCLUSIVE",
    "25, 7, 34, PASSED",
    "25, 7, 33, INCONCLUSIVE",
    "100, 120, 21, PASSED",
    "100, 120, 19, FAILED",
    "400, 120, 26, INCONCLUSIVE",
  })
  void aSavedResultHasAnErrorToo(long draws, long seed, int bound, Checked.Outcome outcome)
      throws Exception {
    Result after = Results.named("plan").drawn(Metric.GPU_COUNT, 120, 3).result();
    Result before = Results.named("plan").saved(Metric.GPU_COUNT, 100, draws, seed).result();
    Expectation change = expect("delta(p50(gpu_count@2027)) < " + bound);
    assertThat(new Checker(after, Optional.of(before)).check(change).outcome()).isEqualTo(outcome);
  }

  /** Another uncertain input is drawn too, so that the same seed does not give the same draws. */
  @Test
  void drawsOfOtherInputsAreOthers() throws Exception {
    Results after = Results.named("plan").drawn(Metric.GPU_COUNT, 120, 3).assume("pue", 1, 2);
    Results before = Results.named("plan").saved(Metric.GPU_COUNT, 100, 100, 120);
    Expectation change = expect("delta(p50(gpu_count@2027)) < 21");
    assertThat(new Checker(after.result(), Optional.of(before.result())).check(change).outcome())
        .isEqualTo(Checked.Outcome.INCONCLUSIVE);
    assertThat(
            new Checker(after.result(), Optional.of(before.assume("pue", 1, 3).result()))
                .check(change)
                .outcome())
        .isEqualTo(PASSED);
  }

  @Test
  void theMarginIsTheDistanceFromFailing() throws Exception {
    assertThat(check("gpu_count@2027 >= 90").decisive().margin()).isEqualTo(10);
    assertThat(check("gpu_count@2027 <= 90").decisive().margin()).isEqualTo(-10);
    assertThat(check("not gpu_count@2027 <= 90").decisive().margin()).isEqualTo(10);
    assertThat(check("delta(gpu_count@2027) < 30%").decisive().baseline()).isEqualTo(80);
    Checked both = check("gpu_count@2027 > 99 and gpu_count@2027 > 1");
    assertThat(both.outcome()).isEqualTo(PASSED);
    assertThat(both.decisive().comparison().bound()).isEqualTo(99);
    Checked one = check("gpu_count@2027 > 101 and gpu_count@2027 > 500");
    assertThat(one.outcome()).isEqualTo(FAILED);
    assertThat(one.decisive().comparison().bound()).isEqualTo(500);
  }

  @Test
  void aChangeNeedsABaselineAndAClaimThatIsAsked() throws Exception {
    Checker alone = new Checker(now().result(), Optional.empty());
    assertThatThrownBy(() -> alone.check(expect("delta(gpu_count@2027) < 1")))
        .isInstanceOf(NotMeasuredException.class)
        .hasMessageContaining("--baseline FILE");
    assertThatThrownBy(() -> alone.check(expect("claim(c) == met")))
        .hasMessage("plan.yaml is not asked the claim c");
  }

  // ---- versions of the model ----

  @ParameterizedTest
  @CsvSource({
    "delta(h100_equivalents@2027) < 50%, FAILED",
    "delta(h100_equivalents@2027) > -50%, FAILED",
    "not delta(h100_equivalents@2027) > 50%, FAILED",
    "h100_equivalents@2027 == 200, PASSED",
    "delta(gpu_count@2027) < 50%, PASSED",
    "delta(prob(a)) < 50%, PASSED",
  })
  void whatMeansSomethingElseInTheBaselineNeverPasses(String text, Checked.Outcome outcome)
      throws Exception {
    Result old =
        Results.named("plan")
            .with(Metric.GPU_COUNT, 80)
            .with(Metric.H100_EQUIVALENTS, 200)
            .claim("a", Verdict.MET, 0.3)
            .ofModel(1)
            .result();
    Checked checked = new Checker(now().result(), Optional.of(old)).check(expect(text));
    assertThat(checked.outcome()).isEqualTo(outcome);
    assertThat(checked.decisive().word().isPresent()).isEqualTo(outcome == FAILED);
  }

  @Test
  void nothingIsHeldAgainstANewerModel() throws Exception {
    Result newer =
        Results.named("plan")
            .with(Metric.GPU_COUNT, 100)
            .ofModel(ModelVersion.CURRENT + 1)
            .result();
    assertThat(
            new Checker(now().result(), Optional.of(newer))
                .check(expect("delta(gpu_count@2027) == 0"))
                .outcome())
        .isEqualTo(FAILED);
  }

  // ---- tolerances against a baseline ----

  @Test
  void aToleranceBoundsEveryYearEndThatBothHaveOnBothSides() {
    Horizon baseline = new Horizon(LocalDate.of(2027, 1, 1), LocalDate.of(2030, 12, 31));
    List<Expectation> all =
        new BaselineExpectations(Results.HORIZON, baseline)
            .within(Map.of(Metric.CAPEX_USD_BN, 0.025));
    assertThat(all)
        .extracting(Expectation::text)
        .containsExactly(
            "the baseline has the same years",
            "capex_usd_bn within 2.5% of the baseline at every year's end");
    assertThat(all.get(0).message())
        .isEqualTo(
            "the year to 2026-12-31 is not in the baseline, which is 2027-01-01 to 2030-12-31;"
                + " 2029 to 2030 are beyond the horizon, which is 2026-01-01 to 2028-12-31;"
                + " compare with --at DATES that both have, or save the baseline anew");
    List<org.stargatecalc.expression.Expression.Comparison> parts =
        all.get(1).expression().comparisons();
    // 2026 lies before the baseline
    assertThat(parts)
        .extracting(part -> part.text())
        .containsExactly(
            "delta(capex_usd_bn@2027-12-31) <= 2.5%",
            "delta(capex_usd_bn@2027-12-31) >= -2.5%",
            "delta(capex_usd_bn@2028-12-31) <= 2.5%",
            "delta(capex_usd_bn@2028-12-31) >= -2.5%");
    Measure.OfChange change = (Measure.OfChange) parts.get(0).measure();
    // a flow is that of the year, not all since the start
    assertThat(((Measure.OfMetric) change.of()).moment().after())
        .contains(LocalDate.of(2026, 12, 31));
    assertThat(change.relative()).isTrue();
  }
}
