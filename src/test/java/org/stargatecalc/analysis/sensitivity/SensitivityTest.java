package org.stargatecalc.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.Distribution;
import org.stargatecalc.uncertainty.Sampling;
import org.stargatecalc.uncertainty.UniformSource;

/** Functions whose indices are known in closed form, through the code that the command uses. */
class SensitivityTest {
  private static final int ROWS = 8192;

  private static List<UncertainInput> uniform(int count, double low, double high) {
    List<UncertainInput> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Distribution distribution = new Distribution.Uniform(low, high);
      inputs.add(
          new UncertainInput(
              "x" + i, distribution, new AssumedValue.Measured(distribution, Dimension.RATIO)));
    }
    return inputs;
  }

  private static SobolIndices.Index of(String path, List<SobolIndices.Index> indices) {
    return indices.stream().filter(i -> i.input().path().equals(path)).findFirst().orElseThrow();
  }

  private static void assertHolds(SobolIndices.Estimate estimate, double truth) {
    // The interval is a 90 % one; twice its half width is three to four standard errors.
    double half = (estimate.high() - estimate.low()) / 2;
    assertThat(estimate.value()).isCloseTo(truth, within(2 * half + 1e-9));
    assertThat(half).isLessThan(0.05);
  }

  @Test
  void ishigamiIndicesLieInTheirIntervals() {
    // f = sin x1 + a sin² x2 + b x3⁴ sin x1 on [−π, π]³ with a = 7, b = 0.1 (Ishigami and Homma,
    // 1990)
    double a = 7;
    double b = 0.1;
    double pi4 = Math.pow(Math.PI, 4);
    double v1 = Math.pow(1 + b * pi4 / 5, 2) / 2;
    double v2 = a * a / 8;
    double v13 = b * b * pi4 * pi4 * 8 / 225;
    double variance = v1 + v2 + v13;
    List<SobolIndices.Index> found =
        SobolIndices.of(
            x ->
                Math.sin(x[0])
                    + a * Math.pow(Math.sin(x[1]), 2)
                    + b * Math.pow(x[2], 4) * Math.sin(x[0]),
            uniform(3, -Math.PI, Math.PI),
            ROWS,
            1);
    assertHolds(of("x0", found).firstOrder(), v1 / variance);
    assertHolds(of("x1", found).firstOrder(), v2 / variance);
    assertHolds(of("x2", found).firstOrder(), 0);
    assertHolds(of("x0", found).total(), (v1 + v13) / variance);
    assertHolds(of("x1", found).total(), v2 / variance);
    assertHolds(of("x2", found).total(), v13 / variance);
    assertThat(found.get(0).input().path()).isEqualTo("x0");
  }

  @Test
  void sobolGIndicesLieInTheirIntervals() {
    // g = Π (|4x − 2| + a) / (1 + a) on [0, 1]; V_i = 1 / (3 (1 + a_i)²), V = Π(1 + V_i) − 1
    double[] a = {0, 1, 4.5, 9};
    double[] part = new double[a.length];
    double product = 1;
    for (int i = 0; i < a.length; i++) {
      part[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
      product *= 1 + part[i];
    }
    List<SobolIndices.Index> found =
        SobolIndices.of(
            x -> {
              double g = 1;
              for (int i = 0; i < a.length; i++) {
                g *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
              }
              return g;
            },
            uniform(a.length, 0, 1),
            ROWS,
            2);
    for (int i = 0; i < a.length; i++) {
      SobolIndices.Index index = of("x" + i, found);
      assertHolds(index.firstOrder(), part[i] / (product - 1));
      assertHolds(index.total(), part[i] * product / (1 + part[i]) / (product - 1));
    }
  }

  @Test
  void anAnswerThatNeverChangesHasNoIndices() {
    SobolIndices.Index index = SobolIndices.of(x -> 5, uniform(1, 0, 1), 64, 1).get(0);
    assertThat(index.firstOrder().value()).isNaN();
    assertThat(index.total().value()).isNaN();
  }

  @Test
  void aTornadoSwingsEachInputBetweenItsTenthAndNinetiethPercentile() {
    // 3x + y with x, y uniform on [0, 1]: x moves it by 3 · 0.8, y by 0.8, around 2
    Tornado.Result result = Tornado.of(x -> 3 * x[0] + x[1], uniform(2, 0, 1));
    assertThat(result.central()).isEqualTo(2);
    assertThat(result.swings().get(0).input().path()).isEqualTo("x0");
    assertThat(result.swings().get(0).size()).isCloseTo(2.4, within(1e-12));
    assertThat(result.swings().get(1).low()).isCloseTo(1.6, within(1e-12));
    assertThat(result.swings().get(1).high()).isCloseTo(2.4, within(1e-12));
  }

  @Test
  void ranksFollowAMonotoneAnswerAndPartialRanksTakeTheOthersOut() {
    UniformSource source = new UniformSource(Sampling.SOBOL, 1, List.of("x0", "x1", "x2"));
    List<RankCorrelation.Correlation> found =
        RankCorrelation.of(
            x -> Math.exp(3 * x[0]) - 2 * x[1],
            uniform(3, 0, 1),
            (draw, values) -> {
              for (int i = 0; i < values.length; i++) {
                values[i] = source.at(draw, i);
              }
            },
            4096);
    assertThat(found.get(0).input().path()).isEqualTo("x0");
    assertThat(found.get(0).spearman()).isGreaterThan(0.9);
    assertThat(found.get(1).spearman()).isBetween(-0.5, -0.1);
    // with x0 taken out, x1 decides far more of what is left
    assertThat(found.get(1).partial()).isLessThan(-0.7);
    assertThat(found.get(2).spearman()).isCloseTo(0, within(0.05));
  }

  @Test
  void aTornadoTellsWhatCannotActFromWhatDoesNotMatter() {
    List<UncertainInput> inputs = new ArrayList<>(uniform(3, 0, 1));
    for (double probability : new double[] {0.3, 0.04}) {
      Distribution coin = new Distribution.Coin(probability);
      inputs.add(
          new UncertainInput(
              "coin" + probability, coin, new AssumedValue.Measured(coin, Dimension.RATIO)));
    }
    // x1 acts if the first coin says so, x2 never
    Tornado.Result tornado =
        Tornado.of(x -> x[0] + x[3] * (0.5 + x[1]) + 0 * x[2] + 7 * x[4], inputs);
    assertThat(tornado.central()).isEqualTo(0.5);
    assertThat(tornado.swings())
        .extracting(swing -> swing.input().path(), Tornado.Swing::actsWith)
        .containsExactly(
            tuple("coin0.3", List.of()),
            tuple("x0", List.of()),
            tuple("x1", List.of("coin0.3")),
            tuple("x2", List.of()),
            tuple("coin0.04", List.of("coin0.04")));
  }
}
