package org.stargatecalc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.support.ProjectedYaml;

/** What {@code extends}, {@code --overlay} and {@code --set} do to a scenario. */
class ScenarioPatchTest {
  private static final String BASE =
      """
      name: base
      gpu_count: 1k
      online: 2026-06
      pue: 1.3
      phases:
        a: {pue: {value: 1.4, source: somebody}, site: east}
        b.c: {pue: 1.5}
      """;

  @Test
  void mappingsMergeByKeyAndEverythingElseIsReplaced() {
    LoadedScenario scenario =
        load(Map.of("base.yaml", BASE, "over.yaml", "phases: {a: {pue: 1.1}}\n"), "over.yaml");
    assertThat(pue(scenario, 0)).isEqualTo(1.1);
    assertThat(scenario.spec().phases().get(0).site()).isEqualTo("east");
    assertThat(pue(scenario, 1)).isEqualTo(1.5);
  }

  @Test
  void nullRemoves() {
    assertThat(set("phases.a.site=null").spec().phases().get(0).site()).isEqualTo("a");
    assertThat(set("phases.a=null").spec().phases())
        .extracting(PhaseSpec::id)
        .containsExactly("b.c");
    assertThat(set("phases.a=~").spec().phases()).hasSize(1);
    // what is removed comes from further out again
    assertThat(pue(set("phases.a.pue=null"), 0)).isEqualTo(1.3);
  }

  /** However it is removed: by an overlay, by a file that extends, by a setting. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          delay: null | delay= | found no key 'delay' to remove; expected a key that is there
          phases: {aa: null} | phases.aa= | phases: found no phase 'aa' to remove; expected one of a, b.c (did you mean a?)
          phases: {a: {stie: null}} | phases.a.stie= | phases.a: found no key 'stie' to remove in phases.a; expected a key that is there (did you mean site?)
          risks: {grid: null} | risks.grid= | risks: found no risk 'grid' to remove; expected a scenario that has risks
          phases: {a: {capex_split: {training: ~, inference: 100%}}} | phases.a.capex_split={training: ~, inference: 100%} | phases.a.capex_split: found no key 'training' to remove in phases.a.capex_split; expected a scenario that has phases.a.capex_split
          phases: {a: {pue: {value: 1.2, source: }}} | | phases.a.pue: found no key 'source' to remove in phases.a.pue; expected a scenario that has phases.a.pue
          """)
  void onlyWhatIsThereCanBeRemoved(String patch, String setting, String message) {
    String child = "extends: base.yaml\n" + patch + "\n";
    Map<String, String> files = Map.of("base.yaml", BASE, "over.yaml", patch, "child.yaml", child);
    assertThat(onlyError(files, "base.yaml", List.of("over.yaml"), List.of())).isEqualTo(message);
    assertThat(onlyError(files, "child.yaml", List.of(), List.of())).isEqualTo(message);
    if (setting != null) {
      assertThat(onlyError(files, "base.yaml", List.of(), List.of(setting))).isEqualTo(message);
    }
  }

  private static String onlyError(
      Map<String, String> files, String file, List<String> overlays, List<String> settings) {
    Problems problems = new Problems();
    new ScenarioLoader(ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(files))
        .load(file, new ScenarioLoader.Changes(overlays, settings), problems);
    assertThat(problems.errors()).hasSize(1);
    String line = problems.errors().get(0).message();
    String place = problems.errors().get(0).location() + ": ";
    return line.substring(place.length());
  }

  @Test
  void aBlockWhoseLinesAreGoneIsRemovedWithAWarning() {
    Map<String, String> files =
        Map.of(
            "base.yaml", BASE,
            "over.yaml", "phases:\n  a:\n    # pue: 1.2\n",
            "null.yaml", "phases: {a: null}\n");
    LoadedScenario emptied = load(files, "over.yaml");
    assertThat(emptied.spec().phases()).extracting(PhaseSpec::id).containsExactly("b.c");
    assertThat(emptied.warnings())
        .containsExactly(
            "over.yaml:2:3: phases: the phase 'a' is removed, since nothing stands below it; write"
                + " null after the colon if that is meant");
    assertThat(load(files, "null.yaml").warnings()).isEmpty();
    assertThat(set("phases.a=").warnings()).isEmpty();
  }

  @Test
  void anEntryWithoutLinesIsLeftOutOfItsFileWithAWarning() {
    LoadedScenario scenario =
        ProjectedYaml.load(
            "name: x\ngpu_count: 1k\nonline: 2026\nphases:\n  a: {}\n  b:\nrisks:\n  r:\n");
    assertThat(scenario.spec().phases()).extracting(PhaseSpec::id).containsExactly("a");
    assertThat(scenario.spec().risks()).isEmpty();
    assertThat(scenario.warnings())
        .containsExactly(
            "scenario.yaml:6:3: phases.b: nothing stands below this phase, which is left out",
            "scenario.yaml:8:3: risks.r: nothing stands below this risk, which is left out");
    assertThat(ProjectedYaml.errors("name: x\ngpu_count: 1k\nonline: 2026\nphases: {b: }\n"))
        .containsExactly("scenario.yaml:4:9: phases: found no phase; expected at least one phase");
  }

  @Test
  void aSettingThatSplitsAnewSaysWhichShareGivesWay() {
    String yaml = BASE + "capex_split: {training: 60%, inference: 40%}\n";
    Map<String, String> files = Map.of("base.yaml", yaml);
    assertThat(onlyError(files, "base.yaml", List.of(), List.of("capex_split.training=70%")))
        .isEqualTo(
            "capex_split: found shares that sum to 110%; expected shares that sum to 100%;"
                + " inference: rest takes what is left");
    assertThat(onlyError(files, "base.yaml", List.of(), List.of("capex_split.inference=10%")))
        .endsWith("; training: rest takes what is left");
    List<String> anew =
        List.of("capex_split={training: 50%, inference: 50%}", "capex_split.training=70%");
    assertThat(onlyError(files, "base.yaml", List.of(), anew))
        .endsWith("; inference: rest takes what is left");
    List<String> both = List.of("capex_split.training=70%", "capex_split.inference=rest");
    assertThat(load(files, List.of(), both).warnings()).isEmpty();
  }

  @Test
  void aCorrelationOfWhatIsKnownNowIsLeftOut() {
    String yaml =
        "name: x\ngpu_count: 1k\nonline: 2026\npue: 1.1 to 1.3\nmfu: 30% to 43%\nload_factor: 60%"
            + " to 80%\ncorrelations:\n  - {between: [pue, mfu], rho: 0.5}\n  - {between: [mfu,"
            + " load_factor], rho: -0.5}\n";
    Map<String, String> files = Map.of("base.yaml", yaml);
    LoadedScenario known = load(files, List.of(), List.of("pue=1.3"));
    assertThat(known.spec().correlations()).hasSize(1);
    assertThat(known.warnings())
        .containsExactly(
            "base.yaml:8:16: correlations[0].between: pue is known here, so that nothing moves with"
                + " it: the correlation is left out");
    assertThat(load(files, List.of(), List.of()).warnings()).isEmpty();
  }

  @Test
  void whatAFileExtendsIsItsOwnMatter() {
    Map<String, String> files = Map.of("base.yaml", BASE);
    assertThat(onlyError(files, "base.yaml", List.of(), List.of("extends=nosuch.yaml")))
        .isEqualTo(
            "extends: found extends in a setting; expected a setting that only says what changes; a"
                + " file says what it extends");
  }

  @Test
  void aNewValueDoesNotKeepTheSourceOfTheOldOne() {
    assertThat(source(set("name=base"))).contains("somebody");
    assertThat(source(set("phases.a.pue=1.2"))).isEmpty();
    assertThat(source(set("phases.a.pue={value: 1.2, source: else}"))).contains("else");
  }

  private static Optional<String> source(LoadedScenario scenario) {
    return scenario
        .spec()
        .phases()
        .get(0)
        .parameters()
        .get(PhaseParameter.PUE)
        .provenance()
        .source();
  }

  @Test
  void anIdMayHoldADot() {
    assertThat(pue(set("phases.b.c.pue=1.01"), 1)).isEqualTo(1.01);
  }

  @Test
  void aSettingMayHoldAnyYaml() {
    assertThat(set("phases.a.capex_split={training: 10%, inference: 90%}").spec().phases())
        .first()
        .extracting(p -> p.parameters().get(PhaseParameter.TRAINING).declaredAt())
        .isEqualTo("phases.a.capex_split.training");
    assertThat(set("title=a = b").spec().title()).contains("a = b");
    assertThat(set("title='6 months'").spec().title()).contains("6 months");
  }

  @Test
  void laterSettingsSeeEarlierOnes() {
    LoadedScenario scenario =
        load(
            Map.of("base.yaml", BASE),
            List.of(),
            List.of("phases.new.gpu_count=5", "phases.new.pue=1.2", "phases.new.pue=1.25"));
    assertThat(scenario.spec().phases()).hasSize(3);
    assertThat(pue(scenario, 2)).isEqualTo(1.25);
  }

  @Test
  void aChainOfExtensionsIsReadRelativeToEachFile() {
    Map<String, String> files =
        Map.of(
            "dir/base.yaml", "extends: sub/mid.yaml\npue: 1.1\n",
            "dir/sub/mid.yaml", "extends: ../../root.yaml\npue: 1.2\nload_factor: 0.5\n",
            "root.yaml", "name: root\ngpu_count: 1k\nonline: 2026\npue: 1.3\nload_factor: 0.6\n");
    Problems problems = new Problems();
    LoadedScenario scenario =
        new ScenarioLoader(ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(files))
            .load("dir/base.yaml", ScenarioLoader.Changes.NONE, problems)
            .orElseThrow(() -> new AssertionError(problems.errors()));
    assertThat(scenario.spec().name()).isEqualTo("base");
    PhaseSpec phase = scenario.spec().phases().get(0);
    assertThat(pue(scenario, 0)).isEqualTo(1.1);
    assertThat(median(phase.parameters().get(PhaseParameter.LOAD_FACTOR))).isEqualTo(0.5);
    assertThat(scenario.file()).isEqualTo("dir/base.yaml");
  }

  @Test
  void aSizeOfAnotherKindNeedsTheOldOneRemoved() {
    Problems problems = new Problems();
    Optional<LoadedScenario> both =
        tryLoad(Map.of("base.yaml", BASE), List.of(), List.of("it_power=1 GW"), problems);
    assertThat(both).isEmpty();
    assertThat(problems.errors())
        .anyMatch(p -> p.message().contains("a null removes an inherited one"));
    LoadedScenario replaced =
        load(Map.of("base.yaml", BASE), List.of(), List.of("gpu_count=null", "it_power=1 GW"));
    assertThat(replaced.spec().phases().get(0).plan().size()).isEqualTo(PhaseParameter.IT_POWER);
  }

  @Test
  void aSettingWithoutAPathIsRefused() {
    for (String setting : List.of("=1", " =1", "pue")) {
      assertThat(refused(setting))
          .containsExactly(
              "--set "
                  + setting
                  + ": found no path before '='; expected PATH=VALUE, such as pue=1.3");
    }
  }

  @Test
  void aSettingWithoutAValueRemoves() {
    assertThat(set("phases.a.site=").spec().phases().get(0).site()).isEqualTo("a");
    assertThat(set("phases.a.site= ").spec().phases().get(0).site()).isEqualTo("a");
  }

  @Test
  void aPhaseThatIsNotThereIsNamedUnlessTheSettingBeginsOne() {
    assertThat(refused("phases.aa.pue=1.2"))
        .containsExactly(
            "--set phases.aa.pue=1.2: phases: found no phase 'aa'; expected one of a, b.c"
                + " (did you mean a?)");
    assertThat(set("phases.new.gpu_count=5").spec().phases()).hasSize(3);
    Problems problems = new Problems();
    tryLoad(
        Map.of("base.yaml", "name: one\ngpu_count: 5\nonline: 2026\n"),
        List.of(),
        List.of("phases.x.pue=1.2"),
        problems);
    assertThat(problems.errors().stream().map(Problem::message))
        .containsExactly(
            "--set phases.x.pue=1.2: phases: found no phase 'x'; expected a key at the top: the"
                + " scenario is one phase");
  }

  @Test
  void theLongestKeyThatExistsIsMeant() {
    String yaml = BASE + "  b: {pue: 1.6}\n  b.c.d: {pue: 1.7}\n";
    LoadedScenario scenario =
        load(
            Map.of("base.yaml", yaml),
            List.of(),
            List.of("phases.b.c.pue=1.01", "phases.b.pue=1.02", "phases.b.c.d.pue=1.03"));
    // a, b.c, b, b.c.d
    assertThat(pue(scenario, 1)).isEqualTo(1.01);
    assertThat(pue(scenario, 2)).isEqualTo(1.02);
    assertThat(pue(scenario, 3)).isEqualTo(1.03);
  }

  @Test
  void aMistakeInsideASettingIsNamedByTheSetting() {
    assertThat(refused("title=[a, {b: c}]"))
        .containsExactly("--set title=[a, {b: c}]: title: found a list; expected a text");
    assertThat(refused("claims=[{id: a}]"))
        .allMatch(message -> message.startsWith("--set claims=[{id: a}]: claims[0]: found no key"))
        .hasSize(3);
    assertThat(refused("title={a: ")).singleElement().asString().startsWith("--set title={a: : ");
  }

  private static List<String> refused(String setting) {
    Problems problems = new Problems();
    assertThat(tryLoad(Map.of("base.yaml", BASE), List.of(), List.of(setting), problems)).isEmpty();
    return problems.errors().stream().map(Problem::message).toList();
  }

  private static double pue(LoadedScenario scenario, int phase) {
    return median(scenario.spec().phases().get(phase).parameters().get(PhaseParameter.PUE));
  }

  private static double median(Assumption assumption) {
    return ((org.stargatecalc.scenario.AssumedValue.Measured) assumption.value())
        .distribution()
        .median();
  }

  private static LoadedScenario set(String setting) {
    return load(Map.of("base.yaml", BASE), List.of(), List.of(setting));
  }

  private static LoadedScenario load(Map<String, String> files, String overlay) {
    return load(files, List.of(overlay), List.of());
  }

  private static LoadedScenario load(
      Map<String, String> files, List<String> overlays, List<String> settings) {
    Problems problems = new Problems();
    return tryLoad(files, overlays, settings, problems)
        .orElseThrow(() -> new AssertionError(problems.errors()));
  }

  private static Optional<LoadedScenario> tryLoad(
      Map<String, String> files, List<String> overlays, List<String> settings, Problems problems) {
    return new ScenarioLoader(ProjectedYaml.CATALOG, new ProjectedYaml.InMemoryFiles(files))
        .load("base.yaml", new ScenarioLoader.Changes(overlays, settings), problems);
  }
}
