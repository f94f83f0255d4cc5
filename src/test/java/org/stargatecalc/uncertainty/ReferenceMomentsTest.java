package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Means and standard deviations have the certified digits of NIST's Statistical Reference Datasets.
 *
 * <p>All nine univariate sets, whole and in blocks as the draws come.
 */
class ReferenceMomentsTest {
  private static double[] data(String set) throws IOException {
    return switch (set) {
      case "NumAcc1" -> new double[] {10_000_001, 10_000_003, 10_000_002};
      case "NumAcc2" -> middleThenPairs(1.2, 1.1, 1.3);
      case "NumAcc3" -> middleThenPairs(1_000_000.2, 1_000_000.1, 1_000_000.3);
      case "NumAcc4" -> middleThenPairs(10_000_000.2, 10_000_000.1, 10_000_000.3);
      case "PiDigits" -> withTheSlip(digitsOfPi(5000));
      default ->
          Arrays.stream(
                  Files.readString(Path.of("src/test/resources/nist", set + ".txt")).split("\\s+"))
              .mapToDouble(Double::parseDouble)
              .toArray();
    };
  }

  /** The middle once, then the low and the high value in turn, 500 times each. */
  private static double[] middleThenPairs(double middle, double low, double high) {
    return DoubleStream.concat(
            DoubleStream.of(middle),
            IntStream.range(0, 1000).mapToDouble(i -> i % 2 == 0 ? low : high))
        .toArray();
  }

  /**
   * Puts a 3 for an 8: the certified moments belong to a sum that is 5 and a sum of squares that is
   * 55 below those of π, so an 8 stands as 3 in the set. Where it stands changes no moment.
   */
  private static double[] withTheSlip(double[] digits) {
    int at = 0;
    while (digits[at] != 8) {
      at++;
    }
    digits[at] = 3;
    return digits;
  }

  /** By Machin's formula, π = 16 arctan(1/5) − 4 arctan(1/239), with ten digits to spare. */
  private static double[] digitsOfPi(int count) {
    BigInteger one = BigInteger.TEN.pow(count + 10);
    BigInteger pi =
        arctanOfInverse(5, one)
            .multiply(BigInteger.valueOf(16))
            .subtract(arctanOfInverse(239, one).multiply(BigInteger.valueOf(4)));
    return pi.toString().substring(0, count).chars().mapToDouble(digit -> digit - '0').toArray();
  }

  private static BigInteger arctanOfInverse(int x, BigInteger one) {
    BigInteger term = one.divide(BigInteger.valueOf(x));
    BigInteger sum = term;
    for (int i = 1; term.signum() != 0; i++) {
      term = term.divide(BigInteger.valueOf(-(long) x * x));
      sum = sum.add(term.divide(BigInteger.valueOf(2L * i + 1)));
    }
    return sum;
  }

  /** The first block gives the pivot, as the first draws do. */
  private static MeanCollector inBlocks(double[] data, int size) {
    MeanCollector all = MeanCollector.of(data, Math.min(size, data.length), data.length);
    for (int from = size; from < data.length; from += size) {
      int to = Math.min(data.length, from + size);
      MeanCollector part = all.sibling();
      part.add(Arrays.copyOfRange(data, from, to), from, to - from);
      all.add(part);
    }
    return all;
  }

  /**
   * The last column is how exact a standard deviation can be: a double holds 1000000.1 to 1.2e-10
   * and 10000000.1 to 1.9e-9, of which the deviation of 0.1 keeps nine and eight digits.
   */
  @ParameterizedTest
  @CsvSource({
    "PiDigits,  4.53480000000000,  2.86733906028871,      1e-14",
    "Lottery,   518.958715596330,  291.699727470969,      1e-14",
    "Lew,      -177.435000000000,  277.332168044316,      1e-14",
    "Mavro,     2.00185600000000,  0.000429123454003053,  1e-12",
    "Michelso,  299.852400000000,  0.0790105478190518,    1e-12",
    "NumAcc1,   10000002,          1,                     0",
    "NumAcc2,   1.2,               0.1,                   1e-14",
    "NumAcc3,   1000000.2,         0.1,                   1e-9",
    "NumAcc4,   10000000.2,        0.1,                   1e-8",
  })
  void momentsHaveTheCertifiedDigits(String set, double mean, double deviation, double exactness)
      throws IOException {
    double[] data = data(set);
    for (int block : new int[] {1, 7, 512, 10_000}) {
      MeanCollector collector = inBlocks(data, block);
      assertThat(collector.mean()).isCloseTo(mean, within(1e-14 * Math.abs(mean)));
      assertThat(collector.standardDeviation()).isCloseTo(deviation, within(exactness * deviation));
      assertThat(collector.standardError(Sampling.RANDOM))
          .isEqualTo(collector.standardDeviation() / Math.sqrt(data.length));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -3, 1e300})
  void oneValueOrManyAlikeHaveNoSpread(double value) {
    double[] alike = new double[1000];
    Arrays.fill(alike, value);
    for (int size : new int[] {1, 1000}) {
      MeanCollector collector = MeanCollector.of(alike, size, size);
      assertThat(collector.mean()).isEqualTo(value);
      assertThat(collector.standardError(Sampling.RANDOM)).isZero();
      assertThat(collector.standardError(Sampling.SOBOL)).isZero();
    }
  }
}
