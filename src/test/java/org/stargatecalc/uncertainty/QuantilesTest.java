package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void selectionGivesWhatSortingGives() {
    Random random = new Random(1);
    for (int size : new int[] {1, 2, 3, 10, 101, 1000}) {
      for (int repeat = 0; repeat < 20; repeat++) {
        double[] values = random.doubles(size).map(x -> Math.rint(x * 2 * size)).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] wanted = {0.05, 0.5, 0.95};

        double[] found = Quantiles.of(values.clone(), size, wanted);

        for (int i = 0; i < wanted.length; i++) {
          assertThat(found[i]).isEqualTo(Quantiles.ofSorted(sorted, wanted[i]));
        }
      }
    }
  }

  @Test
  void onlyTheFirstValuesCount() {
    double[] values = {3, 1, 2, -100, 100};

    assertThat(Quantiles.of(values, 3, 0, 0.5, 1)).containsExactly(1, 2, 3);
  }

  @Test
  void noValuesHaveNoQuantile() {
    assertThat(Quantiles.of(new double[0], 0, 0.5)).containsExactly(Double.NaN);
  }
}
