package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sample quantiles, by sorting, by selection and by counting around brackets. */
class QuantilesTest {
  private static final double[] WANTED = {0.01, 0.05, 0.25, 0.5, 0.9, 0.95, 0.99};

  /** A kind of sample, with a name. */
  private record Kind(String name, DoubleSupplier next) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    Random random = new Random(42);
    return Stream.of(
        new Kind("normal", random::nextGaussian),
        new Kind("rounded to tenths", () -> Math.rint(10 * random.nextGaussian()) / 10 + 0.0),
        new Kind("all equal", () -> 7),
        new Kind("two values", () -> random.nextInt(2)),
        new Kind("mostly zero", () -> random.nextInt(20) == 0 ? random.nextDouble() : 0),
        new Kind(
            "often never",
            () -> random.nextInt(3) > 0 ? Double.POSITIVE_INFINITY : random.nextInt(9)),
        new Kind("never", () -> Double.POSITIVE_INFINITY),
        new Kind("at the median", () -> random.nextBoolean() ? 1 : random.nextDouble()),
        new Kind("over many magnitudes", () -> Math.exp(20 * random.nextGaussian())));
  }

  private static double[] sample(Kind kind, int size) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> kind.next().getAsDouble());
    return values;
  }

  private static double[] bySorting(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(WANTED).map(p -> Quantiles.ofSorted(sorted, p)).toArray();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void selectionEqualsSorting(Kind kind) {
    for (int size : new int[] {1, 2, 3, 5, 19, 20, 21, 100, 101, 1000, 4999, 20_000}) {
      double[] values = sample(kind, size);
      assertThat(Quantiles.of(values.clone(), size, WANTED))
          .as("%s values", size)
          .isEqualTo(bySorting(values));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void countingAroundBracketsEqualsSortingInAnyPartition(Kind kind) {
    for (int size : new int[] {2, 300, 5000, 60_000}) {
      double[] values = sample(kind, size);
      int first = Math.max(1, size / 10);
      double[] early = Arrays.copyOf(values, first);
      QuantileCollector one = QuantileCollector.bracketing(early, first, 5, WANTED);
      QuantileCollector other = one.sibling();
      one.add(values, first);
      for (int from = first; from < size; from += 512) {
        double[] chunk = Arrays.copyOfRange(values, from, Math.min(size, from + 512));
        (from % 1024 == 0 ? one : other).add(chunk, chunk.length);
      }
      one.add(other);
      assertThat(one.quantiles().orElseThrow()).as("%s values", size).isEqualTo(bySorting(values));
    }
  }

  @Test
  void aMissedBracketIsSaid() {
    double[] first = new double[5000];
    Arrays.setAll(first, i -> i / 5000.0);
    QuantileCollector collector = QuantileCollector.bracketing(first.clone(), 5000, 5, 0.5);
    double[] elsewhere = new double[5000];
    Arrays.fill(elsewhere, 9);
    collector.add(elsewhere, 5000);
    assertThat(collector.quantiles()).isEmpty();
    Arrays.fill(elsewhere, -9);
    QuantileCollector below = QuantileCollector.bracketing(first.clone(), 5000, 5, 0.5);
    below.add(elsewhere, 5000);
    assertThat(below.quantiles()).isEmpty();
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(Quantiles.ofSorted(new double[0], 0.5)).isNaN();
    assertThat(Quantiles.of(new double[3], 0, 0.5)).containsExactly(Double.NaN);
    assertThat(QuantileCollector.bracketing(new double[] {1}, 1, 5, 0.5).quantiles())
        .hasValueSatisfying(none -> assertThat(none).containsExactly(Double.NaN));
  }

  @Test
  void quantilesAreLinearBetweenNeighboursAndNeverIsNotAveraged() {
    double[] values = {1, 2, 4};
    assertThat(Quantiles.ofSorted(values, 0)).isEqualTo(1);
    assertThat(Quantiles.ofSorted(values, 0.25)).isEqualTo(1.5);
    assertThat(Quantiles.ofSorted(values, 0.75)).isEqualTo(3);
    assertThat(Quantiles.ofSorted(values, 1)).isEqualTo(4);
    double[] withNever = {1, Double.POSITIVE_INFINITY};
    assertThat(Quantiles.ofSorted(withNever, 0.4)).isEqualTo(1);
    assertThat(Quantiles.ofSorted(withNever, 0.6)).isInfinite();
  }

  @Test
  void onlyTheFirstValuesCount() {
    double[] values = {3, 1, 2, -100, 100};
    assertThat(Quantiles.of(values, 3, 0, 0.5, 1)).containsExactly(1, 2, 3);
  }
}
