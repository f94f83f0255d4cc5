package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uniform numbers by address. */
class UniformSourceTest {
  private static final List<String> PATHS = List.of("pue", "phases.a.delay", "watts_per_gpu");

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void theSameAddressGivesTheSameBitsInAnyOrder(Sampling sampling) {
    UniformSource one = new UniformSource(sampling, 7, PATHS);
    UniformSource other = new UniformSource(sampling, 7, PATHS);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 3 * 2000).boxed().toList());
    double[] straight = order.stream().mapToDouble(i -> one.at(i / 3, i % 3)).toArray();
    Collections.shuffle(order, new Random(1));
    for (int i : order) {
      assertThat(other.at(i / 3, i % 3)).isEqualTo(straight[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void numbersLieStrictlyInsideAndFillTheIntervalEvenly(Sampling sampling) {
    int draws = 1 << 16;
    int bins = 64;
    UniformSource source = new UniformSource(sampling, 3, PATHS);
    for (int path = 0; path < PATHS.size(); path++) {
      int[] counts = new int[bins];
      for (int draw = 0; draw < draws; draw++) {
        double u = source.at(draw, path);
        assertThat(u).isGreaterThan(0).isLessThan(1);
        counts[(int) (u * bins)]++;
      }
      double expected = draws / (double) bins;
      double chiSquare = 0;
      for (int count : counts) {
        chiSquare += (count - expected) * (count - expected) / expected;
      }
      // 63 degrees of freedom: 31 to 108 holds all but about 1 in 2,000; Sobol points are better.
      assertThat(chiSquare)
          .as("chi-square of path %s", path)
          .isLessThan(108)
          .isGreaterThan(sampling == Sampling.RANDOM ? 31 : -1);
    }
  }

  @Test
  void eachConsecutiveBlockStratifiesEveryPairOfPaths() {
    UniformSource source = new UniformSource(Sampling.SOBOL, 11, List.of("a", "b", "c", "d", "e"));
    // (0,2) alone is a net of strength 0 in base 2; others are nets of slightly lower quality,
    // so the squares of an 8 × 8 grid are asked for in 256 points: 4 each.
    for (int block = 0; block < 8; block++) {
      for (int first = 0; first < 5; first++) {
        int[] strata = new int[256];
        for (int i = 0; i < 256; i++) {
          strata[(int) (256 * source.at(256L * block + i, first))]++;
        }
        assertThat(strata).as("path %s, block %s", first, block).containsOnly(1);
        for (int second = 0; second < first; second++) {
          int[] squares = new int[64];
          for (int i = 0; i < 256; i++) {
            int x = (int) (8 * source.at(256L * block + i, first));
            int y = (int) (8 * source.at(256L * block + i, second));
            squares[8 * x + y]++;
          }
          assertThat(squares).as("paths %s and %s, block %s", first, second, block).containsOnly(4);
        }
      }
    }
  }

  /** One net: all draws together stratify as finely as their number allows. */
  @Test
  void allDrawsTogetherAreOneNet() {
    UniformSource source = new UniformSource(Sampling.SOBOL, 1, List.of("a", "b"));
    int[] strata = new int[4096];
    int[] squares = new int[4096];
    for (int draw = 0; draw < 4096; draw++) {
      strata[(int) (4096 * source.at(draw, 0))]++;
      squares[64 * (int) (64 * source.at(draw, 0)) + (int) (64 * source.at(draw, 1))]++;
    }
    assertThat(strata).containsOnly(1);
    assertThat(squares).containsOnly(1);
  }

  @Test
  void randomNumbersOfAPathDoNotDependOnTheOthers() {
    UniformSource alone = new UniformSource(Sampling.RANDOM, 5, List.of("pue"));
    UniformSource among = new UniformSource(Sampling.RANDOM, 5, List.of("x", "y", "pue", "z"));
    for (int draw = 0; draw < 1000; draw++) {
      assertThat(among.at(draw, 2)).isEqualTo(alone.at(draw, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void pathsAndSeedsAreUncorrelated(Sampling sampling) {
    UniformSource one = new UniformSource(sampling, 1, PATHS);
    UniformSource other = new UniformSource(sampling, 2, PATHS);
    int draws = 1 << 15;
    double paths = 0;
    double seeds = 0;
    for (int draw = 0; draw < draws; draw++) {
      paths += (one.at(draw, 0) - 0.5) * (one.at(draw, 1) - 0.5);
      seeds += (one.at(draw, 0) - 0.5) * (other.at(draw, 0) - 0.5);
    }
    // correlation = 12 · mean product; its standard error is 1/√draws = 0.0055
    assertThat(12 * paths / draws).isCloseTo(0, within(0.025));
    if (sampling == Sampling.RANDOM) {
      // scrambles of one Sobol sequence are independent as estimates, but not point by point
      assertThat(12 * seeds / draws).isCloseTo(0, within(0.025));
    }
  }

  @Test
  void moreThanAThousandPathsAreSampledAtRandom() {
    List<String> many = IntStream.range(0, 1001).mapToObj(i -> "p" + i).toList();
    UniformSource sobol = new UniformSource(Sampling.SOBOL, 1, many);
    UniformSource random = new UniformSource(Sampling.RANDOM, 1, many);
    assertThat(sobol.at(5, 1000)).isEqualTo(random.at(5, 1000));
  }
}
