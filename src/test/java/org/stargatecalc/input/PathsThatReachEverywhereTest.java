package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.Setting;

/** Paths with {@code *} and {@code **}, items of lists, and what is multiplied. */
class PathsThatReachEverywhereTest {
  private static final String BASE =
      """
      name: base
      gpu_count: 1k
      online: 2026-06
      energy_price: {steps: {2025: 6 c/kWh, 2028: 8 c/kWh}, source: somebody}
      sources: {pue: a text}
      sites:
        east: {pue: {value: 1.4, source: somebody}}
        west.2: {pue: 1.5}
      phases:
        a: {site: east}
        b: {site: west.2}
        c-1: {site: west.2, pue: 1.6, delay: 3 months}
        c-2: {site: north, watts_per_gpu: 1.9 to 2.4 kW}
        d:
          gpu_count: null
          milestones: {value: [{by: 2026-03, gpu_count: 1k}, {by: 2027-03, gpu_count: 3k}], source: s}
      """
          .replace("    gpu_count: null\n", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sites.*.pue=1.1     | 1.1 1.1 1.6 1.2 1.2
          phases.*.pue=1.1    | 1.1 1.1 1.1 1.1 1.1
          phases.c-*.pue=1.1  | 1.4 1.5 1.1 1.1 1.2
          **.pue=1.1          | 1.1 1.1 1.1 1.2 1.2
          sites.west.2.pue=1.1| 1.4 1.1 1.6 1.2 1.2
          sites.w*.pue=       | 1.4 1.2 1.6 1.2 1.2
          phases.*.pue=       | 1.4 1.5 1.5 1.2 1.2
          """)
  void aStarStandsForEveryIdAndTwoForEveryPlace(String setting, String expected) {
    assertThat(pues(set(setting))).isEqualTo(expected);
  }

  @Test
  void whatIsWrittenNowhereIsSetAtTheTop() {
    ScenarioSpec spec = set("**.load_factor=50%");
    assertThat(values(spec, "load_factor")).containsOnly(0.5);
    assertThat(declared(spec, "load_factor")).containsOnly("load_factor");
  }

  @Test
  void itemsOfAListArePlaces() {
    Plan.Milestones plan = milestones(set("phases.d.milestones[1].gpu_count=5k"));
    assertThat(plan.steps().get(0).size().median()).isEqualTo(1000);
    assertThat(plan.steps().get(1).size().median()).isEqualTo(5000);
    // what was changed inside has no source any more
    assertThat(plan.steps().get(1).size().provenance().source()).isEmpty();
    Plan.Milestones twice = milestones(scale("**.gpu_count=2"));
    assertThat(twice.steps().get(1).size().median()).isEqualTo(6000);
  }

  /** Derived by hand: 1.4 x 1.1, and so on; a default that is not written is 1.2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **.pue=1.1        | 1.54 1.65 1.76 1.2 1.2
          **.pue=110%       | 1.54 1.65 1.76 1.2 1.2
          pue=1.1           | 1.4 1.5 1.6 1.32 1.32
          phases.*.pue=1.1  | 1.54 1.65 1.76 1.32 1.32
          phases.b.pue=1.1  | 1.4 1.65 1.6 1.2 1.2
          """)
  void whatIsThereIsMultiplied(String scaling, String expected) {
    assertThat(pues(scale(scaling))).isEqualTo(expected);
  }

  @Test
  void distributionsAndStepsAreMultipliedWhole() {
    ScenarioSpec spec = scale("phases.c-2.watts_per_gpu=2");
    Assumption watts = parameter(spec, 3, "watts_per_gpu");
    Assumption before = parameter(set("name=base"), 3, "watts_per_gpu");
    assertThat(watts.median()).isCloseTo(2 * before.median(), within(1e-9));
    ScenarioSpec stepped = scale("energy_price=1.5");
    assertThat(stepped.assumptions())
        .filteredOn(a -> a.declaredAt().startsWith("energy_price.steps."))
        .extracting(a -> a.median() + " " + a.provenance().source().isEmpty())
        .containsOnly("0.09 true", "0.12 true");
  }

  /** Chips of two kinds have two prices: each phase keeps its own, multiplied. */
  @Test
  void aValueOfTheCatalogueIsMultipliedForEachPhase() {
    String yaml = BASE.replace("b: {site: west.2}", "b: {site: west.2, gpu: h100}");
    List<Double> before = values(load(yaml, List.of(), List.of()), "capex_per_gpu");
    List<Double> after = values(load(yaml, List.of(), List.of("capex_per_gpu=2")), "capex_per_gpu");
    assertThat(before.get(0)).isNotEqualTo(before.get(1));
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).isCloseTo(2 * before.get(i), within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.09 kW | 2.299 kW
          $80bn | $88bn
          80_000 | 88000
          1.9 to 2.4 kW | 2.09 to 2.64 kW
          normal(1.2, 0.05) | normal(1.32, 0.055)
          choice($65/MWh: 50%, $83/MWh: 50%) | choice($71.5/MWh: 50%, $91.3/MWh: 50%)
          2.1e25 FLOP | 2.31E+25 FLOP
          beta(2, 3) |
          2026-06 |
          gb200 |
          2026-06 to 2027-03 |
          """)
  void theFormAndTheUnitsStay(String text, String expected) {
    assertThat(ScaledText.of(text, new java.math.BigDecimal("1.1")))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          site.*.pue=1.1 | found nothing that 'site.*.pue' stands for; expected a path of what is there, such as sites.*.pue or **.pue (did you mean sites?)
          phases.d-*.pue=1.1 | found nothing that 'phases.d-*.pue' stands for; expected a path of what is there, such as sites.*.pue or **.pue (did you mean c-1?)
          phases.*.peu=1.1 | phases.a: found the unknown key 'peu'; expected a known key (did you mean pue?)
          **.peu=1.1 | found the unknown key 'peu'; expected a known key (did you mean pue?)
          phases.d.milestones[2].by=2028 | found nothing that 'phases.d.milestones[2].by' stands for; expected an item from [0] to [1]
          phases.*.capex= | found nothing to remove that 'phases.*.capex' stands for; expected the path of what is written
          """)
  void whatStandsForNothingIsAnError(String setting, String message) {
    Problems problems = new Problems();
    open(BASE, problems).set(Setting.of(setting), problems).read(problems);
    assertThat(problems.errors())
        .extracting(Problem::message)
        .containsExactly("--set " + setting + ": " + message);
  }

  /** What is proposed is not what was refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "" | such as **.pue
          "phases: {a: {online: 2027}}" | such as phases.*.pue or **.pue
          """)
  void aPathThatStandsForSomethingIsProposed(String block, String expected) {
    Problems problems = new Problems();
    open("name: x\ngpu_count: 1k\nonline: 2026\n" + block + "\n", problems)
        .set(Setting.of("sites.*.pue=1.3"), problems);
    assertThat(problems.errors())
        .extracting(Problem::message)
        .first()
        .asString()
        .endsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          capex=2 | capex: found nothing there to multiply; expected a place where it is written: **.capex is every one
          loadfactor=2 | loadfactor: found nothing there to multiply; expected the path of a number (did you mean load_factor?)
          phases.a.site=2 | phases.a.site: found 'east', which cannot be multiplied; expected a number, a quantity or a distribution of values with units
          online=2 | online: found '2026-06', which cannot be multiplied; expected a number, a quantity or a distribution of values with units
          phases=2 | phases: found a mapping, which cannot be multiplied; expected a number, a quantity or a distribution of values with units
          pue=x | found 'x' as factor; expected PATH=FACTOR, such as pue=1.1 or '**.pue=110%'
          pue=-1 | found '-1' as factor; expected PATH=FACTOR, such as pue=1.1 or '**.pue=110%'
          sites.east.pue=0.5 | sites.east.pue: found '0.7'; expected a ratio ≥ 1
          """)
  void whatCannotBeMultipliedIsAnError(String scaling, String message) {
    Problems problems = new Problems();
    open(BASE, problems).scale(new Setting(Scaling.OPTION, scaling), problems).read(problems);
    assertThat(problems.errors())
        .extracting(Problem::message)
        .containsExactly("--scale " + scaling + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sites.west.2.pue=1.1 |
          sites.east.pue=1.1 |
          pue=1.1 | pue: reaches 2 of 5 phases, since nearer values win; **.pue reaches the others
          phases.*.pue=1.1 |
          capex_split={training: 50%, inference: 50%} |
          sites={east: {pue: 1.1}} |
          sites={} |
          load_factor=50% |
          offtake_price=$9bn/GW-year |
          """)
  void aValueThatMostPhasesNeverSeeIsAWarning(String setting, String message) {
    Problems problems = new Problems();
    open(BASE, problems).set(Setting.of(setting), problems).read(problems).orElseThrow();
    assertThat(problems.warnings())
        .extracting(Problem::message)
        .isEqualTo(message == null ? List.of() : List.of("--set " + setting + ": " + message));
  }

  @Test
  void aValueThatNoPhaseSeesSaysWhereItWould() {
    String yaml =
        "name: x\ngpu_count: 1k\nonline: 2026\nsites: {s: {pue: 1.3}}\n"
            + "phases: {a: {site: s, pue: 1.4}, b: {site: s, pue: 1.4}}\n";
    Problems problems = new Problems();
    open(yaml, problems)
        .set(Setting.of("pue=1.1"), problems)
        .set(Setting.of("sites.s.pue=1.2"), problems)
        .read(problems);
    assertThat(problems.warnings())
        .extracting(Problem::message)
        .containsExactly(
            "--set pue=1.1: pue: reaches 0 of 2 phases, since nearer values win; **.pue would",
            "--set sites.s.pue=1.2: sites.s.pue: reaches 0 of 2 phases, since nearer values win;"
                + " phases.*.pue would");
  }

  @Test
  void aValueThatIsRemovedIsNotToReachAnybody() {
    Problems problems = new Problems();
    String yaml =
        "name: x\ngpu_count: 1k\nonline: 2026\npue: 1.3\nphases: {a: {pue: 1.4}, b: {}}\n";
    open(yaml + "sites: {a: {pue: 1.5}}\n", problems)
        .set(Setting.of("pue="), problems)
        .set(Setting.of("sites.a.pue="), problems)
        .read(problems);
    assertThat(problems.warnings()).noneMatch(w -> w.message().contains("reaches"));
  }

  /** A key that names one place wins over one that names several, wherever it stands. */
  @Test
  void keysOfOverlaysAndOfFilesThatExtendReachAsFar() {
    String over =
        "phases: {a: {pue: 1.3}, '*': {pue: 1.1, delay: 1 month}}\n'**.load_factor': 0.5\n";
    Map<String, String> files =
        Map.of("base.yaml", BASE, "over.yaml", over, "child.yaml", "extends: base.yaml\n" + over);
    ScenarioLoader loader =
        new ScenarioLoader(ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(files));
    Problems problems = new Problems();
    ScenarioLoader.Changes changes = new ScenarioLoader.Changes(List.of("over.yaml"), List.of());
    ScenarioSpec laid = loader.load("base.yaml", changes, problems).orElseThrow().spec();
    ScenarioSpec extended =
        loader.load("child.yaml", ScenarioLoader.Changes.NONE, problems).orElseThrow().spec();
    for (ScenarioSpec spec : List.of(laid, extended)) {
      assertThat(pues(spec)).isEqualTo("1.3 1.1 1.1 1.1 1.1");
      assertThat(values(spec, "load_factor")).containsOnly(0.5);
      assertThat(values(spec, "delay")).containsOnly(30.4375);
    }
    Map<String, String> wrong = Map.of("base.yaml", BASE, "over.yaml", "site: {'*': {pue: 1}}\n");
    new ScenarioLoader(ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(wrong))
        .load("base.yaml", changes, problems);
    assertThat(problems.errors())
        .extracting(Problem::message)
        .containsExactly(
            "over.yaml:1:8: found nothing that 'site.*' stands for; expected a path of what is"
                + " there, such as sites.*.pue or **.pue (did you mean sites?)");
  }

  private static ScenarioSpec set(String setting) {
    return load(BASE, List.of(setting), List.of());
  }

  private static ScenarioSpec scale(String scaling) {
    return load(BASE, List.of(), List.of(scaling));
  }

  private static ScenarioSpec load(String yaml, List<String> settings, List<String> scalings) {
    Problems problems = new Problems();
    return new ScenarioLoader(
            ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(Map.of("base.yaml", yaml)))
        .load("base.yaml", new ScenarioLoader.Changes(List.of(), settings, scalings), problems)
        .orElseThrow(() -> new AssertionError(problems.errors()))
        .spec();
  }

  private static OpenScenario open(String yaml, Problems problems) {
    return new ScenarioLoader(
            ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(Map.of("base.yaml", yaml)))
        .open("base.yaml", ScenarioLoader.Changes.NONE, problems)
        .orElseThrow();
  }

  private static String pues(ScenarioSpec spec) {
    return String.join(" ", values(spec, "pue").stream().map(v -> Double.toString(v)).toList());
  }

  private static List<Double> values(ScenarioSpec spec, String key) {
    return java.util.stream.IntStream.range(0, spec.phases().size())
        .mapToObj(i -> parameter(spec, i, key).median())
        .toList();
  }

  private static List<String> declared(ScenarioSpec spec, String key) {
    return java.util.stream.IntStream.range(0, spec.phases().size())
        .mapToObj(i -> parameter(spec, i, key).declaredAt())
        .toList();
  }

  private static Assumption parameter(ScenarioSpec spec, int phase, String key) {
    return spec.phases().get(phase).parameters().entrySet().stream()
        .filter(entry -> entry.getKey().key().equals(key))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Plan.Milestones milestones(ScenarioSpec spec) {
    return (Plan.Milestones) spec.phases().get(4).plan();
  }
}
