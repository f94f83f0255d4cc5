package org.stargatecalc.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * A scenario that must be refused, with the line that must be named and words that must be said.
 *
 * <p>Most are made from the declarations of the parameters, so that a new parameter brings its own.
 *
 * @param name what is wrong with it
 * @param bytes the file
 * @param line where the problem is
 * @param words what the message holds
 */
public record BadFile(String name, byte[] bytes, int line, List<String> words) {
  private static final double[] CANDIDATES = {-1, 0, 0.5, 1.5};

  @Override
  public String toString() {
    return name;
  }

  /** Returns the battery. */
  public static List<BadFile> all() {
    List<BadFile> files = new ArrayList<>();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      of(parameter, files);
    }
    structures(files);
    values(files);
    return files;
  }

  private static void of(PhaseParameter parameter, List<BadFile> files) {
    String key = parameter.key();
    Dimension dimension = parameter.dimension();
    String noun = parameter.isDate() ? "date" : dimension.noun();
    String other = dimension == Dimension.DURATION ? "5 GW" : "6 months";
    add(files, key, "another dimension", other, noun);
    add(files, key, "no number", "plenty", noun);
    add(files, key, "an unknown unit", "5 zorks", noun);
    add(files, key, "nothing", "", "found nothing");
    add(files, key, "a list", "[1, 2]", "found a list");
    if (!parameter.isDate()) {
      add(files, key, "a comma", "'100,000'", "without commas");
      add(files, key, "more than a number holds", "1e400", "too large");
      for (double candidate : CANDIDATES) {
        if (!parameter.domain().contains(candidate)) {
          String text = Double.toString(candidate);
          add(files, key, "outside the domain", text, parameter.domain().describe());
          break;
        }
      }
    }
    if (!key.contains(".")) {
      add(files, key + "x", "a misspelt key", "1", "unknown key", "did you mean");
      String twice = key + ": 1\n" + key + ": 1\n";
      files.add(of("twice " + key, 4, "name: bad\ngpu: gb200\n" + twice, "second time"));
    }
  }

  private static void add(
      List<BadFile> files, String key, String what, String value, String... words) {
    boolean size = PhaseParameter.SIZES.stream().anyMatch(p -> p.key().equals(key));
    String head = "name: bad\n" + (size ? "" : "gpu_count: 1000\n");
    String online = key.equals("online") ? "" : "online: 2025-06\n";
    int dot = key.indexOf('.');
    String line =
        dot < 0
            ? key + ": " + value
            : key.substring(0, dot) + ": {" + key.substring(dot + 1) + ": " + value + "}";
    int lines = (head + online).split("\n").length;
    String text = head + online + line + "\n";
    files.add(of(key + ": " + what, lines + 1, text, words));
  }

  private static BadFile of(String name, int line, String text, String... words) {
    return new BadFile(name, text.getBytes(StandardCharsets.UTF_8), line, List.of(words));
  }

  private static void structures(List<BadFile> files) {
    files.add(of("empty", 1, "", "empty file"));
    files.add(of("only a comment", 1, "# nothing\n", "empty file"));
    files.add(of("a text", 1, "just words\n", "a mapping"));
    files.add(of("a list", 1, "- a\n- b\n", "a mapping"));
    files.add(of("a tab", 2, "name: bad\n\tpue: 1.2\n", "tab"));
    files.add(of("an open bracket", 3, "name: bad\nphases: [1, 2\n", "not YAML"));
    files.add(of("an open quote", 3, "name: bad\ntitle: \"open\n", "not YAML"));
    files.add(of("a colon in a text", 2, "name: bad\ntitle: a: b\n", "quotes"));
    files.add(of("a tag", 2, "name: bad\ntitle: !!python/object/apply:os.system [ls]\n", "tag"));
    files.add(of("a tag on a scalar", 2, "name: bad\npue: !!float 1.2\n", "tag"));
    files.add(of("a second document", 3, "name: bad\n---\nname: worse\n", "second document"));
    files.add(of("an unknown alias", 2, "name: bad\npue: *there\n", "there"));
    files.add(of("a key that is a list", 2, "name: bad\n? [a, b]\n: 1\n", "key"));
    files.add(of("a merge of a text", 2, "name: bad\n<<: words\n", "to merge"));
    files.add(of("too deep", 2, "name: bad\na: " + "[".repeat(500) + "]".repeat(500), "levels"));
    files.add(of("a long word", 2, "name: bad\ntitle: " + "z".repeat(200_000), "without a space"));
    StringBuilder bomb = new StringBuilder("name: bad\na0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 10; i++) {
      String items = ("*a" + (i - 1) + ", ").repeat(10);
      bomb.append("a" + i + ": &a" + i + " [" + items + "]\n");
    }
    files.add(of("aliases of aliases", 7, bomb.toString(), "more than"));
    files.add(of("many values", 2, "name: bad\na: [" + "1, ".repeat(500_000) + "1]\n", "values"));
    files.add(of("a control character", 2, "name: bad\ntitle: a\u0007b\n", "U+0007"));
    files.add(of("an escape sequence", 2, "name: bad\ntitle: \u001b[31mred\n", "U+001B"));
    files.add(of("a zero byte", 1, "name: ba\0d\n", "U+0000"));
    files.add(bytes("not UTF-8", 2, "name: bad\ntitle: ", new byte[] {'a', (byte) 0xff}, "0xFF"));
    files.add(bytes("an overlong form", 2, "name: b\npue: ", new byte[] {(byte) 0xc0}, "0xC0"));
    files.add(
        bytes("half a character", 1, "name: b", new byte[] {(byte) 0xe2, (byte) 0x82}, "0xE2"));
    files.add(bytes("UTF-16", 1, "", new byte[] {(byte) 0xfe, (byte) 0xff, 0, 'n'}, "0xFE"));
    files.add(of("no such base", 1, "extends: no-such-file.yaml\nname: bad\n", "no such file"));
    files.add(of("a base that is a folder", 1, "extends: .\nname: bad\n", "directory"));
    files.add(of("an absolute base", 1, "extends: /etc/hostname\nname: bad\n", "relative"));
    files.add(of("a base that is a list", 1, "extends: [a]\nname: bad\n", "file"));
  }

  private static BadFile bytes(String name, int line, String head, byte[] tail, String... words) {
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(start, start.length + tail.length);
    System.arraycopy(tail, 0, all, start.length, tail.length);
    return new BadFile(name, all, line, List.of(words));
  }

  private static void values(List<BadFile> files) {
    String good = "name: bad\ngpu_count: 1000\nonline: 2025-06\n";
    String[][] lines = {
      {"name: two words", "an id"},
      {"name: ''", "an id"},
      {"name: [a]", "found a list"},
      {"horizon: 2025", "found '2025'"},
      {"horizon: {from: 2026-01, to: 2025-01}", "horizon"},
      {"horizon: {from: 2025-01, to: 2180-01}", "horizon"},
      {"horizon: {from: 2025-13}", "month"},
      {"horizon: {start: 2025-01}", "unknown key"},
      {"as_of: yesterday", "a date"},
      {"as_of: 2025-02-30", "does not exist"},
      {"online: 1800-01", "year"},
      {"online: 2025-Q5", "quarter"},
      {"online: 2025-H3", "half"},
      {"online: 01/02/2025", "a date"},
      {"discount_rate: 6 months", "a share"},
      {"discount_rate: 5000%", "share"},
      {"price_performance: -1", "ratio"},
      {"amortization: magic", "one of"},
      {"gpu: h9000", "unknown accelerator"},
      {"ownership: stolen", "one of"},
      {"stage: imagined", "one of"},
      {"shape: round", "one of"},
      {"precision: int1", "one of"},
      {"site: a b", "an id"},
      {"training_system: 'x/y'", "an id"},
      {"capex_split: {training: 60%, inference: 60%}", "sum"},
      {"capex_split: {training: 60%, serving: 40%}", "unknown key"},
      {"capex_split: half", "capex_split"},
      {"pue: {value: 1.2, confidence: total}", "one of"},
      {"pue: {value: 1.2, as_of: soon}", "a date"},
      {"pue: {value: 1.2, author: me}", "unknown key"},
      {"claims: stargate-1gw-2025", "a list"},
      {"claims: [no-such-claim]", "unknown claim"},
      {"claims: [stargate-1gw-2025, stargate-1gw-2025]", "second time"},
      {"claims: [{id: c, metric: gpu_count, at_least: 5 GW, by: 2027}]", "a count"},
      {"claims: [{id: c, metric: speed, at_least: 5, by: 2027}]", "unknown metric"},
      {"claims: [{id: c, metric: energy_twh, at_least: 5 TWh, by: 2027}]", "not a stock"},
      {"claims: [{id: c, metric: facility_power_gw, at_least: 5, by: 2027}]", "without a unit"},
      {"claims: [{metric: gpu_count, at_least: 5, by: 2027}]", "id"},
      {"constraints: [a]", "a list"},
      {"constraints: {c: {limits: speed, available: [{from: 2025, at: 5}]}}", "one of"},
      {"constraints: {c: {limits: facility_power}}", "available"},
      {"constraints: {c: {limits: gpu_count, supply: {25: 5}}}", "year"},
      {"constraints: {c: {limits: gpu_count, supply: {2025: 5 GW}}}", "a count"},
      {"risks: {r: {probability: 140%, delay: 6 months}}", "share"},
      {"risks: {r: {probability: 40%}}", "delay"},
      {"phases: [a, b]", "a list"},
      {"sites: {s: {pue: 0.9}}", "ratio"},
      {"milestones: [{by: 2025-06, gpu_count: 5}]", "milestones"},
      {"growth: {from: 2025, gpu_count: 5, per_year: 2, until: 2024}", "growth"},
      {"expect: gpu_count@2027 > 5", "a list"},
      {"expect: [gpu_count > 5]", "'@'"},
      {"expect: [gpu_cuont@2027 > 5]", "did you mean gpu_count"},
      {"expect: [facility_power_gw@2027 > 5]", "without a unit"},
      {"expect: [claim(stargate-1gw-2025) == mett]", "did you mean met"},
      {"expect: [prob(stargate-1gw-2052) < 5%]", "did you mean stargate-1gw-2025"},
      {"expect: [delta(delta(gpu_count@2027)) == 0%]", "inside delta"},
      {"expect: ['not (not (gpu_count@2027 > 5)']", "')'"},
      {"correlations: [{between: [pue, mfu], rho: 0.5}]", "no uncertain input"},
      {"pue: 'beta(1e6, 1)'", "0.4 to 10000"},
      {"title: ~", "found nothing"},
      {"title: null", "found nothing"},
      {"precision: fp8\ngpu: maia100", "no published dense fp8 rate"},
      {"chip_tdp: 1 kW\nwatts_per_gpu: 2 kW", "beside chip_tdp"},
      {"pue: 1.2 to 1.1", "not below the second"},
      {"pue: 'normal(1.2)'", "normal(mean, sd)"},
      {"pue: choice(1.2)", "without a probability"},
    };
    for (String[] line : lines) {
      String key = line[0].substring(0, line[0].indexOf(':') + 1);
      String head = good.lines().filter(l -> !l.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
      int count = (int) head.lines().count();
      files.add(of(line[0], count + 1, head + line[0] + "\n", line[1]));
    }
  }
}
