package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every distribution must be, checked against the inverse CDFs of commons-math3. */
class DistributionTest {
  /** Of a quantile, relative to the width between the 1 % and the 99 % quantile. */
  private static final double QUANTILE_TOLERANCE = 1e-8;

  private static final double CDF_TOLERANCE = 1e-8;

  private static double[] probabilities() {
    return IntStream.concat(
            IntStream.of(1, 10, 100, 999_900, 999_990, 999_999),
            IntStream.range(1, 1000).map(i -> 1000 * i))
        .sorted()
        .mapToDouble(i -> i / 1e6)
        .toArray();
  }

  private static Arguments pair(Distribution ours, RealDistribution theirs) {
    return Arguments.of(ours, theirs);
  }

  /** Generators are null: only the functions are used, so nothing here is random. */
  static Stream<Arguments> continuous() {
    double mu = 0.5 * (Math.log(1900) + Math.log(2400));
    double sigma = Math.log(2400.0 / 1900) / (2 * NormalScore.P95);
    return Stream.of(
        pair(new Distribution.Normal(3, 0.5), new NormalDistribution(null, 3, 0.5)),
        pair(new Distribution.Normal(-1e9, 1e8), new NormalDistribution(null, -1e9, 1e8)),
        pair(Distribution.interval(1900, 2400), new LogNormalDistribution(null, mu, sigma, 1e-12)),
        pair(new Distribution.Lognormal(0, 2), new LogNormalDistribution(null, 0, 2, 1e-12)),
        pair(new Distribution.Uniform(-2, 5), new UniformRealDistribution(null, -2, 5)),
        pair(new Distribution.Triangular(1, 2, 6), new TriangularDistribution(null, 1, 2, 6)),
        pair(new Distribution.Triangular(1, 1, 6), new TriangularDistribution(null, 1, 1, 6)),
        pair(new Distribution.Triangular(1, 6, 6), new TriangularDistribution(null, 1, 6, 6)),
        pair(Distribution.Beta.of(2, 5), new BetaDistribution(null, 2, 5, 1e-14)),
        pair(Distribution.Beta.of(0.5, 0.5), new BetaDistribution(null, 0.5, 0.5, 1e-14)),
        pair(Distribution.Beta.of(40, 60), new BetaDistribution(null, 40, 60, 1e-14)),
        pair(Distribution.Beta.pert(0, 0.25, 1), new BetaDistribution(null, 2, 4, 1e-14)));
  }

  static Stream<Distribution> all() {
    return Stream.concat(
        continuous().map(a -> (Distribution) a.get()[0]),
        Stream.of(
            Distribution.truncate(new Distribution.Normal(1, 1), 0, Double.POSITIVE_INFINITY),
            Distribution.truncate(new Distribution.Normal(0.9, 0.3), 0, 1),
            Distribution.truncate(new Distribution.Lognormal(0, 1), 1, 2),
            Distribution.truncate(Distribution.Beta.pert(-1, 0.5, 3), 0, 1),
            Distribution.truncate(new Distribution.Triangular(0.9, 1.2, 1.6), 1, 9),
            Distribution.truncate(new Distribution.Uniform(-2, 2), 0, 1)));
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void quantilesAndProbabilitiesAreThoseOfCommonsMath(Distribution ours, RealDistribution theirs) {
    double width =
        theirs.inverseCumulativeProbability(0.99) - theirs.inverseCumulativeProbability(0.01);
    for (double p : probabilities()) {
      double expected = theirs.inverseCumulativeProbability(p);
      assertThat(ours.quantile(p))
          .as("quantile of %s in %s", p, ours)
          .isCloseTo(expected, within(QUANTILE_TOLERANCE * Math.max(width, Math.abs(expected))));
      assertThat(ours.cdf(expected)).isCloseTo(p, within(CDF_TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void probabilityOfAQuantileIsItsProbability(Distribution distribution) {
    for (double p : probabilities()) {
      assertThat(distribution.cdf(distribution.quantile(p))).isCloseTo(p, within(CDF_TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void quantilesRise(Distribution distribution) {
    double before = Double.NEGATIVE_INFINITY;
    for (double p : probabilities()) {
      assertThat(distribution.quantile(p)).as("at %s", p).isGreaterThan(before);
      before = distribution.quantile(p);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void medianHalvesTheProbability(Distribution distribution) {
    assertThat(distribution.cdf(distribution.median())).isCloseTo(0.5, within(CDF_TOLERANCE));
    assertThat(distribution.isCertain()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theOutermostUniformNumbersGiveFiniteValues(Distribution distribution) {
    assertThat(distribution.quantile(0x1.0p-54)).isFinite();
    assertThat(distribution.quantile(1 - 0x1.0p-53)).isFinite();
  }

  @Test
  void anIntervalHoldsNinetyPercent() {
    assertThat(Distribution.interval(1900, 2400)).isInstanceOf(Distribution.Lognormal.class);
    assertThat(Distribution.interval(-1, 3)).isInstanceOf(Distribution.Normal.class);
    assertThat(Distribution.interval(0, 3)).isInstanceOf(Distribution.Normal.class);
    for (double[] ends : new double[][] {{1900, 2400}, {-1, 3}, {0, 3}, {1e-9, 1e9}}) {
      Distribution interval = Distribution.interval(ends[0], ends[1]);
      double width = ends[1] - ends[0];
      assertThat(interval.quantile(0.05)).isCloseTo(ends[0], within(1e-12 * width));
      assertThat(interval.quantile(0.95)).isCloseTo(ends[1], within(1e-12 * width));
    }
    assertThat(Distribution.interval(100, 400).median()).isCloseTo(200, within(1e-9));
    assertThat(Distribution.interval(-1, 3).median()).isCloseTo(1, within(1e-12));
  }

  @Test
  void truncationIsTheInverseCdfOnTheRestrictedInterval() {
    Distribution base = new Distribution.Normal(0.9, 0.3);
    NormalDistribution exact = new NormalDistribution(null, 0.9, 0.3);
    double from = exact.cumulativeProbability(0);
    double to = exact.cumulativeProbability(1);
    Distribution truncated = Distribution.truncate(base, 0, 1);
    for (double p : probabilities()) {
      double expected = exact.inverseCumulativeProbability(from + p * (to - from));
      assertThat(truncated.quantile(p)).isCloseTo(expected, within(1e-9)).isBetween(0.0, 1.0);
    }
    assertThat(truncated.cdf(-0.1)).isZero();
    assertThat(truncated.cdf(0)).isZero();
    assertThat(truncated.cdf(1)).isEqualTo(1);
    assertThat(truncated.cdf(1.1)).isEqualTo(1);
  }

  @Test
  void truncationIsNotClipping() {
    // Clipping would put the 63 % of Normal(0.9, 0.3) above 1 … on 1 itself.
    Distribution truncated = Distribution.truncate(new Distribution.Normal(0.9, 0.3), 0, 1);
    assertThat(truncated.quantile(0.9)).isLessThan(1);
    assertThat(truncated.median()).isLessThan(0.9);
  }

  @Test
  void aDistributionInsideItsDomainStaysAsItIs() {
    Distribution uniform = new Distribution.Uniform(0.2, 0.4);
    assertThat(Distribution.truncate(uniform, 0, 1)).isSameAs(uniform);
  }

  @Test
  void aDistributionOutsideItsDomainIsRefused() {
    assertThatThrownBy(() -> Distribution.truncate(new Distribution.Uniform(2, 3), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void choiceTakesItsValuesInAscendingOrderHoweverWritten() {
    Distribution choice =
        Distribution.Choice.of(new TreeMap<>(Map.of(10.0, 0.3, 1.0, 0.4, 5.0, 0.3)));
    assertThat(choice.quantile(0.1)).isEqualTo(1);
    assertThat(choice.quantile(0.39)).isEqualTo(1);
    assertThat(choice.median()).isEqualTo(5);
    assertThat(choice.quantile(0.69)).isEqualTo(5);
    assertThat(choice.quantile(0.71)).isEqualTo(10);
    assertThat(choice.quantile(1 - 0x1.0p-53)).isEqualTo(10);
    assertThat(choice.cdf(0.9)).isZero();
    assertThat(choice.cdf(1)).isCloseTo(0.4, within(1e-15));
    assertThat(choice.cdf(7)).isCloseTo(0.7, within(1e-15));
    assertThat(choice.cdf(10)).isCloseTo(1, within(1e-15));
  }

  @Test
  void aCoinFallsOnHeadsAsOftenAsItsProbability() {
    Distribution coin = new Distribution.Coin(0.3);
    assertThat(coin.quantile(0.69)).isZero();
    assertThat(coin.quantile(0.71)).isEqualTo(1);
    assertThat(coin.median()).isZero();
    assertThat(new Distribution.Coin(0.5).median()).isEqualTo(1);
    assertThat(new Distribution.Coin(0).isCertain()).isTrue();
    assertThat(new Distribution.Coin(1).isCertain()).isTrue();
    assertThat(new Distribution.Coin(1).quantile(0x1.0p-54)).isEqualTo(1);
    assertThat(new Distribution.Coin(0).quantile(1 - 0x1.0p-53)).isZero();
  }

  @Test
  void normalScoreIsTheInverseOfItsProbability() {
    NormalDistribution exact = new NormalDistribution(null, 0, 1);
    for (double p : probabilities()) {
      assertThat(NormalScore.quantile(p))
          .isCloseTo(exact.inverseCumulativeProbability(p), within(1e-9));
      assertThat(NormalScore.quantile(1 - p)).isCloseTo(-NormalScore.quantile(p), within(1e-9));
    }
    assertThat(NormalScore.quantile(0.95)).isCloseTo(NormalScore.P95, within(1e-15));
    assertThat(NormalScore.quantile(0.5)).isZero();
  }
}
