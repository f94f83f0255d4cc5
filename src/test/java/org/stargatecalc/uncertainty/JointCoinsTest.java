package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointCoinsTest {
  private static final double[] HEADS = {0.93, 0.5, 0.3, 0.8};

  private static JointCoins coins(double... heads) {
    JointCoins coins = new JointCoins();
    for (int i = 0; i < heads.length; i++) {
      assertThat(coins.add("coin" + i, Set.of(heads[i]))).isTrue();
    }
    return coins;
  }

  private static int[] all(int size) {
    return IntStream.range(0, size).toArray();
  }

  /** Of n evenly spaced numbers each combination gets n times its probability, to one. */
  @Test
  void everyCombinationComesAsOftenAsItShould() {
    JointCoins coins = coins(HEADS);
    int n = 10_000;
    int[] counts = new int[16];
    double[] numbers = new double[4];
    for (int i = 0; i < n; i++) {
      coins.write((i + 0.5) / n, all(4), numbers);
      int combination = 0;
      for (int c = 0; c < 4; c++) {
        combination = 2 * combination + (int) new Distribution.Coin(HEADS[c]).quantile(numbers[c]);
      }
      counts[combination]++;
    }
    for (int combination = 0; combination < 16; combination++) {
      double probability = 1;
      for (int c = 0; c < 4; c++) {
        boolean isHead = (combination >> (3 - c) & 1) == 1;
        probability *= isHead ? HEADS[c] : 1 - HEADS[c];
      }
      assertThat((double) counts[combination])
          .as("combination " + combination)
          .isCloseTo(n * probability, within(1.0));
    }
  }

  /** Each number is uniform for itself, so that a coin may also be read by another probability. */
  @Test
  void eachNumberIsUniform() {
    JointCoins coins = coins(HEADS);
    int n = 20_000;
    int[][] bins = new int[4][10];
    double[] numbers = new double[4];
    for (int i = 0; i < n; i++) {
      coins.write((i + 0.5) / n, all(4), numbers);
      for (int c = 0; c < 4; c++) {
        assertThat(numbers[c]).isGreaterThan(0).isLessThan(1);
        bins[c][(int) (10 * numbers[c])]++;
      }
    }
    for (int[] ofCoin : bins) {
      for (int count : ofCoin) {
        // as many intervals are cut as there are combinations before
        assertThat(count).isBetween(n / 10 - 9, n / 10 + 9);
      }
    }
  }

  /** The second coin is independent of the first one, whichever probability decides the first. */
  @Test
  void aCoinLoadedOtherwiseInAnotherScenarioLeavesTheNextIndependent() {
    JointCoins coins = new JointCoins();
    coins.add("first", List.of(0.5, 0.6, 0.9));
    coins.add("second", List.of(0.7));
    int n = 100_000;
    double[] numbers = new double[2];
    for (double heads : new double[] {0.5, 0.6, 0.9}) {
      int both = 0;
      for (int i = 0; i < n; i++) {
        coins.write((i + 0.5) / n, all(2), numbers);
        boolean first = new Distribution.Coin(heads).quantile(numbers[0]) == 1;
        both += first && new Distribution.Coin(0.7).quantile(numbers[1]) == 1 ? 1 : 0;
      }
      assertThat((double) both).isCloseTo(n * heads * 0.7, within(4.0));
    }
  }

  /** What is left of a number by many coins has at least 23 of its 53 bits. */
  @Test
  void thereIsRoomForSoManyCoinsAsLeaveANumber() {
    JointCoins coins = new JointCoins();
    int added = 0;
    while (coins.add("coin" + added, Set.of(0.5))) {
      added++;
    }
    assertThat(added).isEqualTo(30);
    JointCoins rare = new JointCoins();
    assertThat(rare.add("rare", Set.of(1e-12))).as("the first always has room").isTrue();
    assertThat(rare.add("next", Set.of(0.5))).isFalse();
  }

  @Test
  void aCoinOfAnotherScenarioIsTossedAndNotWritten() {
    JointCoins coins = coins(HEADS);
    double[] with = new double[4];
    double[] without = new double[3];
    for (double u : new double[] {0.03, 0.2, 0.77}) {
      coins.write(u, all(4), with);
      coins.write(u, new int[] {0, -1, 1, 2}, without);
      assertThat(without).containsExactly(with[0], with[2], with[3]);
    }
  }

  /** What follows a coin is uniform on either side of it, so that it is independent of the coin. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatFollowsACoinIsIndependentOfIt(boolean isDescending) {
    JointCoins coins = coins(0.7);
    coins.end("delay", isDescending);
    assertThat(coins.paths()).containsExactly("coin0", "delay");
    assertThat(coins.add("next", Set.of(0.5))).as("it is the last").isFalse();
    int n = 10_000;
    int[][] bins = new int[2][10];
    double[] numbers = new double[2];
    double before = Double.NaN;
    for (int i = 0; i < n; i++) {
      coins.write((i + 0.5) / n, all(2), numbers);
      assertThat(numbers[1]).isGreaterThan(0).isLessThan(1);
      bins[(int) new Distribution.Coin(0.7).quantile(numbers[0])][(int) (10 * numbers[1])]++;
      if (i > n / 2) {
        assertThat(numbers[1] < before).isEqualTo(isDescending);
      }
      before = numbers[1];
    }
    for (int bin = 0; bin < 10; bin++) {
      assertThat((double) bins[0][bin]).isCloseTo(n * 0.03, within(1.0));
      assertThat((double) bins[1][bin]).isCloseTo(n * 0.07, within(1.0));
    }
    coins.write(0x1.0p-54, all(2), numbers);
    assertThat(numbers[1]).as("at the end of the interval").isGreaterThan(0).isLessThan(1);
  }
}
