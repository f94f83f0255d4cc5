package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MeanCollectorTest {
  private static double[] uniforms(int size) {
    return new SplittableRandom(1).doubles(size).toArray();
  }

  @Test
  void meanAndDeviationAreThoseOfTheirDefinitions() {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares of the differences 32, over 8 − 1
    double[] values = {2, 4, 4, 4, 5, 5, 7, 9};
    MeanCollector collector = MeanCollector.of(values, 8, 8);
    assertThat(collector.mean()).isEqualTo(5);
    assertThat(collector.standardDeviation()).isEqualTo(Math.sqrt(32 / 7.0));
    assertThat(collector.standardError(Sampling.RANDOM)).isEqualTo(Math.sqrt(32 / 7.0 / 8));
  }

  @Test
  void differencesFarFromZeroKeepTheirDigits() {
    // a billion and alternately 0.1 less and more: the variance is 0.01 · n / (n − 1)
    double[] values = new double[1000];
    Arrays.setAll(values, i -> 1e9 + (i % 2 == 0 ? -0.1 : 0.1));
    MeanCollector collector = MeanCollector.of(values, 1000, 1000);
    assertThat(collector.mean()).isEqualTo(1e9);
    // 1e9 + 0.1 is itself rounded to 1.2e-7
    assertThat(collector.standardDeviation())
        .isCloseTo(0.1 * Math.sqrt(1000 / 999.0), within(1e-7));
  }

  @Test
  void partsAddUpToTheWhole() {
    double[] values = uniforms(5000);
    double[] first = Arrays.copyOf(values, 1024);
    MeanCollector whole = MeanCollector.of(first, 1024, 5000);
    for (int from = 1024; from < 5000; from += 512) {
      double[] chunk = Arrays.copyOfRange(values, from, Math.min(5000, from + 512));
      MeanCollector part = whole.sibling();
      assertThat(part.add(chunk, from, chunk.length)).isEqualTo(chunk.length);
      whole.add(part);
    }
    MeanCollector atOnce = MeanCollector.of(values, 5000, 5000);
    assertThat(whole.mean()).isCloseTo(atOnce.mean(), within(1e-15));
    for (Sampling sampling : Sampling.values()) {
      assertThat(whole.standardError(sampling))
          .isCloseTo(atOnce.standardError(sampling), within(1e-15));
    }
  }

  @Test
  void undefinedValuesDoNotCountAndKeepTheOthersInTheirBlock() {
    double[] values = uniforms(800);
    double[] gaps = new double[1600];
    // each draw is followed by an undefined one, so that blocks are twice as long and hold the same
    Arrays.setAll(gaps, i -> i % 2 == 0 ? values[i / 2] : Double.NaN);
    MeanCollector some = MeanCollector.of(gaps, 1600, 1600);
    MeanCollector all = MeanCollector.of(values, 800, 800);
    assertThat(some.mean()).isCloseTo(all.mean(), within(1e-15));
    assertThat(some.standardError(Sampling.SOBOL))
        .isCloseTo(all.standardError(Sampling.SOBOL), within(1e-15));
    MeanCollector none = MeanCollector.of(new double[] {Double.NaN}, 1, 1);
    assertThat(none.mean()).isNaN();
  }

  @Test
  void sobolPointsAreJudgedByHowFarTheirBlocksLieApart() {
    // blocks of 8 draws with means 0 … 7, standard deviation √6, over √8
    double[] values = new double[64];
    Arrays.setAll(values, i -> i / 8);
    assertThat(MeanCollector.of(values, 64, 64).standardError(Sampling.SOBOL))
        .isCloseTo(Math.sqrt(6) / Math.sqrt(8), within(1e-15));
  }
}
