package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;

/** What a user is told about a scenario that is wrong. */
class BadInputTest {
  private static final String GOOD = "name: good\ngpu_count: 1k\nonline: 2026-01\n";

  @TempDir private Path folder;

  // ---- one run reports everything ----

  /** Where a problem stands and words that must be said about it. */
  private record Mistake(String place, String... words) {}

  @Test
  void everyMistakeOfAFileIsReportedInOneRun() throws IOException {
    String yaml =
        """
        name: twenty mistakes
        as_of: 2025-13
        horizon: {from: 2025-01, to: 2030-12, until: 2031}
        gpus: 400k
        watts_per_gpu: 1.4 kWh
        pue: 0.9
        capex_split: {training: 60%, inference: 30%}
        load_factor: 75
        discount_rate: six
        claims:
          - stargate-1gw-2026
          - {id: a, metric: energy_twh, at_least: 5 TWh, by: 2027}
          - {id: b, metric: facility_power_gw, at_least: 5, by: 2027}
          - {id: c, metric: facility_power_gw, by: 2027}
        sites:
          east: {energy_price: $65/W}
        phases:
          a:
            gpu: gb20
            gpu_count: 100,000
            online: 2026-02-30
          b:
            gpu_count: 1k
            it_power: 1 GW
            online: 2026-01
            delay: -3 months
          c:
            milestones:
              - {by: 2026-06, gpu_count: 100k}
              - {by: 2026-03, gpu_count: 150k}
          d:
            ownership: rented
            site: mars base
            growth: {from: 2026, facility_power: 1 GW, per_year: 0.5}
          e: nothing yet
        constraints:
          chips:
            limits: gpu_count
            applies_to: [east-1]
            supply: {2025: 10k, soon: 5k}
          grid:
            available: [{from: 2026, at: 1 GW}]
        """;
    List<Mistake> mistakes =
        List.of(
            new Mistake("1:7", "name: found 'twenty mistakes'", "an id of 1 to 100 letters"),
            new Mistake("2:8", "as_of: found '2025-13'", "month 13 does not exist"),
            new Mistake("3:39", "horizon: found the unknown key 'until'", "from, to"),
            new Mistake("4:1", "found the unknown key 'gpus'", "did you mean gpu_count?"),
            new Mistake("5:16", "watts_per_gpu: found an energy", "expected a power", "kW"),
            new Mistake("6:6", "pue: found '0.9'", "≥ 1"),
            new Mistake("7:14", "capex_split: found shares that sum to 90%", "100%"),
            new Mistake("8:14", "load_factor: found '75'", "> 0 and ≤ 1"),
            new Mistake("9:16", "discount_rate: found 'six'", "expected"),
            new Mistake("11:5", "claims[0]: found the unknown claim", "stargate-1gw-2025?"),
            new Mistake("12:21", "claims[1].metric: found energy_twh, which is not a stock"),
            new Mistake("13:50", "claims[2].at_least: found '5' without a unit", "a power"),
            new Mistake("14:5", "claims[3]", "found no key 'at_least' in claims[3]"),
            new Mistake(
                "16:24",
                "sites.east.energy_price: found an amount of money per power ($65/W)",
                "an amount of money per energy, such as $65/MWh"),
            new Mistake("19:10", "phases.a.gpu: found the unknown accelerator", "mean gb200?"),
            new Mistake("20:16", "phases.a.gpu_count: found '100,000'", "100000, 100_000 or 100k"),
            new Mistake("21:13", "phases.a.online: found '2026-02-30', a day that does not exist"),
            new Mistake("24:5", "phases.b.it_power: found a second size beside gpu_count", "23:5"),
            new Mistake("26:12", "phases.b.delay: found '-3 months'", "a duration ≥ 0"),
            new Mistake("30:9", "phases.c.milestones[1]", "not after the one before"),
            new Mistake("32:16", "phases.d.ownership: found 'rented'", "own, lease_shell, offtake"),
            new Mistake("33:11", "phases.d.site: found 'mars base'", "an id of 1 to 100 letters"),
            new Mistake("34:58", "phases.d.growth.per_year: found '0.5'", "≥ 1"),
            new Mistake("35:6", "phases.e: found 'nothing yet'", "the parameters of a phase"),
            new Mistake("39:18", "constraints.chips.applies_to[0]: found the unknown id 'east-1'"),
            new Mistake("40:25", "constraints.chips.supply: found 'soon'", "a calendar year"),
            new Mistake("42:5", "constraints.grid", "found no key 'limits' in constraints.grid"));

    CommandResult result = refused(write("bad.yaml", yaml));
    List<String> lines = result.stderr().lines().toList();
    for (Mistake mistake : mistakes) {
      assertThat(lines)
          .as("%s\n%s", Arrays.toString(mistake.words()), result)
          .anyMatch(
              line ->
                  line.startsWith(name("bad.yaml") + ":" + mistake.place() + ": ")
                      && Arrays.stream(mistake.words()).allMatch(line::contains));
    }
    assertThat(lines).as("%s", result).hasSameSizeAs(mistakes);
    assertThat(lines.stream().map(BadInputTest::lineNumber))
        .as("in the order of the file")
        .isSorted();
  }

  private static int lineNumber(String message) {
    return Integer.parseInt(message.replaceFirst("^.*?\\.yaml:(\\d+):.*$", "$1"));
  }

  @Test
  void everyFileOfARunIsReported() throws IOException {
    CommandResult result =
        CommandResult.of(
            "project",
            write("one.yaml", GOOD + "pue: 0.9\n"),
            name("none.yaml"),
            write("two.yaml", GOOD + "load_factor: 2\n"));
    result.exits(3);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith(name("one.yaml") + ":4:6: pue"))
        .anyMatch(line -> line.startsWith(name("none.yaml")) && line.contains("no such file"))
        .anyMatch(line -> line.startsWith(name("two.yaml") + ":4:14: load_factor"));
  }

  @Test
  void afterFiftyProblemsTheRestAreCounted() throws IOException {
    StringBuilder yaml = new StringBuilder(GOOD + "phases:\n");
    for (int i = 0; i < 60; i++) {
      yaml.append("  p").append(i).append(": {online: 2026-99}\n");
    }
    CommandResult result = refused(write("many.yaml", yaml.toString()));
    List<String> lines = result.stderr().lines().toList();
    assertThat(lines).as("%s", result).hasSize(51);
    assertThat(lines.get(50)).isEqualTo("and 10 more problems");
  }

  // ---- single mistakes and their words ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pue_average: 1.5 | 4:14 | pue_average: found an annual PUE above the peak pue of 1.2; expected at most 1.2
          site_count: 2.5 | 4:13 | site_count: found '2.5'; expected a whole number ≥ 1
          site_count: 0 | 4:13 | site_count: found '0'; expected a ratio ≥ 1
          run_share: 0 | 4:12 | run_share: found '0'; expected a share > 0 and ≤ 1
          systems: 1.5 | 4:10 | systems: found '1.5'; expected a whole number ≥ 1
          mfu: 0 | 4:6 | mfu: found '0'; expected a share > 0 and ≤ 1
          mfu: NaN | 4:6 | mfu: found 'NaN'; expected a share
          delay: soon | 4:8 | delay: found 'soon'; expected a duration, such as 6 months, 90 days or 5 years
          ramp: 3 MW | 4:7 | ramp: found a power (3 MW); expected a duration
          compute_life: 0 | 4:15 | compute_life: found '0'; expected a duration > 0
          capex_per_gpu: €30k/GPU | 4:16 | US dollars of 2025: other currencies are not converted
          watts_per_gpu: 2.09 KW | 4:16 | whose unit 'KW' is not known; expected a power: did you mean kW?
          watts_per_gpu: [1 kW] | 4:16 | watts_per_gpu: found a list; expected a power
          watts_per_gpu: {a: 1} | 4:16 | watts_per_gpu: found a mapping; expected a power
          watts_per_gpu: | 4:15 | watts_per_gpu: found nothing; expected a power
          watts_per_gpu: {value: 1 kW, sorce: x} | 4:30 | watts_per_gpu: found the unknown key 'sorce'; expected a known key (did you mean source?)
          watts_per_gpu: {value: 1 kW, confidence: sure} | 4:42 | watts_per_gpu.confidence: found 'sure'; expected one of high, medium, low
          energy_price: 1e400 | 4:15 | energy_price: found '1e400', which is too large for a number
          discount_rate: -100% | 4:16 | discount_rate: found '-100%'; expected a share > -1
          amortization: linear | 4:15 | amortization: found 'linear'; expected one of annuity, straight_line
          shape: curve | 4:8 | shape: found 'curve'; expected one of linear, s_curve
          precision: fp4 | 4:12 | precision: found 'fp4'; expected one of bf16, fp8
          stage: built | 4:8 | stage: found 'built'; expected one of announced, secured, under_construction, operational
          growth: {from: 2026} | 4:1 | growth: found a second size beside gpu_count
          milestones: [] | 4:1 | milestones: found a second size beside gpu_count
          horizon: {from: 2030, to: 2029} | 4:10 | horizon: found a horizon from 2030-01-01 to 2029-12-31; expected a horizon of at most 100 years that ends after it begins
          horizon: 2030 | 4:10 | horizon: found '2030'; expected a mapping such as {from: 2025-01, to: 2030-12}
          claims: stargate-1gw-2025 | 4:9 | claims: found 'stargate-1gw-2025'; expected a list of ids or mappings
          claims: [stargate-1gw-2025, stargate-1gw-2025] | 4:29 | claims[1]: found the claim 'stargate-1gw-2025' a second time
          claims: [{id: a, metric: gpu_cuont, at_least: 1k, by: 2027}] | 4:26 | did you mean gpu_count?
          claims: [{id: a, metric: facility_power_gw, at_least: 1 GW, by: 2027, scope: training_system}] | 4:78 | claims[0].scope: found the scope 'training_system' of facility_power_gw; expected the metric that has this scope, largest_training_system_gw
          claims: [{id: a, metric: gpu_count, basis: it, at_least: 1k, by: 2027}] | 4:44 | claims[0].basis: found a basis for gpu_count; expected a basis only for power
          claims: [{id: a, metric: gpu_count, at_least: 1 GW, by: 2027}] | 4:47 | claims[0].at_least: found a power (1 GW); expected a count
          phases: {} | 4:9 | phases: found no phase; expected at least one phase
          phases: [a] | 4:9 | phases: found a list; expected a mapping of phase ids
          phases: {a b: {gpu_count: 1}} | 4:10 | phases.a b: found 'a b'; expected an id
          sites: {x: 5} | 4:12 | sites.x: found '5'; expected the parameters of a site
          constraints: {c: {limits: pue, supply: {2026: 1}}} | 4:27 | constraints.c.limits: found 'pue'; expected one of gpu_count, it_power, facility_power, capex
          constraints: {c: {limits: gpu_count}} | 4:18 | constraints.c: found no available and no supply
          constraints: {c: {limits: gpu_count, available: []}} | 4:49 | constraints.c.available: found
          constraints: {c: {limits: gpu_count, supply: {2026: 1 GW}}} | 4:53 | constraints.c.supply.2026: found a power (1 GW); expected a count
          risks: {r: {probability: 40%}} | 4:12 | found no key 'delay' in risks.r; expected delay: a duration
          risks: {r: {probability: 140%, delay: 1 month}} | 4:26 | risks.r.probability: found '140%'; expected a share ≥ 0 and ≤ 1
          temperature: 20 | 4:1 | found the unknown key 'temperature'; expected a known key
          """)
  void aMistakeIsNamedWhereItStands(String line, String place, String words) throws IOException {
    CommandResult result = refused(write("bad.yaml", GOOD + line + "\n"));
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith(name("bad.yaml") + ":" + place + ": ")
        .contains(words);
    assertThat(result.stderr().lines()).as("%s", result).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpu_count: 1k\\nonline: 2026 | 1:1 | found no key 'name' in the scenario
          name: a\\nonline: 2026 | 1:1 | found no size in the scenario
          name: a\\ngpu_count: 1k | 1:1 | found no key 'online' in the scenario
          name: a\\nphases: {p: {gpu_count: 1k}} | 2:13 | phases.p: found no key 'online' in phases.p
          name: a\\nphases:\\n  p:\\n    online: 2026 | 4:5 | phases.p: found no size in phases.p
          name: a\\ngpu: tpu_8t\\ngpu_count: 1k\\nonline: 2026\\nflops_per_gpu: 1 PFLOP/s | 2:6 | found no published IT watts for tpu_8t
          name: a\\ngpu: vr300\\ngpu_count: 1k\\nonline: 2026 | 2:6 | found no published dense bf16 rate for vr300
          name: a\\ngpu: maia100\\ngpu_count: 1k\\nonline: 2026\\nprecision: fp8 | 5:12 | found no published dense fp8 rate for maia100
          name: a\\ngpu_count: 1k\\nonline: 2026\\nchip_tdp: 700 W | 4:11 | found chip_tdp without system_overhead
          name: a\\nmilestones: [{by: 2026}] | 2:14 | milestones[0]: found no size in the milestone
          name: a\\nmilestones: [{gpu_count: 5}] | 2:14 | found no key 'by' in milestones[0]
          name: a\\nmilestones: [{by: 2026, gpu_count: 5}, {by: 2027, it_power: 1 MW}] | 2:40 | milestones[1]: found it_power; expected gpu_count as in the milestones before
          name: a\\nmilestones: [{by: 2027, gpu_count: 5}, {by: 2026, gpu_count: 6}] | 2:40 | found a date not after the one before
          name: a\\ngrowth: {gpu_count: 5} | 2:9 | found no key 'from' in growth
          name: a\\ngrowth: {from: 2027, gpu_count: 5, per_year: 2, until: 2026} | 2:49 | growth.until: found a date before from
          name: a\\nmilestones: [{by: 2026, gpu_count: 5}]\\nramp: 5 days | 3:1 | ramp: found ramp beside milestones
          name: a\\nownership: offtake\\ncapex: $5bn\\nonline: 2026 | 1:1 | found a size in capex with ownership offtake, which has no capex
          """)
  void whatIsMissingOrDoesNotFitIsNamed(String yaml, String place, String words)
      throws IOException {
    CommandResult result = refused(write("bad.yaml", yaml.replace("\\n", "\n") + "\n"));
    assertThat(result.stderr().lines())
        .as("%s", result)
        .anyMatch(
            line -> line.startsWith(name("bad.yaml") + ":" + place + ": ") && line.contains(words));
  }

  @Test
  void aMisspeltKeyIsNotAlsoMissing() throws IOException {
    CommandResult result = refused(write("bad.yaml", "nmae: a\ngpu_cuont: 1k\nonlin: 2026\n"));
    assertThat(result.stderr().lines()).as("%s", result).hasSize(3);
    assertThat(result.stderr())
        .contains("did you mean name?")
        .contains("did you mean gpu_count?")
        .contains("did you mean online?");
  }

  @Test
  void aDuplicateKeyNamesTheLineOfTheFirst() throws IOException {
    CommandResult result = refused(write("bad.yaml", GOOD + "gpu_count: 2k\npue: 0.9\n"));
    assertThat(result.stderr().lines())
        .as("%s", result)
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith(name("bad.yaml") + ":4:1: ")
                    && line.contains("found the key 'gpu_count' a second time")
                    && line.contains("the first is at line 2"))
        .anyMatch(line -> line.startsWith(name("bad.yaml") + ":5:6: pue"));
  }

  // ---- text that is no scenario ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name: a\\n\\tgpu_count: 1k | 2:1 | spaces for indentation, not a tab
          name: a\\nphases:\\n  p:\\n\\tgpu_count: 1k | 4:1 | spaces for indentation, not a tab
          name: a\\nx: 1\\n  y: 2 | 3:4 | not YAML
          name: a: b | 1:8 | quotes around a text that holds ': '
          name: [a | 2:1 | not YAML
          a: b\\n- c | 2:1 | not YAML
          name: *nowhere | 1:7 | found the alias *nowhere
          name: a\\ntitle: !!str x | 2:8 | tags are not supported
          name: a\\ntitle: !local x | 2:8 | tags are not supported
          name: a\\n? [b]\\n: c | 2:4 | found a key that is not plain text
          name: a\\n---\\nname: b | 3:1 | found a second document; expected one document in a file
          - name: a | 1:1 | found a list; expected a mapping
          hello | 1:1 | found a text; expected a mapping
          # nothing but a comment | 1:1 | found an empty file; expected a scenario
          <<: 5\\nname: a | 1:5 | <<: found '5'; expected a mapping or a list of mappings to merge
          """)
  void textThatIsNoScenarioIsRefusedAtItsPlace(String yaml, String place, String words)
      throws IOException {
    String text = yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n";
    CommandResult result = refused(write("bad.yaml", text));
    assertThat(result.stderr().lines())
        .as("%s", result)
        .anyMatch(
            line -> line.startsWith(name("bad.yaml") + ":" + place + ": ") && line.contains(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "   \n\n  ", "\ufeff"})
  void anEmptyFileIsSaidToBeEmpty(String text) throws IOException {
    refused(write("bad.yaml", text))
        .saysOnly(name("bad.yaml") + ":1:1: found an empty file; expected a scenario");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ff | 2:9 | the byte 0xFF, which is not UTF-8
          c3 | 2:9 | the byte 0x
          c0 80 | 2:9 | the byte 0xC0, which is not UTF-8
          ed a0 80 | 2:9 | the byte 0xED, which is not UTF-8
          f5 80 80 80 | 2:9 | the byte 0xF5, which is not UTF-8
          00 | 2:9 | the control character U+0000
          1b | 2:9 | the control character U+001B
          07 | 2:9 | the control character U+0007
          7f | 2:9 | the control character U+007F
          c2 9b | 2:9 | the control character U+009B
          """)
  void bytesThatNoScenarioMayHoldAreNamed(String hex, String place, String words)
      throws IOException {
    byte[] before = "name: a\ntitle: x".getBytes(StandardCharsets.UTF_8);
    byte[] after = "y\n".getBytes(StandardCharsets.UTF_8);
    String[] bytes = hex.split(" ");
    byte[] all = Arrays.copyOf(before, before.length + bytes.length + after.length);
    for (int i = 0; i < bytes.length; i++) {
      all[before.length + i] = (byte) Integer.parseInt(bytes[i], 16);
    }
    System.arraycopy(after, 0, all, before.length + bytes.length, after.length);
    Files.write(folder.resolve("bytes.yaml"), all);
    CommandResult result = refused(name("bytes.yaml"));
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith(name("bytes.yaml") + ":" + place + ": found " + words);
  }

  @Test
  void utf16IsNamedAtItsFirstByte() throws IOException {
    Files.write(folder.resolve("wide.yaml"), GOOD.getBytes(StandardCharsets.UTF_16));
    assertThat(refused(name("wide.yaml")).stderr())
        .startsWith(name("wide.yaml") + ":1:1: found the byte 0xFE");
  }

  @Test
  void aliasesThatMultiplyAreRefusedBeforeTheyDo() throws IOException {
    StringBuilder yaml = new StringBuilder("name: laughs\na: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 9; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("b").append(i).append(": &a").append(i).append(" [");
      yaml.append(String.join(", ", java.util.Collections.nCopies(10, alias))).append("]\n");
    }
    CommandResult result = refused(write("laughs.yaml", yaml.toString()));
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith(name("laughs.yaml") + ":7:5: found more than 400000 values");
  }

  @ParameterizedTest
  @ValueSource(ints = {61, 1000, 100_000})
  void whatIsTooDeepIsRefusedAndOverflowsNothing(int depth) throws IOException {
    CommandResult list = refused(write("deep.yaml", "name: a\ntitle: " + "[".repeat(depth)));
    assertThat(list.stderr())
        .as(list.toString().substring(0, Math.min(500, list.toString().length())))
        .startsWith(name("deep.yaml") + ":2:68: found more than 60 levels");
  }

  @Test
  void aFileOfSeventeenMegabytesIsRefused() throws IOException {
    CommandResult result = refused(write("large.yaml", GOOD + "# " + "x".repeat(17 << 20)));
    assertThat(result.stderr()).contains("expected at most 16777216 bytes in a file");
  }

  // ---- files ----

  @Test
  void aMissingFileIsSaidToBeMissing() {
    refused(name("none.yaml")).saysOnly(name("none.yaml") + ": cannot read it: no such file");
  }

  @Test
  void aFolderIsSaidToBeOne() {
    refused(folder.toString()).saysOnly(folder + ": cannot read it: it is a directory");
  }

  @Test
  void standardInputIsCalledByItsSign() {
    CommandResult result =
        CommandResult.with("name: a\npue: 0.9\n", java.util.Map.of(), "project", "-");
    result.exits(3);
    assertThat(result.stderr()).contains("-:2:6: pue: found '0.9'");
  }

  @Test
  void whatAFileExtendsMustBeThere() throws IOException {
    CommandResult result = refused(write("child.yaml", GOOD + "extends: lost/parent.yaml\n"));
    assertThat(result.stderr())
        .isEqualTo(
            name("child.yaml")
                + ":4:10: extends: cannot read "
                + name("lost/parent.yaml")
                + ": no such file\n");
  }

  @Test
  void aMistakeInWhatAFileExtendsIsReportedThere() throws IOException {
    write("parent.yaml", "name: parent\ngpu_count: 1k\npue: 0.9\n");
    CommandResult result = refused(write("child.yaml", "extends: parent.yaml\nonline: 2026-13\n"));
    assertThat(result.stderr().lines())
        .as("%s", result)
        .hasSize(2)
        .anyMatch(line -> line.startsWith(name("parent.yaml") + ":3:6: pue"))
        .anyMatch(line -> line.startsWith(name("child.yaml") + ":2:9: online"));
  }

  @Test
  void filesThatExtendEachOtherAreACycle() throws IOException {
    write("b.yaml", "extends: c.yaml\n");
    write("c.yaml", "extends: a.yaml\n");
    CommandResult result = refused(write("a.yaml", GOOD + "extends: ./b.yaml\n"));
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith(name("c.yaml") + ":1:10: extends: found a cycle: ")
        .contains(name("a.yaml") + " extends " + name("b.yaml") + " extends " + name("c.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"extends=parent.yaml", "extends=no-such.yaml", "extends="})
  void aSettingExtendsNothing(String setting) throws IOException {
    write("parent.yaml", GOOD.replace("name: ", "name: of-the-parent-"));
    String file = write("own.yaml", GOOD);
    CommandResult result = CommandResult.of("project", file, "--set", setting).exits(3);
    assertThat(result.stderr()).contains("--set", "extends: found extends in a setting");
  }

  @Test
  void aFileThatExtendsItselfIsACycle() throws IOException {
    CommandResult result = refused(write("a.yaml", GOOD + "extends: a.yaml\n"));
    assertThat(result.stderr()).startsWith(name("a.yaml") + ":4:10: extends: found a cycle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "'..\\x.yaml'", "[a.yaml]", "{a: b}", "~"})
  void extendsTakesOneRelativeName(String value) throws IOException {
    CommandResult result = refused(write("a.yaml", GOOD + "extends: " + value + "\n"));
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith(name("a.yaml") + ":4:10: extends: found ");
  }

  @Test
  void aFileNameThatCannotBeOneIsRefused() throws IOException {
    CommandResult result = refused(write("a.yaml", GOOD + "extends: \"a\\0b.yaml\"\n"));
    assertThat(result.stderr()).startsWith(name("a.yaml") + ":4:10: extends: ");
  }

  // ---- changes from outside ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pue=0.9 | pue: found '0.9'; expected a ratio ≥ 1
          pue=1.3 kW | pue: found a power (1.3 kW); expected a ratio
          peu=1.3 | found the unknown key 'peu'
          pue=[ | not YAML
          phases.a b.gpu_count=5 | found 'a b'
          """)
  void aSettingIsNamedByItsText(String setting, String words) throws IOException {
    CommandResult result =
        CommandResult.of("project", write("good.yaml", GOOD), "--set", setting).exits(3);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr())
        .as("%s", result)
        .startsWith("--set " + setting + ": ")
        .contains(words);
  }

  @Test
  void aMistakeInAnOverlayIsReportedThere() throws IOException {
    String good = write("good.yaml", GOOD);
    CommandResult wrong =
        CommandResult.of("project", good, "--overlay", write("over.yaml", "\npue: 0.9\n")).exits(3);
    assertThat(wrong.stderr()).startsWith(name("over.yaml") + ":2:6: pue: found '0.9'");
    CommandResult missing =
        CommandResult.of("project", good, "--overlay", name("none.yaml")).exits(3);
    assertThat(missing.stderr()).isEqualTo(name("none.yaml") + ": cannot read it: no such file\n");
    CommandResult extending =
        CommandResult.of("project", good, "--overlay", write("ext.yaml", "extends: good.yaml\n"))
            .exits(3);
    assertThat(extending.stderr())
        .startsWith(name("ext.yaml") + ":1:1: extends: found extends in an overlay");
  }

  // ---- how it is said ----

  @Test
  void onATerminalTheLineIsShownWithACaret() throws IOException {
    String file = write("bad.yaml", GOOD + "pue: 0.9\n");
    CommandResult result =
        CommandResult.with("", java.util.Map.of("STARGATE_CALC_TERMINAL", "2"), "project", file);
    result.exits(3);
    List<String> lines = result.stderr().lines().toList();
    assertThat(lines.subList(1, 3)).containsExactly("    pue: 0.9", "         ^");
  }

  @Test
  void textFromAFileIsShownWithoutControlCharacters() throws IOException {
    CommandResult result =
        refused(write("bad.yaml", GOOD + "\"p\\e[31m\\u202e\\nue\": \"\\x9b\\a\\r\\n\"\n"));
    for (char c : result.stderr().toCharArray()) {
      boolean plain = c == '\n' || !(Character.isISOControl(c) || Character.getType(c) == 16);
      assertThat(plain).as("U+%04X in %s", (int) c, result).isTrue();
    }
    // a line break inside the key does not break the message
    assertThat(result.stderr().lines()).hasSize(1);
  }

  @Test
  void aLongKeyIsShortened() throws IOException {
    CommandResult result = refused(write("bad.yaml", GOOD + "k".repeat(500) + ": 1\n"));
    assertThat(result.stderr()).contains("'" + "k".repeat(60) + "…'");
  }

  /** Runs project and validate on a file that both must refuse in the same words. */
  private CommandResult refused(String file) {
    CommandResult result = CommandResult.of("project", file).exits(3);
    assertThat(result.stdout()).as("%s", result).isEmpty();
    assertThat(result.stderr())
        .as("%s", result)
        .isNotEmpty()
        .endsWith("\n")
        .doesNotContain("\tat ", "Exception", "Error:", "java.", "jackson", "snakeyaml");
    List<String> lines = new ArrayList<>(result.stderr().lines().toList());
    assertThat(lines).as("%s", result).doesNotHaveDuplicates();
    CommandResult validated = CommandResult.of("validate", file).exits(3);
    assertThat(validated.stderr()).isEqualTo(result.stderr());
    assertThat(validated.stdout()).isEmpty();
    return result;
  }

  private String write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    return name(name);
  }

  private String name(String name) {
    return folder.resolve(name).toString();
  }
}
