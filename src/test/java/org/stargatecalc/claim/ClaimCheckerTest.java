package org.stargatecalc.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.support.ProjectedYaml;

/** Verdicts on claims. */
class ClaimCheckerTest {
  /** 1 GW on 2026-06-30, 2 GW on 2027-06-30, nothing more until the end of 2028. */
  private static final String TWO_STEPS =
      """
      name: two-steps
      horizon: {from: 2026-01, to: 2028-12}
      pue: 1.25
      capex_split: {training: 60%, inference: 40%}
      milestones: [{by: 2026-06-30, facility_power: 1 GW}, {by: 2027-06-30, facility_power: 2 GW}]
      """;

  @ParameterizedTest
  @CsvSource({
    // at least, by, verdict, value, reached on, days from the deadline
    "1 GW, 2026-06-29, LATE, 0, 2026-06-30, 1",
    "1 GW, 2026-06-30, MET, 1, 2026-06-30, 0",
    "1 GW, 2026-07-01, MET, 1, 2026-06-30, -1",
    "2 GW, 2027-06-30, MET, 2, 2027-06-30, 0",
    "2 GW, 2026-12, LATE, 1, 2027-06-30, 181",
    "2 GW, 2028-12, MET, 2, 2027-06-30, -550",
    "2 GW, 2030-12, MET, 2, 2027-06-30, -1280",
    "2.5 GW, 2028-12-31, NOT_REACHED, 2, ,",
    "2.5 GW, 2029-01-01, BEYOND_HORIZON, 2, ,",
    "2.5 GW, 2040, BEYOND_HORIZON, 2, ,",
    "1 GW, 2025-12-30, BEFORE_HORIZON, , ,",
    "1 GW, 2020, BEFORE_HORIZON, , ,"
  })
  void theVerdictDependsOnWhenTheValueIsReached(
      String atLeast, String by, Verdict verdict, Double value, LocalDate reachedOn, Integer days) {
    Answer answer =
        ask(TWO_STEPS, "{metric: facility_power_gw, at_least: " + atLeast + ", by: " + by + "}");
    assertThat(answer.verdict()).isEqualTo(verdict);
    assertThat(answer.reachedOn()).isEqualTo(Optional.ofNullable(reachedOn));
    if (value == null) {
      assertThat(answer.value()).isEmpty();
      assertThat(answer.attainment()).isEmpty();
      assertThat(answer.shortfall()).isEmpty();
    } else {
      double threshold = Double.parseDouble(atLeast.replace(" GW", ""));
      assertThat(answer.value().orElseThrow()).isCloseTo(value, within(1e-9));
      assertThat(answer.attainment().orElseThrow()).isCloseTo(value / threshold, within(1e-9));
      assertThat(answer.shortfall().orElseThrow()).isCloseTo(threshold - value, within(1e-9));
    }
    if (days == null) {
      assertThat(answer.slipMonths()).isEmpty();
    } else {
      assertThat(answer.slipMonths().orElseThrow()).isCloseTo(days / 30.4375, within(1e-9));
    }
  }

  /** A deadline at the very end of the day before the horizon is its first instant. */
  @Test
  void theFirstInstantOfTheHorizonCanBeJudged() {
    Answer answer = ask(TWO_STEPS, "{metric: facility_power_gw, at_least: 1 GW, by: 2025-12-31}");
    assertThat(answer.verdict()).isEqualTo(Verdict.LATE);
    assertThat(answer.value()).hasValue(0);
  }

  @Test
  void whatIsThereWhenTheHorizonBeginsIsMetByItsStart() {
    String before =
        "name: a\nhorizon: {from: 2026-01, to: 2026-12}\nit_power: 1 GW\nonline: 2020\n";
    Answer answer = ask(before, "{metric: facility_power_gw, at_least: 1 GW, by: 2026-06}");
    assertThat(answer.verdict()).isEqualTo(Verdict.MET);
    // nothing is known of earlier days: reached, at the latest, by the end of the day before
    assertThat(answer.reachedOn()).contains(LocalDate.of(2025, 12, 31));
  }

  @Test
  void reachedOnTheDayInWhoseEndTheInstantFalls() {
    // 365 days to 1 GW, linear: 0.5 GW after 182.5 days, at noon of 2 July
    String ramp =
        "name: a\nhorizon: {from: 2026-01, to: 2026-12}\nfacility_power: 1 GW\n"
            + "online: 2026-01-01\nramp: 365 days\n";
    Answer half = ask(ramp, "{metric: facility_power_gw, at_least: 0.5 GW, by: 2026-07-02}");
    assertThat(half.reachedOn()).contains(LocalDate.of(2026, 7, 2));
    assertThat(half.verdict()).isEqualTo(Verdict.MET);
    assertThat(half.slipMonths().orElseThrow()).isCloseTo(-0.5 / 30.4375, within(1e-9));
    Answer late = ask(ramp, "{metric: facility_power_gw, at_least: 0.5 GW, by: 2026-07-01}");
    assertThat(late.verdict()).isEqualTo(Verdict.LATE);
    assertThat(late.slipMonths().orElseThrow()).isCloseTo(0.5 / 30.4375, within(1e-9));
  }

  /** 1 GW becomes a count of GPUs and comes back as 0.9999999999999999 or 1.0000000000000002 GW. */
  @ParameterizedTest
  @CsvSource({"1.1 kW, 1.37", "2.09 kW, 1.4", "1.3 kW, 1.441", "2.17 kW, 1.13", "3.01 kW, 1.07"})
  void exactlyTheThresholdOnTheDayOfTheDeadlineIsMet(String watts, String pue) {
    String yaml =
        "name: a\nonline: 2026-06-30\nfacility_power: 1 GW\nwatts_per_gpu: %s\npue: %s\n"
            .formatted(watts, pue);
    Answer answer = ask(yaml, "{metric: facility_power_gw, at_least: 1 GW, by: 2026-06-30}");
    assertThat(answer.verdict()).isEqualTo(Verdict.MET);
    assertThat(answer.reachedOn()).contains(LocalDate.of(2026, 6, 30));
    assertThat(answer.slipMonths().orElseThrow()).isBetween(-1e-9, 0.0);
  }

  @Test
  void theItBasisDividesEachPhaseByItsPue() {
    String yaml =
        """
        name: a
        online: 2026-06-30
        phases:
          hot: {facility_power: 1 GW, pue: 2}
          cold: {facility_power: 1 GW, pue: 1.25}
        """;
    // 0.5 + 0.8 GW of IT
    Answer answer =
        ask(yaml, "{metric: facility_power_gw, basis: it, at_least: 1.3 GW, by: 2026-06-30}");
    assertThat(answer.basis()).isEqualTo(Basis.IT);
    assertThat(answer.value().orElseThrow()).isCloseTo(1.3, within(1e-12));
    assertThat(answer.verdict()).isEqualTo(Verdict.MET);
    assertThat(
            ask(yaml, "{metric: facility_power_gw, basis: it, at_least: 1.31 GW, by: 2026-06-30}")
                .verdict())
        .isEqualTo(Verdict.NOT_REACHED);
  }

  @Test
  void aPowerClaimIsReadUnderEveryScopeAndBasis() {
    CheckedClaim claim =
        ProjectedYaml.of(
                TWO_STEPS
                    + "claims: [{id: c, metric: largest_training_system_gw, at_least: 1 GW, by: 2026}]\n")
            .claim("c");
    assertThat(claim.readings())
        .extracting(Answer::metric, Answer::basis)
        .containsExactly(
            tuple(Metric.LARGEST_TRAINING_SYSTEM_GW, Basis.FACILITY),
            tuple(Metric.LARGEST_TRAINING_SYSTEM_GW, Basis.IT),
            tuple(Metric.LARGEST_SITE_GW, Basis.FACILITY),
            tuple(Metric.LARGEST_SITE_GW, Basis.IT),
            tuple(Metric.TRAINING_POWER_GW, Basis.FACILITY),
            tuple(Metric.TRAINING_POWER_GW, Basis.IT),
            tuple(Metric.FACILITY_POWER_GW, Basis.FACILITY),
            tuple(Metric.FACILITY_POWER_GW, Basis.IT));
    // at the end of 2026: 60 % of 1 GW; the site of 1 GW; both / 1.25 on the IT basis
    assertThat(claim.readings().stream().map(a -> a.value().orElseThrow()).toList())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .isEqualTo(List.of(0.6, 0.48, 1.0, 0.8, 0.6, 0.48, 1.0, 0.8));
    // 2 GW from mid-2027: 1.2 GW train, or 0.96 GW of IT
    assertThat(claim.readings().stream().map(Answer::verdict).toList())
        .containsExactly(
            Verdict.LATE,
            Verdict.NOT_REACHED,
            Verdict.MET,
            Verdict.LATE,
            Verdict.LATE,
            Verdict.NOT_REACHED,
            Verdict.MET,
            Verdict.LATE);
    assertThat(claim.answer()).isEqualTo(claim.readings().get(0));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  @Test
  void otherMetricsHaveNoOtherReadings() {
    CheckedClaim claim =
        ProjectedYaml.of(
                TWO_STEPS + "claims: [{id: c, metric: gpu_count, at_least: 100k, by: 2026}]\n")
            .claim("c");
    assertThat(claim.readings()).isEmpty();
    assertThat(claim.answer().verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void moneyIsClaimedInItsOwnUnit() {
    // 1 GW of facility power is 0.8 GW of IT: 0.8e9 × ($54,403 / 2,090 W + $11.77/W) = $30.24bn
    Answer answer =
        ask(TWO_STEPS, "{metric: cumulative_capex_usd_bn, at_least: $30bn, by: 2026-12}");
    assertThat(answer.value().orElseThrow()).isCloseTo(30.240, within(0.001));
    assertThat(answer.verdict()).isEqualTo(Verdict.MET);
    assertThat(
            ask(TWO_STEPS, "{metric: cumulative_capex_usd_bn, at_least: $0.1tn, by: 2026-12}")
                .attainment()
                .orElseThrow())
        .isCloseTo(0.302, within(0.001));
  }

  @Test
  void aStockThatFallsAgainWasReached() {
    // bought on 2026-06-30 for $30k; a year of five later a fifth is written off
    String yaml =
        "name: a\nhorizon: {from: 2026-01, to: 2028-12}\ngpu_count: 1M\nonline: 2026-06-30\n"
            + "capex_per_gpu: $30k/GPU\n";
    Answer answer = ask(yaml, "{metric: book_value_usd_bn, at_least: $29bn, by: 2027-12}");
    assertThat(answer.verdict()).isEqualTo(Verdict.MET);
    assertThat(answer.reachedOn()).contains(LocalDate.of(2026, 6, 30));
    assertThat(answer.value().orElseThrow()).isLessThan(29);
  }

  @Test
  void withoutClaimsTheTwoOfNesovAreAsked() {
    assertThat(ProjectedYaml.of(TWO_STEPS).loaded().claims())
        .extracting(Claim::id)
        .containsExactly("stargate-1gw-2025", "stargate-5gw-2027");
    assertThat(ProjectedYaml.of(TWO_STEPS + "claims: []\n").loaded().claims()).isEmpty();
  }

  @Test
  void everyShippedClaimCanBeAsked() {
    String all = String.join(", ", ProjectedYaml.CATALOG.claims().keySet());
    ProjectedYaml scenario = ProjectedYaml.of(TWO_STEPS + "claims: [" + all + "]\n");
    assertThat(scenario.projected().claims())
        .hasSameSizeAs(ProjectedYaml.CATALOG.claims().keySet());
  }

  @Test
  void aClaimNeedsAPositiveThresholdOnAStock() {
    LocalDate by = LocalDate.of(2025, 12, 31);
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> claim(Metric.GPU_COUNT, bad, by))
          .withMessageContaining("at_least " + bad);
    }
    for (Metric metric : Metric.values()) {
      if (metric.kind() != Metric.Kind.STOCK) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> claim(metric, 1, by))
            .withMessageContaining(metric.id());
      }
    }
    // the day itself still counts
    assertThat(claim(Metric.GPU_COUNT, 1, by).deadline())
        .isEqualTo(LocalDate.of(2026, 1, 1).toEpochDay());
  }

  private static Claim claim(Metric metric, double atLeast, LocalDate by) {
    return new Claim("c", "", metric, Basis.FACILITY, atLeast, by, "", "", Provenance.NONE);
  }

  private static Answer ask(String yaml, String claim) {
    return ProjectedYaml.of(yaml + "claims: [" + claim.replace("{", "{id: c, ") + "]\n")
        .claim("c")
        .answer();
  }
}
