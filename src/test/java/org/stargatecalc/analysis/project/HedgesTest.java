package org.stargatecalc.analysis.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Hedge;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProjectedYaml;

/** What a hedge costs stands beside what the delay costs. */
class HedgesTest {
  private static final String PLAN =
      """
      name: hedged
      horizon: {from: 2025-01, to: 2027-12}
      gpu: gb200
      until: 2040
      phases:
        own: {it_power: 1 GW, online: 2025-12-31, delay: 100 days}
        more: {it_power: 1 GW, online: 2025-12-31, delay: 100 days}
        cloud: {ownership: offtake, covers: own, cover_share: 50%, gpu: h100, offtake_price: $10/W-year}
      """;

  @Test
  void theRentIsThatOfTheGapAndTheDelayThatOfTheCoveredPhaseAlone() {
    ProjectedYaml result = ProjectedYaml.of(PLAN);
    List<Hedge> hedges = Hedges.of(result.projected());
    assertThat(hedges).hasSize(1);
    Hedge hedge = hedges.get(0);
    // half of 1 GW for 100 days at 10 USD a watt and year
    assertThat(hedge.costUsdBn()).isCloseTo(0.5 * 10 * 100 / 365.25, within(1e-9));
    assertThat(hedge.costUsdBn()).isCloseTo(result.sum(Metric.OFFTAKE_COST_USD_BN), within(1e-9));
    double own = 1e9 / result.phases().get(0).itWatts();
    double rented = 0.5e9 / result.phases().get(2).itWatts();
    assertThat(hedge.deferredGpuHours()).isCloseTo(own * 100 * 24, within(1.0));
    assertThat(hedge.gpuHours()).isCloseTo(rented * 100 * 24, within(1.0));
    // the other phase is as late and as large
    assertThat(hedge.delayCostUsdBn())
        .isCloseTo(result.sum(Metric.DELAY_COST_USD_BN) / 2, within(1e-9));
  }

  @Test
  void stepsOfPricesCountInTheirTime() {
    ProjectedYaml result =
        ProjectedYaml.of(
            PLAN.replace(
                "$10/W-year",
                "{steps: {2025: $10/W-year, 2026-02: $20/W-year, 2026-03: $5/W-year}}"));
    assertThat(Hedges.of(result.projected()).get(0).costUsdBn())
        .isCloseTo(result.sum(Metric.OFFTAKE_COST_USD_BN), within(1e-9));
    assertThat(
            Hedges.of(
                ProjectedYaml.of(
                        PLAN.replace("covers: own", "it_power: 1 GW, online: 2026-01")
                            .replace("cover_share: 50%, ", ""))
                    .projected()))
        .isEmpty();
  }

  @Test
  void everyFormSetsOneBesideTheOther() {
    for (String format : List.of("table", "markdown", "html")) {
      assertThat(
              CommandResult.of("project", "scenarios/hedge.yaml", "-f", format)
                  .stdout()
                  .replaceAll("<[^>]*>", "")
                  .replaceAll("\\s+", " "))
          .as(format)
          .contains("Hedge: cloud")
          .contains("2.11 USD bn for 884 million GPU-hours rented while")
          .contains("is late, whose delay costs 1.85 USD bn");
    }
    assertThat(CommandResult.of("project", "scenarios/hedge.yaml", "-f", "json").stdout())
        .contains("\"hedge_cost_usd_bn\": 2.10714285714285");
  }
}
