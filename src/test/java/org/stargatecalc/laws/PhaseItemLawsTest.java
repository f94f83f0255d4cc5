package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.PhaseItem;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.support.ProjectedYaml;

/** What is told of phases adds up to what is told of all of them. */
class PhaseItemLawsTest {
  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void phasesAddUp(Path file) throws IOException {
    LoadedScenario loaded = ProjectedYaml.load(file);
    Projected projected = Projected.of(loaded.spec(), loaded.claims());
    Projection all = projected.projection();
    for (LocalDate end : all.horizon().periodEnds(Period.YEAR)) {
      double at = Instants.endOf(end);
      same(projected, at, Metric.GPU_COUNT, PhaseItem.GPU_COUNT);
      same(projected, at, Metric.IT_POWER_GW, PhaseItem.IT_POWER_GW);
      same(projected, at, Metric.FACILITY_POWER_GW, PhaseItem.FACILITY_POWER_GW);
      same(projected, at, Metric.CUMULATIVE_COMPUTE_CAPEX_USD_BN, PhaseItem.COMPUTE_CAPEX_USD_BN);
      same(
          projected,
          at,
          Metric.CUMULATIVE_FACILITY_CAPEX_USD_BN,
          PhaseItem.FACILITY_CAPEX_USD_BN,
          PhaseItem.GENERATION_CAPEX_USD_BN);
      same(
          projected,
          at,
          Metric.CUMULATIVE_SPEND_USD_BN,
          PhaseItem.COMPUTE_SPEND_USD_BN,
          PhaseItem.FACILITY_SPEND_USD_BN,
          PhaseItem.GENERATION_SPEND_USD_BN);
    }
  }

  private static void same(Projected projected, double at, Metric metric, PhaseItem... items) {
    double sum = 0;
    for (var phase : projected.scenario().phases()) {
      for (PhaseItem item : items) {
        sum += projected.projection().at(item, phase, at);
      }
    }
    double whole = projected.projection().at(metric, Basis.FACILITY, at);
    assertThat(sum).as(metric.id()).isCloseTo(whole, within(1e-9 * Math.abs(whole) + 1e-12));
  }
}
