package org.stargatecalc.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stargatecalc.support.Laws;

/**
 * Bad files that are as large as the limits of the reader allow, or a tenth of it, each at another
 * limit.
 */
final class LargeBadFiles {
  private static final String GOOD = "name: bad\ngpu_count: 1000\nonline: 2025-06\n";

  private LargeBadFiles() {}

  /**
   * A large file.
   *
   * @param name what it has many of
   * @param text the file
   * @param place line and column of the first problem
   * @param words what is said of it
   */
  record Large(String name, String text, String place, String words) {}

  static List<Large> all() {
    List<Large> files = new ArrayList<>();
    String bad = GOOD + "pue: 0.5\n";
    add(files, "bytes", GOOD + "title: " + "a ".repeat(9 << 20), "1:1", "16777216 bytes");
    add(
        files,
        "comments in Cyrillic",
        bad + "# ж ж ж ж ж ж ж\n".repeat(upTo(720_000)),
        "4:6",
        "a ratio ≥ 1");
    add(files, "words", bad + "title: " + "a ".repeat(8_000_000), "4:6", "a ratio ≥ 1");
    add(files, "numbers", GOOD + "pue: " + "1 ".repeat(upTo(8_000_000)), "4:6", "characters");
    add(files, "levels", GOOD + "a: " + "[".repeat(90_000), "4:64", "60 levels");
    add(
        files,
        "levels in blocks",
        "a:\n" + lines(2_000, i -> " ".repeat(i) + "a:"),
        "63:62",
        "levels");
    add(
        files,
        "aliases",
        GOOD + "b: &b [1]\na: [" + "*b, ".repeat(upTo(190_000)) + "*b]",
        "4:1",
        "key");
    add(files, "values", GOOD + "a: [" + "1, ".repeat(5_000_000) + "1]", "4:1199990", "values");
    String text = "'" + "z".repeat(36) + "', ";
    add(files, "texts", GOOD + "a: [" + text.repeat(upTo(390_000)) + "1]", "4:1", "unknown key");
    String map = "{" + "a".repeat(60) + ": " + "1".repeat(60) + "}, ";
    add(files, "mappings", GOOD + "a: [" + map.repeat(upTo(99_000)) + "1]", "4:1", "unknown key");
    String word = "z".repeat(60);
    add(files, "long keys", GOOD + lines(199_000, i -> word + i + ": 1"), "4:1", "unknown key");
    add(files, "repeated keys", bad + "pue: 1.2\n".repeat(upTo(190_000)), "4:6", "a ratio ≥ 1");
    add(
        files,
        "anchors",
        GOOD + lines(upTo(190_000), i -> "a" + i + ": &a" + i + " 1"),
        "4:1",
        "key");
    add(files, "phases", phases(upTo(130_000), ""), "3:3", "000 phases");
    add(files, "bad phases", phases(10_000, "gpu_cuont: 5"), "3:8", "did you mean gpu_count");
    add(files, "claims", GOOD + "claims: [" + "x, ".repeat(190_000) + "y]", "4:9", "190001 claims");
    String claim = "x, ".repeat(999);
    add(files, "unknown claims", GOOD + "claims: [" + claim + "]", "4:10", "unknown claim");
    String of = "[" + "{by: 2025-06, gpu_cuont: 5}, ".repeat(upTo(75_000)) + "{}]";
    add(files, "milestones", "name: bad\nmilestones: " + of, "2:28", "did you mean gpu_count");
    add(files, "spaces", bad + "ramp: '1" + " ".repeat(1_000_000) + "days'", "4:6", "a ratio ≥ 1");
    String spaces = "expect: ['gpu_count@2027 > 5" + " ".repeat(1_000_000) + "x']";
    add(files, "spaces in an expression", GOOD + spaces, "4:10", "at most 10000 characters");
    String metrics = "expect:\n" + lines(upTo(9_999), i -> "- gpu_cuont" + i + "@2027 > 5");
    add(files, "unknown metrics", GOOD + metrics, "5:3", "unknown metric");
    String claims = "expect:\n" + lines(upTo(9_999), i -> "- prob(x" + i + ") > 5%");
    add(files, "unknown claims in expressions", GOOD + claims, "5:3", "'x0'");
    String each = "{limits: capex, supply: {2025: 1}}";
    String constraints = "constraints:\n" + lines(upTo(9_999), i -> "  c" + i + ": " + each);
    String plain = phases(2_000, "gpu_count: 5, online: 2026");
    add(files, "constraints on all phases", plain + constraints, "2504:9", "1000000 phases");
    String pairs =
        lines(upTo(25_000), i -> "- {between: [phases.q" + i + ".pue, phases.p1.pue], rho: 0.1}");
    int moved = upTo(2_000);
    String uncertain = phases(moved, "gpu_count: 5, online: 2026, pue: 1.1 to 1.3");
    add(
        files,
        "correlations",
        uncertain + "correlations:\n" + pairs,
        (moved + 4) + ":14",
        "uncertain");
    return files;
  }

  /**
   * A tenth of a size, in a long run all of it: the largest of words, keys and values are always
   * tried.
   */
  private static int upTo(int most) {
    return Math.min(most, Laws.cases(most / 10));
  }

  private static void add(List<Large> files, String name, String text, String place, String words) {
    files.add(new Large(name, text, place, words));
  }

  private static String phases(int count, String parameters) {
    return "name: bad\nphases:\n" + lines(count, i -> "  p" + i + ": {" + parameters + "}");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }
}
