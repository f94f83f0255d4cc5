package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.support.ProjectedYaml;

/** Where a phase takes its parameters from, and who is named for them. */
class ScenarioReaderTest {
  private static final String PHASE = "online: 2026-06\ngpu_count: 1k\n";

  // ---- levels ----

  @Test
  void theNearestLevelWins() {
    String yaml =
        """
        name: levels
        online: 2026-06
        gpu_count: 1k
        pue: 1.5
        sites:
          east: {pue: 1.4}
        phases:
          phase: {site: east, pue: 1.3}
          site: {site: east}
          top: {site: west}
        """;
    assertThat(all(yaml, PhaseParameter.PUE)).containsExactly(1.3, 1.4, 1.5);
    assertThat(origins(yaml, PhaseParameter.PUE))
        .containsExactly(Origin.GIVEN, Origin.SITE, Origin.SCENARIO);
    // the default stands behind all of them, and the catalogue before it
    assertThat(all(yaml.replace("pue: 1.5\n", ""), PhaseParameter.PUE))
        .containsExactly(1.3, 1.4, 1.2);
    assertThat(origins(yaml, PhaseParameter.WATTS_PER_GPU)).containsOnly(Origin.CATALOGUE);
    assertThat(origins(yaml, PhaseParameter.ENERGY_PRICE)).containsOnly(Origin.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu: h100",
        "ownership: offtake",
        "precision: fp8",
        "capex_split: {training: 10%, inference: 90%}",
        "energy_price: 1 c/kWh",
        "load_factor: 50%",
        "watts_per_gpu: 9 kW",
        "delay: 1 year",
        "probability: 10%",
        "ramp: 9 months",
        "capex_per_gpu: $1/GPU"
      })
  void everyParameterMayStandOnEveryLevel(String parameter) {
    String without = "name: a\n" + PHASE + "sites: {s: {opex: 0}}\nphases: {p: {site: s}}\n";
    List<String> at =
        List.of(
            without + parameter + "\n",
            without.replace("{opex: 0}", "{opex: 0, " + parameter + "}"),
            without.replace("{site: s}", "{site: s, " + parameter + "}"));
    double[] expected = numbers(at.get(0));
    assertThat(expected).isNotEqualTo(numbers(without));
    assertThat(numbers(at.get(1))).isEqualTo(expected);
    assertThat(numbers(at.get(2))).isEqualTo(expected);
  }

  private static double[] numbers(String yaml) {
    ProjectedYaml projected = ProjectedYaml.of(yaml);
    return java.util.Arrays.stream(Metric.values())
        .filter(m -> m.kind() == Metric.Kind.STOCK)
        .flatMapToDouble(
            m ->
                java.util.stream.DoubleStream.of(
                    projected.at(m, "2026-06-30"), projected.at(m, "2027-12-31")))
        .toArray();
  }

  @Test
  void sharesOfOneLevelAreTakenAsAWhole() {
    String yaml =
        "name: a\n"
            + PHASE
            + "capex_split: {training: 50%, inference: 30%, research: 20%}\n"
            + "phases: {p: {capex_split: {training: 70%, inference: 30%}}}\n";
    assertThat(phase(yaml).get(PhaseParameter.RESEARCH)).isZero();
    assertThat(phase(yaml).get(PhaseParameter.TRAINING)).isEqualTo(0.7);
  }

  @Test
  void theWayToFindWattsIsTakenAsAWhole() {
    // the phase's TDP wins over the scenario's watts
    String tdp =
        "name: a\n"
            + PHASE
            + "watts_per_gpu: 2 kW\nphases: {p: {chip_tdp: 1 kW, system_overhead: 1.5}}\n";
    assertThat(phase(tdp).itWatts()).isEqualTo(1500);
    // and the phase's watts over the scenario's TDP
    String watts =
        "name: a\n"
            + PHASE
            + "chip_tdp: 1 kW\nsystem_overhead: 1.5\nphases: {p: {watts_per_gpu: 2 kW}}\n";
    assertThat(phase(watts).itWatts()).isEqualTo(2000);
    // an overhead alone multiplies the catalogue's TDP: 700 W
    assertThat(phase("name: a\n" + PHASE + "gpu: h100\nsystem_overhead: 2\n").itWatts())
        .isEqualTo(1400);
  }

  @Test
  void theSizeIsTakenAsAWhole() {
    String yaml =
        """
        name: a
        pue: 1
        watts_per_gpu: 1 kW
        gpu_count: 5k
        online: 2026-06
        phases:
          top: {}
          power: {it_power: 1 MW}
          steps: {milestones: [{by: 2026-06, gpu_count: 7}]}
          growth: {growth: {from: 2026-06-30, gpu_count: 9, per_year: 1}}
        """;
    ProjectedYaml projected = ProjectedYaml.of(yaml);
    assertThat(
            List.of(
                projected.projection().installedAtEnd(0),
                projected.projection().installedAtEnd(1),
                projected.projection().installedAtEnd(2),
                projected.projection().installedAtEnd(3)))
        .containsExactly(5000.0, 1000.0, 7.0, 9.0);
  }

  @Test
  void theCataloguesPriceStaysWhenOnlyTheWattsChange() {
    String yaml = "name: a\n" + PHASE + "gpu: gb200\nwatts_per_gpu: 3 kW\n";
    assertThat(phase(yaml).get(PerGpu.COMPUTE_PRICE)).isEqualTo(54403);
  }

  @Test
  void aChipWithoutAPriceCostsTheDefaultPerWatt() {
    // b200: 26.11 USD/W × 1,800 W
    assertThat(phase("name: a\n" + PHASE + "gpu: b200\n").get(PerGpu.COMPUTE_PRICE))
        .isEqualTo(26.11 * 1800);
    assertThat(
            phase("name: a\n" + PHASE + "gpu: b200\nwatts_per_gpu: 1 kW\n")
                .get(PerGpu.COMPUTE_PRICE))
        .isEqualTo(26110);
    assertThat(
            phase("name: a\n" + PHASE + "gpu: b200\ncapex_per_gpu: $40k/GPU\n")
                .get(PerGpu.COMPUTE_PRICE))
        .isEqualTo(40_000);
  }

  @Test
  void aFileWithoutPhasesIsOnePhaseOfItsName() {
    ProjectedYaml projected = ProjectedYaml.of("name: lonely\n" + PHASE);
    assertThat(projected.phases())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.spec().id()).isEqualTo("lonely");
              assertThat(p.spec().site()).isEqualTo("lonely");
              assertThat(p.spec().trainingSystem()).isEqualTo("lonely");
            });
  }

  @Test
  void phasesStayInFileOrder() {
    assertThat(
            ProjectedYaml.of("name: a\n" + PHASE + "phases: {z: {}, m: {}, a: {}, '10': {}}\n")
                .phases())
        .extracting(p -> p.spec().id())
        .containsExactly("z", "m", "a", "10");
  }

  // ---- bare numbers ----

  @Test
  void aBareLifeCountsYearsAndEveryOtherBareDurationDays() {
    String yaml = "name: a\n" + PHASE + "compute_life: 4\nfacility_life: 20\nramp: 10\ndelay: 5\n";
    assertThat(phase(yaml).get(PhaseParameter.COMPUTE_LIFE)).isEqualTo(4 * 365.25);
    assertThat(phase(yaml).get(PhaseParameter.FACILITY_LIFE)).isEqualTo(20 * 365.25);
    assertThat(phase(yaml).get(PhaseParameter.RAMP)).isEqualTo(10);
    assertThat(phase(yaml).delay()).isEqualTo(5);
    assertThat(
            phase(yaml.replace("compute_life: 4", "compute_life: 48 months"))
                .get(PhaseParameter.COMPUTE_LIFE))
        .isEqualTo(4 * 365.25);
  }

  @Test
  void yamlsOwnTypesDoNotMatter() {
    // a quoted number, an octal look, a word that YAML 1.1 took for a truth value, a timestamp
    String yaml =
        "name: 'no'\nonline: 2026-06-30\ngpu_count: '1k'\npue: \"1.3\"\nphases: {010: {}, yes: {}}\n";
    ProjectedYaml projected = ProjectedYaml.of(yaml);
    assertThat(projected.phases()).extracting(p -> p.spec().id()).containsExactly("010", "yes");
    assertThat(projected.phases().get(0).get(PhaseParameter.PUE)).isEqualTo(1.3);
  }

  @Test
  void anchorsAndMergesAreResolved() {
    ProjectedYaml projected =
        ProjectedYaml.of(
            """
            name: merged
            phases:
              a: &common {gpu_count: 1k, online: 2026-06, pue: 1.3}
              b: {<<: *common, pue: 1.5}
              c: *common
            """);
    assertThat(projected.phases())
        .extracting(p -> p.get(PhaseParameter.PUE))
        .containsExactly(1.3, 1.5, 1.3);
  }

  @Test
  void anAliasStandsForASingleValueToo() {
    String yaml =
        """
        name: a
        title: "\uD835\uDD38 & B"
        pue: &usual 1.35
        load_factor: &half "50%"
        gpu_count: 1k
        online: 2026-06
        phases:
          first: {pue: 1.1, load_factor: 0.9}
          second: {pue: *usual, load_factor: *half}
        """;
    assertThat(all(yaml, PhaseParameter.PUE)).containsExactly(1.1, 1.35);
    assertThat(all(yaml, PhaseParameter.LOAD_FACTOR)).containsExactly(0.9, 0.5);
  }

  // ---- provenance ----

  @Test
  void aValueMayCarryWhoSaysSo() {
    String yaml =
        """
        name: a
        online: 2026-06
        gpu_count: {value: 1k, source: "epoch: table 3", confidence: high, as_of: 2026-07}
        sources: {epoch: "Epoch AI, 2026"}
        """;
    Assumption count = assumption(yaml, "gpu_count");
    assertThat(count.provenance().source()).contains("Epoch AI, 2026: table 3");
    assertThat(count.provenance().confidence()).contains(Confidence.HIGH);
    assertThat(count.provenance().asOf()).contains("2026-07");
  }

  @Test
  void aListOrMappingMayCarryWhoSaysSoForAllOfIt() {
    String yaml =
        """
        name: a
        milestones:
          value: [{by: 2026-06, gpu_count: 1k}, {by: 2027-06, gpu_count: {value: 2k, confidence: high}}]
          source: somebody
          confidence: low
        """;
    assertThat(assumption(yaml, "milestones[0].gpu_count").provenance().confidence())
        .contains(Confidence.LOW);
    Assumption second = assumption(yaml, "milestones[1].gpu_count");
    assertThat(second.provenance().confidence()).contains(Confidence.HIGH);
    assertThat(second.provenance().source()).contains("somebody");
  }

  @Test
  void aDefaultNamesItsSource() {
    String yaml = "name: a\n" + PHASE;
    for (Assumption assumption : ProjectedYaml.load(yaml).spec().assumptions()) {
      if (assumption.origin() == Origin.DEFAULT || assumption.origin() == Origin.CATALOGUE) {
        assertThat(assumption.provenance().source()).as(assumption.path()).isPresent();
        assertThat(assumption.provenance().confidence()).as(assumption.path()).isPresent();
        assertThat(assumption.provenance().asOf()).as(assumption.path()).isPresent();
      }
    }
  }

  private static Assumption assumption(String yaml, String path) {
    return ProjectedYaml.load(yaml).spec().assumptions().stream()
        .filter(a -> a.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void everyParameterOfAPhaseIsAmongTheAssumptionsOnce(PhaseParameter parameter) {
    String yaml = "name: a\n" + PHASE + "phases: {p: {chip_tdp: 1 kW, system_overhead: 2}}\n";
    long found =
        ProjectedYaml.load(yaml).spec().assumptions().stream()
            .filter(a -> a.path().equals("phases.p." + parameter.key()))
            .count();
    boolean unused =
        List.of(
                PhaseParameter.WATTS_PER_GPU,
                PhaseParameter.IT_POWER,
                PhaseParameter.FACILITY_POWER,
                PhaseParameter.CAPEX,
                // without it a run takes the training share
                PhaseParameter.RUN_SHARE,
                PhaseParameter.CONTRACT_TERM,
                // without it nothing leaves
                PhaseParameter.UNTIL,
                // of a phase that covers another
                PhaseParameter.COVER_SHARE)
            .contains(parameter);
    assertThat(found).isEqualTo(unused ? 0 : 1);
  }

  // ---- warnings ----

  @Test
  void whatHasNoEffectIsWarnedOf() {
    assertThat(
            ProjectedYaml.warnings(
                "name: a\n" + PHASE + "sites: {lost: {pue: 1.3}}\nphases: {p: {site: found}}\n"))
        .singleElement()
        .asString()
        .contains("scenario.yaml:4:")
        .contains("sites.lost: no phase is at this site");
    assertThat(
            ProjectedYaml.warnings(
                "name: a\nmilestones: [{by: 2026, gpu_count: 1k}]\nphases: {p: {ramp: 5 days}}\n"))
        .singleElement()
        .asString()
        .contains("phases.p.ramp: ramp has no effect: milestones");
    assertThat(
            ProjectedYaml.warnings("name: a\nonline: 2026\ncapex: $5bn\nownership: lease_shell\n"))
        .singleElement()
        .asString()
        .contains("only compute counts as capex spent");
  }

  @Test
  void aScenarioWithoutFlawsHasNoWarnings() {
    assertThat(ProjectedYaml.warnings("name: a\n" + PHASE)).isEmpty();
  }

  // ---- helpers ----

  private static Phase phase(String yaml) {
    return ProjectedYaml.of(yaml).phases().get(0);
  }

  private static List<Double> all(String yaml, PhaseParameter parameter) {
    return ProjectedYaml.of(yaml).phases().stream().map(p -> p.get(parameter)).toList();
  }

  private static List<Origin> origins(String yaml, PhaseParameter parameter) {
    return ProjectedYaml.of(yaml).phases().stream()
        .map(p -> p.spec().parameters().get(parameter).origin())
        .toList();
  }
}
