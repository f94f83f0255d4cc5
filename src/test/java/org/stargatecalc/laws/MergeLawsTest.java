package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.support.CommandResult;

/** However the draws of a run are divided, their parts join to the bytes of the one run. */
class MergeLawsTest {
  /** More draws than those that bracket the quantiles of the rest, and no multiple of a chunk. */
  private static final int MANY_DRAWS = 11_003;

  private static final List<String> FILES =
      List.of("answer.json", "answer.csv", "answer.txt", "samples.csv");

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void partsInAnyOrderJoinToTheBytesOfOneRun(long seed) throws IOException {
    Random random = new Random(seed);
    RandomScenario uncertain =
        RandomScenario.of(seed).delayedBy("1 to 14 months").with("discount_rate", "5% to 9%");
    String scenario =
        Files.writeString(folder.resolve("scenario.yaml"), uncertain.yaml()).toString();
    int draws = seed == 8 ? MANY_DRAWS : 1 + random.nextInt(700);
    List<String> run =
        List.of(
            "-n",
            Integer.toString(draws),
            "--seed",
            Long.toString(random.nextLong() >>> 1),
            "--sampling",
            random.nextBoolean() ? "sobol" : "random");
    String end = RandomScenario.mapping(uncertain.tree().get("horizon")).get("to").toString();
    List<String> rows = seed % 4 == 0 ? List.of("--at", end) : List.of("--by", "year");

    List<String> parts = new ArrayList<>();
    for (DrawRange range : ranges(draws, random)) {
      String part = folder.resolve("part-" + range.first()).toString();
      String threads = Integer.toString(1 + random.nextInt(3));
      String numbers = range.first() + ".." + range.last();
      line("project", scenario, run, rows, "--draws", numbers, "--threads", threads, "-o", part);
      parts.add(part);
    }
    Collections.shuffle(parts, random);

    Path one = Files.createDirectory(folder.resolve("one"));
    Path joined = Files.createDirectory(folder.resolve("joined"));
    line("project", scenario, run, rows, answers(one));
    line("merge", scenario, parts, rows, answers(joined));
    for (String file : FILES) {
      assertThat(joined.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
    assertThat(Files.readAllLines(joined.resolve("samples.csv"))).hasSize(draws + 1);
    if (draws < MANY_DRAWS) {
      // a table alone needs few of the metrics
      assertThat(line("merge", scenario, parts, rows))
          .isEqualTo(line("project", scenario, run, rows));
    }
  }

  private static String[] answers(Path folder) {
    List<String> options = new ArrayList<>(List.of("--quantiles", "1,50,99"));
    for (String file : FILES) {
      options.addAll(List.of("-o", folder.resolve(file).toString()));
    }
    return options.toArray(String[]::new);
  }

  /** Returns one to six ranges that together are all draws. */
  private static List<DrawRange> ranges(int draws, Random random) {
    TreeSet<Integer> ends = new TreeSet<>(List.of(draws));
    for (int i = random.nextInt(6); i > 0; i--) {
      ends.add(1 + random.nextInt(draws));
    }
    List<DrawRange> ranges = new ArrayList<>();
    int first = 0;
    for (int end : ends) {
      ranges.add(new DrawRange(first, end - 1));
      first = end;
    }
    return ranges;
  }

  private static String line(
      String command, String scenario, List<String> some, List<String> more, String... rest) {
    return CommandResult.of(
            Stream.of(List.of(command, scenario), some, more, Arrays.asList(rest), List.of("-q"))
                .flatMap(List::stream)
                .toArray(String[]::new))
        .succeeds()
        .stdout();
  }

  @Test
  void nearlyEqualPartsAreAllDrawsOnce() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      int draws = 1 + random.nextInt(i % 10 == 0 ? 100_000_000 : 50);
      int parts = 1 + random.nextInt(Math.min(draws, 40));
      int next = 0;
      for (int part = 1; part <= parts; part++) {
        DrawRange range = DrawRange.part(part, parts, draws);
        assertThat(range.first()).isEqualTo(next);
        assertThat(range.size()).isBetween(draws / parts, draws / parts + 1);
        next = range.last() + 1;
      }
      assertThat(next).isEqualTo(draws);
    }
  }
}
