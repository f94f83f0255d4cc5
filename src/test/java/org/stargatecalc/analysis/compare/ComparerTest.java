package org.stargatecalc.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Statistic;
import org.stargatecalc.support.Results;

/** What counts as a change, and what does not. */
class ComparerTest {
  private static final Moment END = Moment.upTo(LocalDate.of(2027, 12, 31));
  private static final Tolerance EXACT = new Tolerance(0, Map.of());

  private static final List<Metric> METRICS =
      List.of(
          Metric.GPU_COUNT,
          Metric.FACILITY_POWER_GW,
          Metric.H100_EQUIVALENTS,
          Metric.BINDING_CONSTRAINT);

  private static Comparison compare(Tolerance tolerance, Results base, Results... others) {
    return new Comparer(METRICS, List.of(END), tolerance)
        .compare(side(base), java.util.Arrays.stream(others).map(ComparerTest::side).toList());
  }

  private static Side side(Results results) {
    return Side.present(results.result().name(), results.result());
  }

  private static Results measured() {
    return Results.named("plan")
        .with(Metric.GPU_COUNT, 1)
        .with(Metric.FACILITY_POWER_GW, 1)
        .with(Metric.H100_EQUIVALENTS, 5)
        .bound("grid");
  }

  private static Results plan(double gpus) {
    return measured()
        .with(Metric.GPU_COUNT, gpus)
        .claim("a", Verdict.MET, Double.NaN)
        .assume("pue", 1.2);
  }

  @Test
  void nothingDiffersFromItself() {
    Comparison same = compare(EXACT, plan(100), plan(100));
    assertThat(same.isDifferent()).isFalse();
    assertThat(same.metrics()).isEmpty();
    assertThat(same.claims()).isEmpty();
    assertThat(same.assumptions()).isEmpty();
    assertThat(same.notes()).isEmpty();
    assertThat(same.unchanged()).isEqualTo(new Comparison.Unchanged(1, 1, METRICS.size(), 0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 101, 0.02, false",
    "100, 102, 0.02, false",
    "100, 102.001, 0.02, true",
    "100, 97.9, 0.02, true",
    "100, 100.00000000001, 0, false",
    "100, 100.0000001, 0, true",
    "0, 0, 0, false",
    "0, 1, 0.5, true",
  })
  void aChangeIsOneBeyondItsToleranceAndRounding(
      double from, double to, double tolerance, boolean differs) {
    Comparison comparison =
        compare(new Tolerance(0, Map.of(Metric.GPU_COUNT, tolerance)), plan(from), plan(to));
    assertThat(comparison.isDifferent()).isEqualTo(differs);
    assertThat(comparison.metrics()).hasSize(differs ? 1 : 0);
    int within = !differs && Math.abs(to - from) > 1e-9 ? 1 : 0;
    assertThat(comparison.unchanged().withinTolerance()).isEqualTo(within);
  }

  @Test
  void aChangeIsOtherMinusBaseOverTheSizeOfTheBase() {
    Comparison.MetricChange up = compare(EXACT, plan(100), plan(150)).metrics().get(0);
    Comparison.MetricChange down = compare(EXACT, plan(150), plan(100)).metrics().get(0);
    assertThat(up.metric()).isEqualTo(Metric.GPU_COUNT);
    assertThat(up.date()).isEqualTo(END.end());
    assertThat(up.change(0)).isEqualTo(50).isEqualTo(-down.change(0));
    assertThat(up.share(0)).isEqualTo(0.5);
    assertThat(down.share(0)).isEqualTo(-50 / 150.0);
    assertThat(compare(EXACT, plan(0), plan(1)).metrics().get(0).share(0)).isNaN();
  }

  @Test
  void severalOthersAreEachHeldAgainstTheBase() {
    Comparison.MetricChange change =
        compare(EXACT, plan(100), plan(100), plan(90)).metrics().get(0);
    assertThat(change.to()).extracting(Comparison.Value::differs).containsExactly(false, true);
    assertThat(change.change(0)).isZero();
    assertThat(change.change(1)).isEqualTo(-10);
  }

  @Test
  void wordsAndClaimsAndAssumptionsAreCompared() {
    Results other =
        Results.named("plan")
            .with(Metric.GPU_COUNT, 100)
            .with(Metric.FACILITY_POWER_GW, 1)
            .with(Metric.H100_EQUIVALENTS, 5)
            .bound("chips")
            .claim("a", Verdict.NOT_REACHED, Double.NaN)
            .claim("b", Verdict.MET, Double.NaN)
            .assume("pue", 1.3);
    Comparison comparison = compare(EXACT, plan(100), other);
    assertThat(comparison.metrics())
        .singleElement()
        .extracting(Comparison.MetricChange::metric)
        .isEqualTo(Metric.BINDING_CONSTRAINT);
    assertThat(comparison.claims())
        .extracting(Comparison.ClaimChange::id)
        .containsExactly("a", "b");
    assertThat(comparison.claims().get(1).from()).isEmpty();
    assertThat(comparison.assumptions())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).isEqualTo("pue");
              assertThat(change.uses()).isEqualTo(1);
              assertThat(change.to().get(0).orElseThrow().number()).isEqualTo(1.3);
            });
    assertThat(comparison.isDifferent()).isTrue();
    // assumptions alone are no difference of results
    assertThat(compare(EXACT, plan(1), plan(1).assume("mfu", 0.4)).isDifferent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.50, 0.54, true, false", "0.50, 0.55, false, true", "0.50, 0.50, false, false"})
  void aProbabilityMovesBeyondWhatChanceExplains(
      double from, double to, boolean noise, boolean differs) {
    // both have an error of 0.01, so that of their difference is 0.0141; among 16 numbers chance
    // explains 2.955 of them, where the normal distribution has 0.05 / 2 / 16 above it: 0.0418
    Comparison comparison =
        compare(
            EXACT,
            measured().claim("a", Verdict.MET, from),
            measured().claim("a", Verdict.MET, to));
    assertThat(comparison.claims().stream().anyMatch(c -> c.noise().contains(true)))
        .isEqualTo(noise);
    assertThat(comparison.isDifferent()).isEqualTo(differs);
  }

  /** Error 3 of 100 draws now, and as much of what was saved: 4.243, times 2.955 is 12.5. */
  @ParameterizedTest
  @CsvSource({"112, 7, true", "113, 7, false", "112, 112, false"})
  void aQuantileOfOtherDrawsMovesBeyondWhatChanceExplains(double to, long seed, boolean noise) {
    Results saved = Results.named("plan").saved(Metric.GPU_COUNT, 100, 100, seed);
    Results now = Results.named("plan").drawn(Metric.GPU_COUNT, to, 3);
    for (Comparison comparison : List.of(compare(EXACT, saved, now), compare(EXACT, now, saved))) {
      assertThat(comparison.metrics())
          .filteredOn(change -> change.statistic().equals(Statistic.percentile(50)))
          .singleElement()
          .satisfies(change -> assertThat(change.to().get(0).noise()).isEqualTo(noise));
    }
  }

  @Test
  void whatASideDoesNotSayIsNoted() {
    Comparison comparison = compare(EXACT, plan(1), Results.named("plan").bound("grid"));
    assertThat(comparison.notes()).contains("plan: it does not say gpu_count");
    assertThat(comparison.metrics()).isEmpty();
  }

  @Test
  void aSideWithoutDrawsIsNotedOnce() {
    Results drawn = plan(1).drawn(Metric.GPU_COUNT, 1, 1);
    assertThat(compare(EXACT, plan(1), drawn).notes())
        .containsExactly("plan: there are no draws; its central case alone is compared");
  }

  @Test
  void aSideThatIsNotThereIsADifference() {
    Side gone = new Side("plan", Optional.empty(), Side.State.ABSENT, List.of());
    Comparer comparer = new Comparer(METRICS, List.of(END), EXACT);
    assertThat(comparer.compare(side(plan(1)), List.of(gone)).isDifferent()).isTrue();
    assertThat(comparer.compare(gone, List.of(side(plan(1)))).isDifferent()).isTrue();
    assertThat(comparer.compare(side(plan(1)), List.of(gone)).metrics())
        .extracting(Comparison.MetricChange::metric)
        .contains(Metric.GPU_COUNT);
  }

  // ---- versions of the model ----

  @Test
  void aMetricThatMeansSomethingElseIsNamedNotComparedAndNeverPasses() {
    Comparison comparison = compare(EXACT, plan(1).ofModel(1), plan(1));
    assertThat(comparison.warnings())
        .containsExactly(
            "plan: plan was computed by version 1 of the model, plan.yaml by version 2; not"
                + " compared, because they mean something else now: h100_equivalents");
    assertThat(comparison.notes()).containsAll(comparison.warnings());
    assertThat(comparison.metrics()).isEmpty();
    assertThat(comparison.unchanged().metrics()).isEqualTo(METRICS.size() - 1);
    assertThat(comparison.isDifferent()).isTrue();
    Results moved = plan(1).with(Metric.H100_EQUIVALENTS, 7);
    assertThat(compare(EXACT, plan(1).ofModel(1), moved).metrics()).isEmpty();
    assertThat(compare(EXACT, plan(1).ofModel(1), moved.ofModel(1)).metrics()).hasSize(1);
  }

  @Test
  void whatANewerModelComputedIsNotComparedAtAll() {
    Comparison comparison = compare(EXACT, plan(1).ofModel(ModelVersion.CURRENT + 1), plan(2));
    assertThat(comparison.metrics()).isEmpty();
    assertThat(comparison.claims()).isEmpty();
    assertThat(comparison.unchanged().metrics()).isZero();
    assertThat(comparison.unchanged().claims()).isZero();
    assertThat(comparison.warnings())
        .singleElement()
        .asString()
        .contains("nothing is compared, because this program does not know version");
    assertThat(comparison.isDifferent()).isTrue();
  }
}
