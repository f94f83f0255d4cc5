package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stargatecalc.projection.Basis.FACILITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.support.FormulaTree;
import org.stargatecalc.support.Laws;
import org.stargatecalc.support.ProjectedYaml;

/** What holds for every build-out that does not last for ever; each law on many scenarios. */
class LifeLawsTest {
  private static final int MANY = Laws.cases(36);

  private record Case(RandomScenario text, ProjectedYaml result) {
    Projection projection() {
      return result.projection();
    }
  }

  private static List<Case> cases;

  @BeforeAll
  static void projectAll() {
    cases = new ArrayList<>();
    for (long seed = 1; cases.size() < MANY; seed++) {
      RandomScenario text = RandomScenario.of(seed).living(seed);
      text = seed % 2 == 0 ? text.stepped(seed) : text;
      if (ProjectedYaml.errors(text.yaml()).isEmpty()) {
        cases.add(new Case(text, text.project()));
      }
    }
  }

  @Test
  void theCasesHaveCapacityThatLeaves() {
    assertThat(cases)
        .filteredOn(
            c -> {
              Projection p = c.projection();
              double most = 0;
              for (int k = 0; k < p.nodes(); k++) {
                most = Math.max(most, p.atNode(Metric.GPU_COUNT, FACILITY, k));
              }
              return c.result().atEnd(Metric.GPU_COUNT) < most * 0.9;
            })
        .hasSizeGreaterThan(MANY / 6);
  }

  @Test
  void whoeverReadsAFormulaFindsWhatTheEngineComputes() {
    for (Case c : cases) {
      Scenario scenario = c.result().projected().scenario();
      FormulaTree tree = new FormulaTree(scenario, c.projection());
      for (Metric metric : Metric.values()) {
        for (int k = 0; k < c.projection().nodes() && metric.kind() != Metric.Kind.TEXT; k++) {
          double value = c.projection().atNode(metric, FACILITY, k);
          if (!Double.isNaN(value)) {
            assertThat(tree.at(metric.formula(), k))
                .as("%s of %s", metric.id(), c.text())
                .isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-12));
          }
        }
      }
    }
  }

  @Test
  void whatIsInstalledIsWhatCameLessWhatLeft() {
    for (Case c : cases) {
      Projection p = c.projection();
      for (int phase = 0; phase < c.result().phases().size(); phase++) {
        double most = 0;
        Phase resolved = c.result().phases().get(phase);
        for (int k = 0; k < p.nodes(); k++) {
          double installed = p.atNode(State.INSTALLED, phase, k);
          double family = 0;
          for (Phase other : c.result().phases()) {
            if (other.root() == resolved) {
              family +=
                  p.atNode(State.INSTALLED, other.index(), k)
                      * other.itWatts()
                      / resolved.itWatts();
            }
          }
          most = Math.max(most, family);
          assertThat(installed).as("%s", c.text()).isNotNegative();
          assertThat(p.atNode(State.ADDED_TO_DATE, phase, k))
              .isGreaterThanOrEqualTo(installed * (1 - 1e-12));
          assertThat(p.atNode(State.HOUSED_TO_DATE, phase, k))
              .as("%s", c.text())
              .isCloseTo(most, within(1e-9 * most));
        }
      }
    }
  }

  /**
   * However shares change with time, they are shares of all that is there and of all that is paid.
   */
  @Test
  void powerAndCapexByPurposeAddUpAtEveryStep() {
    int stepped = 0;
    for (Case c : cases) {
      Projection p = c.projection();
      stepped += c.text().yaml().contains("capex_split:\n      steps") ? 1 : 0;
      for (int k = 0; k < p.nodes(); k++) {
        double power = p.atNode(Metric.FACILITY_POWER_GW, FACILITY, k);
        assertThat(
                p.atNode(Metric.TRAINING_POWER_GW, FACILITY, k)
                    + p.atNode(Metric.INFERENCE_POWER_GW, FACILITY, k)
                    + p.atNode(Metric.RESEARCH_POWER_GW, FACILITY, k))
            .as("%s", c.text())
            .isCloseTo(power, within(1e-9 * power + 1e-12));
        double capex = p.atNode(Metric.CUMULATIVE_CAPEX_USD_BN, FACILITY, k);
        assertThat(
                p.atNode(Metric.TRAINING_CAPEX_USD_BN, FACILITY, k)
                    + p.atNode(Metric.INFERENCE_CAPEX_USD_BN, FACILITY, k)
                    + p.atNode(Metric.RESEARCH_CAPEX_USD_BN, FACILITY, k))
            .as("%s", c.text())
            .isCloseTo(capex, within(1e-9 * capex + 1e-12));
      }
    }
    assertThat(stepped).isGreaterThan(MANY / 10);
  }

  @Test
  void sumsOfAdditionsNeverFall() {
    List<Metric> sums =
        Arrays.stream(Metric.values()).filter(m -> m.formula().neverFalls(false)).toList();
    assertThat(sums)
        .contains(Metric.CUMULATIVE_CAPEX_USD_BN, Metric.TRAINING_CAPEX_USD_BN)
        .doesNotContain(Metric.GPU_COUNT, Metric.LARGEST_SITE_GW);
    for (Case c : cases) {
      for (Metric metric : sums) {
        for (int k = 1; k < c.projection().nodes(); k++) {
          assertThat(c.projection().atNode(metric, FACILITY, k))
              .as("%s of %s", metric.id(), c.text())
              .isGreaterThanOrEqualTo(c.projection().atNode(metric, FACILITY, k - 1) * (1 - 1e-12));
        }
      }
    }
  }

  @Test
  void cumulativeCapexIsTheSumOfCapex() {
    for (Case c : cases) {
      double sum = c.result().sum(Metric.CAPEX_USD_BN);
      assertThat(c.result().atEnd(Metric.CUMULATIVE_CAPEX_USD_BN))
          .as("%s", c.text())
          .isCloseTo(sum, within(1e-9 * sum));
    }
  }

  /** New hardware draws what the old drew: power is that of the plan without any refresh. */
  @Test
  void aRefreshKeepsItPower() {
    int refreshed = 0;
    for (Case c : cases) {
      RandomScenario text = c.text().without("constraints");
      RandomScenario never = text.withoutAtPhases("refresh");
      if (never.yaml().equals(text.yaml())) {
        continue;
      }
      refreshed++;
      ProjectedYaml with = text.project();
      ProjectedYaml without = never.project();
      for (LocalDate end : with.projection().horizon().periodEnds(Period.QUARTER)) {
        double power = without.at(Metric.IT_POWER_GW, end.toString());
        assertThat(with.at(Metric.IT_POWER_GW, end.toString()))
            .as("%s of %s", end, text)
            .isCloseTo(power, within(1e-9 * power + 1e-12));
        double facility = without.at(Metric.CUMULATIVE_FACILITY_CAPEX_USD_BN, end.toString());
        assertThat(with.at(Metric.CUMULATIVE_FACILITY_CAPEX_USD_BN, end.toString()))
            .as("%s of %s", end, text)
            .isCloseTo(facility, within(1e-9 * facility + 1e-12));
      }
    }
    assertThat(refreshed).isGreaterThan(MANY / 5);
  }

  /** While a constraint and a delay hold a phase back, hedge and phase are what was planned. */
  @Test
  void aHedgeFillsTheGapAndIsGoneWithIt() {
    ProjectedYaml hedged =
        ProjectedYaml.of(
            """
            name: hedged
            horizon: {from: 2025-01, to: 2029-12}
            constraints:
              grid: {limits: it_power, applies_to: [campus], available: [{from: 2026-02, at: 100 MW}, {from: 2028, at: 1 GW}]}
            phases:
              campus: {it_power: 400 MW, online: 2025-11-23, ramp: 500 days, shape: s_curve, delay: 7 months}
              cloud: {ownership: offtake, covers: campus, gpu: h100}
              more: {ownership: offtake, covers: campus, cover_share: 0%, gpu: h100}
            """);
    Projection p = hedged.projection();
    Phase campus = hedged.phases().get(0);
    double most = 0;
    for (int k = 0; k < p.nodes(); k++) {
      double cover = p.atNode(State.INSTALLED, 1, k) * hedged.phases().get(1).itWatts();
      double own = p.atNode(State.INSTALLED, 0, k) * campus.itWatts();
      double wanted = campus.undelayed().at(p.instant(k)) * campus.itWatts();
      assertThat(cover + own).isCloseTo(wanted, within(1e-6 * 400e6));
      assertThat(p.atNode(State.INSTALLED, 2, k)).isZero();
      most = Math.max(most, cover);
    }
    assertThat(most).isGreaterThan(200e6);
    assertThat(p.atNode(State.INSTALLED, 1, p.nodes() - 1)).isZero();
    assertThat(ProjectedYaml.errors("name: a\nphases: {x: {ownership: offtake, covers: x}}\n"))
        .containsExactly(
            "scenario.yaml:2:34: phases.x.covers: found itself; expected another phase of this"
                + " scenario that is owned or in a leased shell");
  }

  @Test
  void onceEveryLeadHasPassedWhatWasSpentIsCapex() {
    for (Case c : cases) {
      RandomScenario text = c.text().with("horizon", "{from: 2025-01, to: 2045-12}");
      ProjectedYaml all = text.project();
      double capex = all.atEnd(Metric.CUMULATIVE_CAPEX_USD_BN);
      boolean grows = text.yaml().contains("growth:") || text.yaml().contains("constraints:");
      double spend = all.atEnd(Metric.CUMULATIVE_SPEND_USD_BN);
      assertThat(all.sum(Metric.SPEND_USD_BN))
          .as("%s", text)
          .isCloseTo(spend, within(1e-9 * spend));
      if (!grows) {
        assertThat(spend).as("%s", text).isCloseTo(capex, within(1e-9 * capex));
      }
      for (int k = 0; k < all.projection().nodes(); k++) {
        double spent = all.projection().atNode(Metric.CUMULATIVE_SPEND_USD_BN, FACILITY, k);
        assertThat(all.projection().atNode(Metric.CONSTRUCTION_IN_PROGRESS_USD_BN, FACILITY, k))
            .as("%s", text)
            .isGreaterThanOrEqualTo(-1e-9 * spent);
      }
    }
  }

  @Test
  void whatIsLeftIsAtMostWhatWasSpent() {
    for (Case c : cases) {
      for (int k = 0; k < c.projection().nodes(); k++) {
        double spent = c.projection().atNode(Metric.CUMULATIVE_SPEND_USD_BN, FACILITY, k);
        assertThat(c.projection().atNode(Metric.RESIDUAL_VALUE_USD_BN, FACILITY, k))
            .as("%s", c.text())
            .isBetween(-1e-9 * spent, spent * (1 + 1e-9));
      }
    }
  }

  @Test
  void onceAllHasEndedStocksAreNothingAndSumsStay() {
    for (Case c : cases) {
      RandomScenario text = c.text().withAtPhases("until", "2027-03-05");
      text = text.with("horizon", "{from: 2025-01, to: 2029-12}");
      if (!ProjectedYaml.errors(text.yaml()).isEmpty()) {
        continue;
      }
      ProjectedYaml ended = text.project();
      for (Metric metric :
          List.of(
              Metric.GPU_COUNT,
              Metric.FACILITY_POWER_GW,
              Metric.LARGEST_SITE_GW,
              Metric.PEAK_FLOPS,
              Metric.TRAINING_RUN_FLOP,
              Metric.ANNUALIZED_COST_USD_BN,
              Metric.BOOK_VALUE_USD_BN,
              Metric.REPLACEMENT_VALUE_USD_BN,
              Metric.STRANDED_USD_BN)) {
        assertThat(ended.at(metric, "2027-03-06")).as("%s of %s", metric.id(), text).isZero();
        assertThat(ended.atEnd(metric)).as("%s of %s", metric.id(), text).isZero();
      }
      for (Metric metric :
          List.of(
              Metric.CUMULATIVE_CAPEX_USD_BN,
              Metric.CUMULATIVE_COST_USD_BN,
              Metric.PRESENT_VALUE_USD_BN,
              Metric.TRAINING_CAPEX_USD_BN)) {
        double then = ended.at(metric, "2027-03-06");
        assertThat(ended.atEnd(metric))
            .as("%s of %s", metric.id(), text)
            .isCloseTo(then, within(1e-9 * then));
      }
    }
  }

  @Test
  void aDrawFindsWhatAProjectionFindsThoughStocksFall() {
    int asked = 0;
    for (Case c : cases) {
      Scenario scenario = new ScenarioResolver(c.result().loaded().spec()).central();
      double[] ends =
          scenario.horizon().periodEnds(Period.QUARTER).stream()
              .mapToDouble(Instants::endOf)
              .toArray();
      List<Metric> metrics =
          Arrays.stream(Metric.values()).filter(m -> m.kind() != Metric.Kind.TEXT).toList();
      List<Metric> stocks = metrics.stream().filter(m -> m.kind() == Metric.Kind.STOCK).toList();
      double[] values = new double[metrics.size() * ends.length];
      ProjectionEngine.Draw draw =
          new ProjectionEngine(scenario, ends).draws(ends, metrics, stocks);
      draw.project(values);
      Projection whole =
          ProjectionEngine.project(
              new ScenarioResolver(c.result().loaded().spec()).central(), ends);
      for (int m = 0; m < metrics.size(); m++) {
        double after = scenario.horizon().start();
        for (int e = 0; e < ends.length; e++) {
          double from = after;
          after = ends[e];
          double expected =
              metrics.get(m).kind() == Metric.Kind.FLOW
                  ? whole.flow(metrics.get(m), from, ends[e])
                  : whole.at(metrics.get(m), FACILITY, ends[e]);
          if (Double.isNaN(expected)) {
            assertThat(values[m * ends.length + e]).isNaN();
            continue;
          }
          assertThat(values[m * ends.length + e])
              .as("%s of %s", metrics.get(m).id(), c.text())
              .isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-9));
        }
      }
      // each case asks for a third of them, in turn
      for (int s = asked++ % 3; s < stocks.size(); s += 3) {
        Metric stock = stocks.get(s);
        for (Basis basis : Basis.values()) {
          double high = whole.at(stock, basis, ends[ends.length / 2]);
          double threshold = Math.max(high * 0.7, 1e-6);
          assertThat((Object) draw.firstReached(stock, basis, threshold))
              .as("%s of %s", stock.id(), c.text())
              .isEqualTo((Object) whole.firstReached(stock, basis, threshold));
        }
      }
    }
  }
}
