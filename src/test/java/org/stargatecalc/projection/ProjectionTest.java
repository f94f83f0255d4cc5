package org.stargatecalc.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.support.ProjectedYaml;

/** Reading a projection: between its nodes, over a time, site by site. */
class ProjectionTest {
  /** 3 kW a GPU at the facility: east 0.9 GW, of which 0.3 GW come late; west 0.75 GW. */
  private static final ProjectedYaml THREE =
      ProjectedYaml.of(
          """
          name: three
          horizon: {from: 2026-01-01, to: 2026-12-31}
          watts_per_gpu: 2 kW
          pue: 1.5
          phases:
            a: {site: east, gpu_count: 200k, online: 2026-03-31}
            b: {site: east, gpu_count: 100k, online: 2026-06-30, ramp: 100 days}
            c: {site: west, gpu_count: 250k, online: 2026-03-31, pue: 1.5}
          """);

  private static double endOf(String date) {
    return Instants.endOf(LocalDate.parse(date));
  }

  @Test
  void theSitesOfAPlanAddUpToItsFacilityPower() {
    Projection projection = THREE.projection();
    for (String date : new String[] {"2026-03-30", "2026-03-31", "2026-08-15", "2026-12-31"}) {
      double sum =
          projection.site("east", Basis.FACILITY).at(endOf(date))
              + projection.site("west", Basis.FACILITY).at(endOf(date));
      assertThat(sum)
          .isCloseTo(
              projection.at(Metric.FACILITY_POWER_GW, Basis.FACILITY, endOf(date)), within(1e-12));
    }
    assertThat(projection.site("east", Basis.FACILITY).at(endOf("2026-12-31")))
        .isCloseTo(0.9, within(1e-12));
    assertThat(projection.site("east", Basis.IT).at(endOf("2026-12-31")))
        .isCloseTo(0.6, within(1e-12));
    assertThat(projection.site("nowhere", Basis.IT).at(endOf("2026-12-31"))).isZero();
  }

  @Test
  void aSiteReachesItsPowerInTheMiddleOfARamp() {
    SitePower east = THREE.projection().site("east", Basis.FACILITY);
    assertThat(east.firstReached(0.6)).isEqualTo(endOf("2026-03-31"));
    // half of the 100 days of b, which begin with its day
    assertThat(east.firstReached(0.75)).isCloseTo(endOf("2026-06-29") + 50, within(1e-6));
    assertThat(east.firstReached(0.91)).isNaN();
  }

  @Test
  void nothingIsKnownOutsideTheHorizon() {
    Projection projection = THREE.projection();
    double before = projection.horizon().start() - 1e-6;
    double after = projection.horizon().end() + 1e-6;
    for (double instant : new double[] {before, after}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> projection.at(Metric.GPU_COUNT, Basis.FACILITY, instant))
          .withMessage("instant " + instant + " is outside the horizon");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> projection.site("east", Basis.FACILITY).at(instant))
          .withMessage("instant " + instant + " is outside the horizon");
    }
  }

  @Test
  void whatFlowsBetweenTwoNodesFlowsEvenly() {
    // b adds its 100,000 GPUs, and so its capex, evenly over 100 days
    double from = endOf("2026-06-29");
    Projection projection = THREE.projection();
    double whole = projection.flow(Metric.CAPEX_USD_BN, from, from + 100);
    assertThat(whole).isPositive();
    assertThat(projection.flow(Metric.CAPEX_USD_BN, from, from + 25))
        .isCloseTo(whole / 4, within(1e-9));
    assertThat(projection.flow(Metric.CAPEX_USD_BN, from + 25, from + 50))
        .isCloseTo(whole / 4, within(1e-9));
    assertThat(projection.flow(Metric.CAPEX_USD_BN, from + 30, from + 30))
        .isCloseTo(0, within(1e-12));
    // what is there at the start belongs to a time that begins there
    double start = projection.horizon().start();
    double end = projection.horizon().end();
    assertThat(projection.flow(Metric.CAPEX_USD_BN, start, end))
        .isCloseTo(
            projection.at(Metric.CUMULATIVE_CAPEX_USD_BN, Basis.FACILITY, end), within(1e-9));
  }

  @Test
  void aPhaseGetsItsLastGpuAtTheEndOfItsRamp() {
    Projection projection = THREE.projection();
    assertThat(projection.dateOfLastAddition(0)).contains(LocalDate.of(2026, 3, 31));
    // the last of 100 days, of which 30 June is the first
    assertThat(projection.dateOfLastAddition(1)).contains(LocalDate.of(2026, 10, 7));
    assertThat(projection.installedAtEnd(2)).isEqualTo(250_000);
    ProjectedYaml none = ProjectedYaml.of("name: a\ngpu_count: 5\nonline: 2040\n");
    ProjectedYaml gone =
        ProjectedYaml.of(
            "name: gone\nhorizon: {from: 2025-01, to: 2027-12}\n"
                + "gpu_count: 1k\nonline: 2026-03-31\nuntil: 2027-06\n");
    assertThat(gone.projection().dateOfLastAddition(0)).contains(LocalDate.of(2026, 3, 31));
    assertThat(none.projection().dateOfLastAddition(0)).isEmpty();
  }

  @Test
  void aPhaseCutIntoSystemsOffersOneOfThemAndJoinsNoOther() {
    ProjectedYaml cut =
        ProjectedYaml.of(
            """
            name: cut
            watts_per_gpu: 2 kW
            pue: 1.5
            online: 2025-06
            capex_split: {training: 50%, inference: 50%}
            phases:
              a: {site: east, gpu_count: 400k, systems: 3}
              b: {site: east, gpu_count: 100k}
            """);
    // a third of 400,000 × 3 kW × 50 % is 0.2 GW; b alone 0.15 GW
    assertThat(cut.atEnd(Metric.LARGEST_TRAINING_SYSTEM_GW)).isCloseTo(0.2, within(1e-12));
    assertThat(cut.at(Metric.LARGEST_TRAINING_SYSTEM_GW, "2025-06-29")).isZero();
    assertThat(cut.atEnd(Metric.LARGEST_SITE_GW)).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void totalCostHoldsWhatIsRentedAsMuchAsWhatIsBought() {
    String rented =
        """
        name: rented
        watts_per_gpu: 2 kW
        pue: 1.5
        gpu_count: 100k
        online: 2025-06-30
        """;
    for (String ownership : new String[] {"own", "lease_shell", "offtake"}) {
      ProjectedYaml plan = ProjectedYaml.of(rented + "ownership: " + ownership + "\n");
      double parts =
          plan.sum(Metric.CAPEX_USD_BN)
              + plan.sum(Metric.ENERGY_COST_USD_BN)
              + plan.sum(Metric.OPEX_USD_BN)
              + plan.sum(Metric.LEASE_COST_USD_BN)
              + plan.sum(Metric.OFFTAKE_COST_USD_BN);
      assertThat(plan.sum(Metric.TOTAL_COST_USD_BN)).isCloseTo(parts, within(1e-9));
      assertThat(parts).isPositive();
    }
    assertThat(ProjectedYaml.of(rented + "ownership: offtake\n").sum(Metric.OFFTAKE_COST_USD_BN))
        .isPositive();
  }

  @Test
  void theConstraintThatHoldsBackMostPowerBinds() {
    // chips hold back 60,000 of a's GPUs at 3 kW, the grid 50 MW of b: 180 MW against 50 MW
    String yaml =
        """
        name: held
        watts_per_gpu: 2 kW
        pue: 1.5
        online: 2025-06-30
        phases:
          a: {gpu_count: 100k}
          b: {facility_power: 100 MW}
        constraints:
          grid: {limits: facility_power, applies_to: [b], available: [{from: 2025, at: 50 MW}]}
          chips: {limits: gpu_count, applies_to: [a], available: [{from: 2025, at: %s}]}
        """;
    assertThat(ProjectedYaml.of(yaml.formatted("40k")).binding("2026-01-01")).isEqualTo("chips");
    // 10,000 GPUs at 3 kW are only 30 MW
    assertThat(ProjectedYaml.of(yaml.formatted("90k")).binding("2026-01-01")).isEqualTo("grid");
    assertThat(ProjectedYaml.of(yaml.formatted("100k")).atEnd(Metric.SHORTFALL_GW))
        .isCloseTo(0.05, within(1e-12));
  }
}
