package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.support.ProjectedYaml;

/**
 * Figures that others have published, from the inputs that they state.
 *
 * <p>A figure is met when it agrees within half a unit of its last printed digit.
 */
class PublishedFiguresTest {
  /** What the vintage of December 2025 counts per IT watt. */
  private static final String BUILDING_OF_2025 = "facility_capex: $12.28/W";

  /** Epoch AI, Frontier Data Centers, Stargate Abilene complete: 843 MW IT, 1,180 MW facility. */
  @Test
  void epochAbilene() {
    ProjectedYaml abilene =
        site("gb200", "gpu_count: 403_200", "watts_per_gpu: 2090", "pue: 1.40", BUILDING_OF_2025);
    // 403,200 × 2,090 W = 842.7 MW; × 1.40 = 1,179.8 MW
    assertThat(megawatts(abilene, Metric.IT_POWER_GW)).isCloseTo(843, within(0.5));
    assertThat(megawatts(abilene, Metric.FACILITY_POWER_GW)).isCloseTo(1180, within(0.5));
    // 403,200 × 5,000 / 1,979 TFLOP/s dense at 8 bits
    assertThat(abilene.atEnd(Metric.H100_EQUIVALENTS)).isCloseTo(1_018_696, within(0.5));
    // 403,200 × ($54,403 + 2,090 W × $12.28/W)
    assertThat(abilene.sum(Metric.CAPEX_USD_BN)).isCloseTo(32.28, within(0.005));
  }

  /** Epoch AI, Frontier Data Centers, a site of 221,184 GB200 at PUE 1.2: 555 MW and $17.71bn. */
  @Test
  void epochSiteOf221184Gb200() {
    ProjectedYaml site = site("gb200", "gpu_count: 221_184", "pue: 1.2", BUILDING_OF_2025);
    // 221,184 × 2,090 W × 1.2 = 554.7 MW
    assertThat(megawatts(site, Metric.FACILITY_POWER_GW)).isCloseTo(555, within(0.5));
    assertThat(site.sum(Metric.CAPEX_USD_BN)).isCloseTo(17.71, within(0.005));
  }

  /** 550,000 GB200 at Colossus 2: 1,379 MW with liquid cooling, 1,494 MW at a PUE of 1.3. */
  @Test
  void colossus2Of550000Gb200AtTwoPues() {
    // 550,000 × 2,090 W = 1,149.5 MW IT
    ProjectedYaml liquid = site("gb200", "gpu_count: 550k", "pue: 1.2");
    ProjectedYaml warm = site("gb200", "gpu_count: 550k", "pue: 1.3");
    assertThat(megawatts(liquid, Metric.FACILITY_POWER_GW)).isCloseTo(1379, within(0.5));
    assertThat(megawatts(warm, Metric.FACILITY_POWER_GW)).isCloseTo(1494, within(0.5));
  }

  /** Epoch AI, GPU clusters documentation: TDP × 1.82 × PUE for 100,000 H100 is 140.1 MW. */
  @Test
  void epochClusterOfH100ByTdp() {
    ProjectedYaml cluster =
        site("h100", "gpu_count: 100k", "chip_tdp: 700 W", "system_overhead: 1.82", "pue: 1.10");
    // 100,000 × 700 W × 1.82 × 1.10 = 140.14 MW
    assertThat(megawatts(cluster, Metric.FACILITY_POWER_GW)).isCloseTo(140.1, within(0.05));
  }

  /** Epoch AI, GPU clusters: 200,000 H100 and 30,000 GB200 by TDP are 352.352 MW. */
  @Test
  void epochColossus1MixedByTdp() {
    ProjectedYaml cluster =
        ProjectedYaml.of(
            """
            name: colossus-1
            pue: 1.10
            online: 2025-06-30
            site: memphis
            system_overhead: 1.82      # times the catalogue's TDP: 700 W and 1,200 W
            phases:
              hopper: {gpu: h100, gpu_count: 200k}
              blackwell: {gpu: gb200, gpu_count: 30k}
            """);
    // (200,000 × 700 + 30,000 × 1,200) × 1.82 × 1.10 = 176 MW × 2.002
    assertThat(megawatts(cluster, Metric.FACILITY_POWER_GW)).isCloseTo(352.352, within(0.0005));
    assertThat(megawatts(cluster, Metric.LARGEST_SITE_GW)).isCloseTo(352.352, within(0.0005));
  }

  /** Epoch AI, cost of a 1 GW data centre (2026-05): $38.31bn at once, $8.5bn a year. */
  @Test
  void epochGigawattUpFrontAndPerYear() {
    // 1,800 W × $26.03 per IT watt
    ProjectedYaml gigawatt =
        site("b200", "it_power: 1 GW", "capex_per_gpu: 46_854", BUILDING_OF_2025);
    assertThat(gigawatt.sum(Metric.COMPUTE_CAPEX_USD_BN)).isCloseTo(26.03, within(0.005));
    assertThat(gigawatt.sum(Metric.FACILITY_CAPEX_USD_BN)).isCloseTo(12.28, within(0.005));
    assertThat(gigawatt.sum(Metric.CAPEX_USD_BN)).isCloseTo(38.31, within(0.005));
    // 26.03 × annuity(6.5 %, 5) + 12.28 × annuity(6.5 %, 14) = 6.26 + 1.36,
    // opex 0.30, energy 1 GW × 0.75 × 1.12 × 8,766 h × $0.083 = 0.61
    assertThat(gigawatt.atEnd(Metric.ANNUALIZED_COST_USD_BN)).isCloseTo(8.5, within(0.05));
  }

  /** Epoch AI, Frontier Data Centers of July 2026, 1 GW of IT in the UAE: $26.113bn + $11.769bn. */
  @Test
  void epochGigawattOfJuly2026() {
    // b200 has no catalogue price, so compute is the default per IT watt
    ProjectedYaml gigawatt = site("b200", "it_power: 1 GW");
    assertThat(gigawatt.sum(Metric.COMPUTE_CAPEX_USD_BN)).isCloseTo(26.11, within(0.005));
    assertThat(gigawatt.sum(Metric.FACILITY_CAPEX_USD_BN)).isCloseTo(11.77, within(0.005));
    assertThat(gigawatt.sum(Metric.CAPEX_USD_BN)).isCloseTo(37.88, within(0.005));
  }

  /**
   * Epoch AI, cost of a 1 GW data centre: $12bn a year if chips last 3 years, $7bn if they last 7.
   */
  @Test
  void epochGigawattPerYearByLifeOfChips() {
    ProjectedYaml three = site("b200", "it_power: 1 GW", "compute_life: 3 years");
    ProjectedYaml seven = site("b200", "it_power: 1 GW", "compute_life: 7");
    assertThat(three.atEnd(Metric.ANNUALIZED_COST_USD_BN)).isCloseTo(12, within(0.5));
    assertThat(seven.atEnd(Metric.ANNUALIZED_COST_USD_BN)).isCloseTo(7, within(0.5));
  }

  /** 100,000 H100 for 100 days at FP8 and an MFU of 35 %: 6.0e26 FLOP. */
  @Test
  void trainingRunOfAHundredThousandH100() {
    ProjectedYaml run =
        site(
            "h100",
            "gpu_count: 100k",
            "precision: fp8",
            "mfu: 35%",
            "run_length: 100 days",
            "capex_split: {training: 100%}");
    // 1e5 × 1.979e15 × 0.35 × 8.64e6 s = 5.98e26
    assertThat(run.atEnd(Metric.TRAINING_RUN_FLOP)).isCloseTo(6.0e26, within(0.05e26));
  }

  /** 1 GW at $0.12/kWh for a year costs $1,051M; $42M, found in print, is two weeks of it. */
  @Test
  void energyOfAGigawattYear() {
    ProjectedYaml gigawatt =
        site("gb200", "it_power: 1 GW", "pue: 1", "load_factor: 100%", "energy_price: $0.12/kWh");
    // 2026 has 365 days: 8,760 h × 1e6 kW × $0.12
    assertThat(gigawatt.sum(Metric.ENERGY_COST_USD_BN, "2025-12-31", "2026-12-31"))
        .isCloseTo(1.051, within(0.0005));
    assertThat(gigawatt.sum(Metric.ENERGY_TWH, "2025-12-31", "2026-12-31"))
        .isCloseTo(8.76, within(1e-9));
    // the leap year 2028 has a day more
    assertThat(gigawatt.sum(Metric.ENERGY_TWH, "2027-12-31", "2028-12-31"))
        .isCloseTo(8.784, within(1e-9));
  }

  private static ProjectedYaml site(String gpu, String... lines) {
    return ProjectedYaml.of(
        "name: site\nonline: 2025-06-30\ngpu: " + gpu + "\n" + String.join("\n", lines) + "\n");
  }

  private static double megawatts(ProjectedYaml scenario, Metric metric) {
    return 1000 * scenario.atEnd(metric);
  }
}
