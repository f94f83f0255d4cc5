package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProjectedYaml;

/**
 * A number that would mislead since a scenario leaves its time open does not pass without a word.
 */
class LifetimesTest {
  private static final String HEAD = "name: a\nhorizon: {from: 2025-01, to: 2032-12}\ngpu: gb200\n";

  @Test
  void hardwareOlderThanItsLifeIsNamedWithTheDayAndTheWaysOut() {
    // installed over 2025-06-30, five years of 365.25 days later it is 2030-06-30
    assertThat(ProjectedYaml.warnings(HEAD + "it_power: 1 GW\nonline: 2025-06-30\n"))
        .containsExactly(
            "scenario.yaml:5:1: online: from 2030-06-30 on a has hardware older than its"
                + " compute_life of 5 years; until: its last day (one after the horizon if it"
                + " stays), or refresh: what replaces it");
    assertThat(
            ProjectedYaml.warnings(
                HEAD
                    + "compute_life: 3.5\nphases:\n"
                    + "  new: {it_power: 1 GW, online: 2030-01}\n"
                    + "  old: {it_power: 1 GW, online: 2026-01, ramp: 1 year}\n"))
        .singleElement()
        .asString()
        .startsWith("scenario.yaml:7:3: phases.old: from 2029-08-01")
        .contains("older than its compute_life of 3.5 years");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "online: 2025-06\nuntil: 2030-06",
        "online: 2025-06\nuntil: 2040",
        "online: 2025-06\ncompute_life: 8",
        "online: 2025-06\nrefresh: {after: 4 years}",
        "online: 2028-06",
        "online: 2025-06\ndelay: 36 months",
        "online: 2025-06\nprobability: 10%",
        "online: 2025-06\nownership: offtake",
      })
  void hardwareWhoseEndIsStatedOrNotReachedIsFine(String plan) {
    assertThat(ProjectedYaml.warnings(HEAD + "it_power: 1 GW\n" + plan + "\n")).isEmpty();
  }

  @Test
  void aRefreshThatComesTooLateOrIsTheLastTooEarlyIsNamed() {
    String plan = HEAD + "it_power: 1 GW\nonline: 2025-06\n";
    assertThat(ProjectedYaml.warnings(plan + "refresh: {after: 6 years}\n"))
        .singleElement()
        .asString()
        .startsWith("scenario.yaml:6:1: refresh: from 2030-06-30 on a has hardware older")
        .endsWith("or an earlier or a further refresh");
    assertThat(ProjectedYaml.warnings(plan + "refresh: {after: 2 years}\n"))
        .singleElement()
        .asString()
        .contains("from 2032-06-29 on a/refresh-1 has hardware older");
    assertThat(ProjectedYaml.warnings(plan + "refresh: [{after: 2 years}, {after: 2 years}]\n"))
        .isEmpty();
  }

  /** The oldest leave first: what falls takes the old hardware with it. */
  @Test
  void milestonesThatFallTakeTheOldest() {
    String rises = "milestones: [{by: 2025-06-30, it_power: 100 MW}, {by: 2029, it_power: 300 MW}";
    assertThat(ProjectedYaml.warnings(HEAD + rises + "]\n")).hasSize(1);
    assertThat(ProjectedYaml.warnings(HEAD + rises + ", {by: 2030-05, it_power: 200 MW}]\n"))
        .isEmpty();
    assertThat(ProjectedYaml.warnings(HEAD + rises + ", {by: 2030-05, it_power: 210 MW}]\n"))
        .singleElement()
        .asString()
        .contains("milestones: from 2030-07-01 on a has hardware older");
  }

  @Test
  void moneyBeforeTheHorizonIsNamedWithItsSum() {
    // 1 GW of IT at 12 USD/W, of which (731 - 180) / 730.5 days lie before 2025
    assertThat(
            ProjectedYaml.warnings(
                HEAD
                    + "it_power: 1 GW\nonline: 2025-06-30\nuntil: 2040\n"
                    + "facility_capex: $12/W\nfacility_lead: 2 years\n"))
        .containsExactly(
            "scenario.yaml:8:1: facility_lead: reaches before the horizon: 9.03 USD bn spent before"
                + " 2025-01-01 count in its first period; horizon.from: an earlier date, or a"
                + " shorter lead");
    assertThat(
            ProjectedYaml.warnings(
                HEAD + "it_power: 1 GW\nonline: 2028-06\nfacility_lead: 2 years\n"))
        .isEmpty();
  }

  @Test
  void hedgesThatTogetherExceedTheGapAreNamed() {
    String hedges =
        HEAD
            + "until: 2040\nphases:\n"
            + "  own: {it_power: 1 GW, online: 2026-01, delay: 6 months}\n"
            + "  one: {ownership: offtake, covers: own, cover_share: 60%}\n"
            + "  two: {ownership: offtake, covers: own, cover_share: ";
    assertThat(ProjectedYaml.warnings(hedges + "40%}\n")).isEmpty();
    assertThat(ProjectedYaml.warnings(hedges + "50%}\n"))
        .containsExactly(
            "scenario.yaml:8:29: phases.two.covers: with this hedge 110% of what own lacks is"
                + " rented, more than the gap; a cover_share each that add up to 100% fills it");
  }

  @Test
  void aPresentValueAloneSaysWhatItLeavesOut() {
    String plan = HEAD + "it_power: 1 GW\nonline: 2028-06\n";
    String left =
        "present_value_usd_bn leaves out what is left at the end of the horizon;"
            + " net_present_cost_usd_bn, in its place or beside it, takes that off";
    String claim = "{id: %s, metric: %s, at_least: $1bn, by: 2029}";
    String alone = "claims: [" + claim.formatted("pv", "present_value_usd_bn") + "]\n";
    assertThat(ProjectedYaml.warnings(plan + alone))
        .containsExactly("scenario.yaml:6:10: claims[0]: " + left);
    assertThat(
            ProjectedYaml.warnings(
                plan
                    + alone.replace("]", ", ")
                    + claim.formatted("npc", "net_present_cost_usd_bn")
                    + "]\n"))
        .isEmpty();
    assertThat(
            ProjectedYaml.warnings(plan + "expect: ['present_value_usd_bn@2029-12-31 > $1bn']\n"))
        .containsExactly("scenario.yaml:6:10: expect: " + left);
    assertThat(
            ProjectedYaml.warnings(
                plan
                    + "expect: ['present_value_usd_bn@2029-12-31 > $1bn',"
                    + " 'net_present_cost_usd_bn@2029-12-31 > $1bn']\n"))
        .isEmpty();
  }

  /** Whichever command is told to fail for it, and with an option of its own or by a change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "compare BASE BASE --fail-on|not delta(PV@2029) <= 5%; --fail-on",
        "compare BASE BASE --exit-code --metrics|PV; --metrics",
        "compare --changed-since HEAD BASE --fail-on|PV@2029 < $1bn; --fail-on",
        "check BASE --fail-on|PV@2029 < $1bn; --fail-on",
        "check BASE --baseline BASE --at 2029 --tolerance|PV=5%; --tolerance",
        "project BASE --fail-on|PV@2029 < $1bn; --fail-on",
        "solve BASE --for discount_rate --goal|PV@2029 < $300bn; --goal",
      })
  void aGateOnAPresentValueSaysWhatItLeavesOut(String call, String option) {
    String base = call.replace("BASE", "scenarios/base.yaml");
    String[] words = base.substring(0, base.indexOf('|')).split(" ");
    String gate = base.substring(base.indexOf('|') + 1);
    String alone = gate.replace("PV", "present_value_usd_bn");
    assertThat(CommandResult.of(with(words, alone)).stderr())
        .contains("warning: " + option + ": present_value_usd_bn leaves out what is left");
    CommandResult.of(with(words, alone, "--strict")).exits(3);
    String other = gate.replace("PV", "net_present_cost_usd_bn");
    assertThat(CommandResult.of(with(words, other)).stderr()).doesNotContain("leaves out");
  }

  @Test
  void aPresentValueAskedOnTheCommandLineSaysSoToo() {
    String[] metrics = {"project", "scenarios/base.yaml", "--point", "-f", "csv", "--metrics"};
    assertThat(CommandResult.of(with(metrics, "present_value_usd_bn")).stderr())
        .startsWith("warning: --metrics: present_value_usd_bn leaves out what is left");
    assertThat(CommandResult.of(with(metrics, "present_value_usd_bn", "--strict")).exit())
        .isEqualTo(3);
    assertThat(
            CommandResult.of(with(metrics, "present_value_usd_bn,net_present_cost_usd_bn"))
                .stderr())
        .isEmpty();
    assertThat(
            CommandResult.of(
                    "sensitivity",
                    "scenarios/base-uncertain.yaml",
                    "--metric",
                    "present_value_usd_bn@2029",
                    "--strict")
                .exit())
        .isEqualTo(3);
  }

  private static String[] with(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void scenariosThatShipLeaveNothingOpen(Path scenario) {
    CommandResult.of("validate", "--strict", scenario.toString()).succeeds();
  }
}
