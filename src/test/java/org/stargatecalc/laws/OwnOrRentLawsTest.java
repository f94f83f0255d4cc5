package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.support.ProjectedYaml;

/** What holds between owning and renting, and between a late phase and what is rented for it. */
class OwnOrRentLawsTest {
  private static final List<String> GPUS = List.of("h100", "gb200", "vr200", "tpu_v7", "trainium2");

  /** Any owner of one phase that stands from the first day, whose lives are five years. */
  private static String owner(Random random, int years) {
    return String.format(
        Locale.ROOT,
        """
        name: plan
        horizon: {from: 2025-01, to: %d-12}
        discount_rate: %.3f%%
        compute_life: 5
        facility_life: 5
        gpu: %s
        it_power: %d MW
        online: 2024-12-30
        pue: %.3f
        load_factor: %d%%
        facility_capex: $%d/W
        generation_capex: $%d/W
        energy_price: %d c/kWh
        opex: $%.2f/W-year
        """,
        2024 + years,
        random.nextDouble() * 7,
        GPUS.get(random.nextInt(GPUS.size())),
        1 + random.nextInt(3000),
        1 + random.nextDouble() / 2,
        30 + random.nextInt(71),
        random.nextInt(16),
        random.nextInt(4),
        3 + random.nextInt(13),
        random.nextDouble());
  }

  /**
   * Renting at what owning costs a year comes to what owning costs, less what is left: within a few
   * percent, since an annuity and a straight line lose value differently.
   */
  @Test
  void owningAndRentingAtItsCostAreWorthTheSame() {
    Random random = new Random(1);
    double farthest = 0;
    for (int i = 0; i < 200; i++) {
      int years = 1 + i % 5;
      String head = owner(random, years);
      ProjectedYaml own = ProjectedYaml.of(head);
      double usdPerHour = own.atEnd(Metric.COST_PER_GPU_HOUR_USD);
      ProjectedYaml rent =
          ProjectedYaml.of(
              head + "ownership: offtake\nofftake_price: $" + usdPerHour + "/GPU-hour\n");
      double ratio =
          own.atEnd(Metric.NET_PRESENT_COST_USD_BN) / rent.atEnd(Metric.NET_PRESENT_COST_USD_BN);
      assertThat(ratio).as(head).isCloseTo(1, within(years == 5 ? 0.04 : 0.12));
      double alone =
          own.atEnd(Metric.PRESENT_VALUE_USD_BN) / rent.atEnd(Metric.PRESENT_VALUE_USD_BN);
      farthest = Math.max(farthest, years == 2 ? alone : 0);
    }
    // without what is left the answer turns with the end of the horizon
    assertThat(farthest).isGreaterThan(2);
  }

  /** A hedge and what it stands in for are never more than was planned without delays. */
  @Test
  void aHedgeAndWhatItCoversNeverExceedTheUndelayedPlan() {
    int filled = 0;
    int cases = 0;
    for (long seed = 1; cases < 100; seed++) {
      RandomScenario text = RandomScenario.of(seed).hedged(seed);
      if (!ProjectedYaml.errors(text.yaml()).isEmpty()) {
        continue;
      }
      ProjectedYaml result = text.project();
      Projection p = result.projection();
      cases++;
      for (Phase cover : result.phases()) {
        if (cover.covers().isEmpty()) {
          continue;
        }
        Phase covered =
            result.phases().stream()
                .filter(phase -> phase.spec().id().equals(cover.covers().get()))
                .findFirst()
                .orElseThrow();
        for (int k = 0; k < p.nodes(); k++) {
          double rented = p.atNode(State.INSTALLED, cover.index(), k) * cover.itWatts();
          double own = 0;
          for (Phase phase : result.phases()) {
            own +=
                phase.root() == covered
                    ? p.atNode(State.INSTALLED, phase.index(), k) * phase.itWatts()
                    : 0;
          }
          double wanted = covered.undelayed().at(p.instant(k)) * covered.itWatts();
          assertThat(rented).as("%s", text).isNotNegative();
          assertThat(rented + own)
              .as("%s at node %s of %s", cover.spec().id(), k, text)
              .isLessThanOrEqualTo(wanted * (1 + 1e-8) + 1e-6);
          filled += rented > 0 ? 1 : 0;
        }
      }
    }
    assertThat(filled).isGreaterThan(100);
  }
}
