package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stargatecalc.projection.Basis.FACILITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.laws.RandomScenario.Without;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.scenario.Constraint;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.support.Laws;
import org.stargatecalc.support.ProjectedYaml;

/** What holds for every scenario; each law is tried on many of them. */
class ProjectionLawsTest {
  private static final int MANY = Laws.cases(60);

  /** Rounding of sums of some hundred terms, relative to their size. */
  private static final double ROUNDING = 1e-9;

  private static final List<Metric> MONEY_SPENT =
      List.of(
          Metric.CAPEX_USD_BN,
          Metric.ENERGY_COST_USD_BN,
          Metric.OPEX_USD_BN,
          Metric.LEASE_COST_USD_BN,
          Metric.OFFTAKE_COST_USD_BN);

  /** A scenario with its projection. */
  private record Case(RandomScenario text, ProjectedYaml result) {
    Projection projection() {
      return result.projection();
    }

    double at(Metric metric, int node) {
      return projection().atNode(metric, FACILITY, node);
    }
  }

  private static List<Case> cases;

  @BeforeAll
  static void projectAll() {
    cases = RandomScenario.many(MANY).stream().map(text -> new Case(text, text.project())).toList();
  }

  /** A law that never applies proves nothing: the cases must have everything in them. */
  @Test
  void theCasesCoverWhatTheModelHas() {
    String all = String.join("\n", cases.stream().map(c -> c.text().yaml()).toList());
    assertThat(all)
        .contains("gpu_count:", "it_power:", "facility_power:", "capex:", "milestones:", "growth:")
        .contains("between: linear", "shape: s_curve", "ramp:", "delay:", "until:")
        .contains("ownership: own", "ownership: lease_shell", "ownership: offtake", "GPU-hour")
        .contains("available:", "supply:", "applies_to:", "risks:", "probability: 40%")
        .contains("systems: 3", "training_system: wan", "chip_tdp:", "precision: fp8");
    assertThat(cases)
        .filteredOn(c -> c.result().atEnd(Metric.SHORTFALL_GW) > 0)
        .hasSizeGreaterThan(MANY / 6);
    assertThat(cases).filteredOn(c -> c.at(Metric.GPU_COUNT, 0) > 0).hasSizeGreaterThan(MANY / 6);
    for (Verdict verdict : Verdict.values()) {
      assertThat(cases)
          .as("cases with the verdict %s", verdict)
          .anyMatch(
              c ->
                  c.result().projected().claims().stream()
                      .anyMatch(claim -> claim.answer().verdict() == verdict));
    }
  }

  // ---- identities at every node ----

  @Test
  void trainingInferenceAndResearchAreFacilityPower() {
    atEveryNode(
        (c, k) ->
            close(
                c,
                c.at(Metric.TRAINING_POWER_GW, k)
                    + c.at(Metric.INFERENCE_POWER_GW, k)
                    + c.at(Metric.RESEARCH_POWER_GW, k),
                c.at(Metric.FACILITY_POWER_GW, k)));
  }

  @Test
  void partsOfCapexAreCapex() {
    atEveryNode(
        (c, k) -> {
          close(
              c,
              c.at(Metric.COMPUTE_CAPEX_USD_BN, k)
                  + c.at(Metric.FACILITY_CAPEX_USD_BN, k)
                  + c.at(Metric.GENERATION_CAPEX_USD_BN, k),
              c.at(Metric.CAPEX_USD_BN, k));
          close(
              c,
              c.at(Metric.TRAINING_CAPEX_USD_BN, k)
                  + c.at(Metric.INFERENCE_CAPEX_USD_BN, k)
                  + c.at(Metric.RESEARCH_CAPEX_USD_BN, k),
              c.at(Metric.CUMULATIVE_CAPEX_USD_BN, k));
        });
  }

  @Test
  void totalCostIsTheSumOfItsParts() {
    atEveryNode(
        (c, k) ->
            close(
                c,
                MONEY_SPENT.stream().mapToDouble(m -> c.at(m, k)).sum(),
                c.at(Metric.TOTAL_COST_USD_BN, k)));
  }

  @Test
  void powerIsGpusTimesWattsTimesPueOfEachPhase() {
    for (Case c : cases) {
      double it = 0;
      double facility = 0;
      for (Phase phase : c.result().phases()) {
        double gpus = c.projection().installedAtEnd(phase.index());
        it += gpus * phase.itWatts() / 1e9;
        facility += gpus * phase.facilityWatts() / 1e9;
      }
      close(c, it, c.result().atEnd(Metric.IT_POWER_GW));
      close(c, facility, c.result().atEnd(Metric.FACILITY_POWER_GW));
    }
  }

  @Test
  void facilityPowerIsItPowerWhenPueIsOne() {
    for (RandomScenario text : RandomScenario.many(MANY, Without.OVERHEAD)) {
      Case c = new Case(text, text.project());
      for (int k = 0; k < c.projection().nodes(); k++) {
        close(c, c.at(Metric.FACILITY_POWER_GW, k), c.at(Metric.IT_POWER_GW, k));
        for (Metric metric : ClaimChecker.SCOPES) {
          close(c, c.projection().atNode(metric, Basis.IT, k), c.at(metric, k));
        }
      }
    }
  }

  @Test
  void noScopeIsLargerThanTheOneAroundIt() {
    atEveryNode(
        (c, k) -> {
          notAbove(
              c, c.at(Metric.LARGEST_TRAINING_SYSTEM_GW, k), c.at(Metric.TRAINING_POWER_GW, k));
          notAbove(c, c.at(Metric.LARGEST_SITE_GW, k), c.at(Metric.FACILITY_POWER_GW, k));
          notAbove(c, c.at(Metric.TRAINING_POWER_GW, k), c.at(Metric.FACILITY_POWER_GW, k));
        });
  }

  /** A system may span sites by its name, but without names it is the training part of a site. */
  @Test
  void withoutNamedSystemsTheLargestFitsInTheLargestSite() {
    for (RandomScenario text : RandomScenario.many(MANY, Without.NAMED_SYSTEMS)) {
      Case c = new Case(text, text.project());
      for (int k = 0; k < c.projection().nodes(); k++) {
        notAbove(c, c.at(Metric.LARGEST_TRAINING_SYSTEM_GW, k), c.at(Metric.LARGEST_SITE_GW, k));
      }
    }
  }

  @Test
  void onTheItBasisNothingIsLargerThanAtTheFacility() {
    for (Case c : cases) {
      for (int k = 0; k < c.projection().nodes(); k++) {
        for (Metric metric : ClaimChecker.SCOPES) {
          notAbove(c, c.projection().atNode(metric, Basis.IT, k), c.at(metric, k));
        }
      }
      for (CheckedClaim claim : c.result().projected().claims()) {
        for (int i = 0; i < claim.readings().size(); i += 2) {
          Answer facility = claim.readings().get(i);
          Answer it = claim.readings().get(i + 1);
          assertThat(it.basis()).isEqualTo(Basis.IT);
          if (facility.value().isPresent()) {
            notAbove(c, it.value().orElseThrow(), facility.value().orElseThrow());
            notBefore(c, reached(it), reached(facility));
          }
        }
      }
    }
  }

  @Test
  void strandedIsAtLeastTheBookValueAboveReplacementValueAndAtMostAllOfIt() {
    atEveryNode(
        (c, k) -> {
          double book = c.at(Metric.BOOK_VALUE_USD_BN, k);
          double stranded = c.at(Metric.STRANDED_USD_BN, k);
          notAbove(c, book - c.at(Metric.REPLACEMENT_VALUE_USD_BN, k), stranded);
          notAbove(c, 0, stranded);
          notAbove(c, stranded, book);
          notAbove(c, book, cumulative(c, Metric.COMPUTE_CAPEX_USD_BN, k));
        });
  }

  @Test
  void averagePowerNeverExceedsPeakPower() {
    atEveryNode(
        (c, k) -> notAbove(c, c.at(Metric.AVERAGE_POWER_GW, k), c.at(Metric.FACILITY_POWER_GW, k)));
  }

  // ---- time ----

  @Test
  void nodesAscendFromTheStartToTheEndOfTheHorizon() {
    for (Case c : cases) {
      Projection p = c.projection();
      assertThat(p.instant(0)).isEqualTo(p.horizon().start());
      assertThat(p.instant(p.nodes() - 1)).isEqualTo(p.horizon().end());
      for (int k = 1; k < p.nodes(); k++) {
        assertThat(p.instant(k)).as(c.text()::toString).isGreaterThan(p.instant(k - 1));
      }
    }
  }

  @Test
  void whatIsInstalledStays() {
    for (Metric metric :
        List.of(
            Metric.GPU_COUNT,
            Metric.FACILITY_POWER_GW,
            Metric.LARGEST_SITE_GW,
            Metric.LARGEST_TRAINING_SYSTEM_GW,
            Metric.CUMULATIVE_CAPEX_USD_BN,
            Metric.CUMULATIVE_COST_USD_BN,
            Metric.PRESENT_VALUE_USD_BN)) {
      atEveryNode(
          (c, k) -> {
            if (k > 0) {
              notAbove(c, c.at(metric, k - 1), c.at(metric, k));
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void stocksToDateAreTheSumsOfFlows(Period period) {
    Map<Metric, Metric> stockOfFlow =
        Map.of(
            Metric.CAPEX_USD_BN, Metric.CUMULATIVE_CAPEX_USD_BN,
            Metric.TOTAL_COST_USD_BN, Metric.CUMULATIVE_COST_USD_BN);
    for (Case c : cases) {
      stockOfFlow.forEach(
          (flow, stock) -> {
            double sum = 0;
            double after = c.projection().horizon().start();
            for (LocalDate day : c.projection().horizon().periodEnds(period)) {
              double end = Instants.endOf(day);
              sum += c.projection().flow(flow, after, end);
              close(c, sum, c.projection().at(stock, FACILITY, end));
              after = end;
            }
          });
    }
  }

  @Test
  void monthsAddUpToQuartersHalvesAndYears() {
    for (Case c : cases) {
      for (Metric flow : Metric.values()) {
        if (flow.kind() == Metric.Kind.FLOW) {
          double[] months = flows(c, flow, Period.MONTH, Period.YEAR);
          for (Period period : List.of(Period.QUARTER, Period.HALF, Period.YEAR)) {
            double[] sums = flows(c, flow, period, Period.YEAR);
            assertThat(sums).hasSameSizeAs(months);
            for (int year = 0; year < sums.length; year++) {
              close(c, sums[year], months[year]);
            }
          }
        }
      }
    }
  }

  /** Sums the flows of short periods by the long ones that they lie in. */
  private static double[] flows(Case c, Metric flow, Period by, Period in) {
    List<LocalDate> ends = c.projection().horizon().periodEnds(in);
    double[] sums = new double[ends.size()];
    double after = c.projection().horizon().start();
    int row = 0;
    for (LocalDate day : c.projection().horizon().periodEnds(by)) {
      sums[row] += c.projection().flow(flow, after, Instants.endOf(day));
      after = Instants.endOf(day);
      row += day.equals(ends.get(row)) ? 1 : 0;
    }
    return sums;
  }

  @Test
  void energyIsTheIntegralOfAveragePower() {
    for (Case c : cases) {
      Projection p = c.projection();
      double gigawattHours = 0;
      for (int k = 1; k < p.nodes(); k++) {
        double hours = (p.instant(k) - p.instant(k - 1)) * 24;
        double mean = (c.at(Metric.AVERAGE_POWER_GW, k) + c.at(Metric.AVERAGE_POWER_GW, k - 1)) / 2;
        gigawattHours += mean * hours;
        close(c, c.at(Metric.ENERGY_TWH, k), mean * hours / 1000);
      }
      close(c, c.result().sum(Metric.ENERGY_TWH), gigawattHours / 1000);
    }
  }

  /** With a discount rate of 0 or more, which all cases have. */
  @Test
  void presentValueNeverExceedsCostToDate() {
    atEveryNode(
        (c, k) ->
            notAbove(
                c, c.at(Metric.PRESENT_VALUE_USD_BN, k), c.at(Metric.CUMULATIVE_COST_USD_BN, k)));
  }

  @Test
  void presentValueIsCostToDateWithoutARate() {
    for (RandomScenario text : RandomScenario.many(MANY)) {
      Case c = new Case(text, text.with("discount_rate", 0).project());
      close(
          c,
          c.result().atEnd(Metric.PRESENT_VALUE_USD_BN),
          c.result().atEnd(Metric.CUMULATIVE_COST_USD_BN));
    }
  }

  @Test
  void anUndefinedRatioIsNotANumberAndADefinedOneIs() {
    atEveryNode(
        (c, k) -> {
          boolean any = c.at(Metric.GPU_COUNT, k) > 0;
          assertThat(Double.isFinite(c.at(Metric.COST_PER_GPU_HOUR_USD, k)))
              .as(c.text()::toString)
              .isEqualTo(any);
          for (Metric metric : Metric.values()) {
            if (metric.kind() == Metric.Kind.STOCK || metric.kind() == Metric.Kind.FLOW) {
              if (!Double.isFinite(c.at(metric, k))) {
                throw new AssertionError(metric + " is not a number: " + c.text());
              }
            }
          }
        });
  }

  @Test
  void costPerGpuHourTimesGpuHoursOfAYearIsAnnualizedCost() {
    atEveryNode(
        (c, k) -> {
          if (c.at(Metric.GPU_COUNT, k) > 0) {
            close(
                c,
                c.at(Metric.COST_PER_GPU_HOUR_USD, k)
                    * c.at(Metric.GPU_COUNT, k)
                    * Durations.HOURS_PER_YEAR
                    / 1e9,
                c.at(Metric.ANNUALIZED_COST_USD_BN, k));
          }
        });
  }

  // ---- constraints ----

  @Test
  void shortfallIsPlanLessInstalledAndHasABindingConstraint() {
    atEveryNode(
        (c, k) -> {
          double shortfall = c.at(Metric.SHORTFALL_GW, k);
          double planned = c.at(Metric.PLANNED_FACILITY_POWER_GW, k);
          double missing = planned - c.at(Metric.FACILITY_POWER_GW, k);
          if (Math.abs(shortfall - missing) > ROUNDING * Math.max(1, planned)) {
            throw new AssertionError(shortfall + " is not " + missing + ": " + c.text());
          }
          notAbove(c, 0, shortfall);
          boolean binds = c.projection().bindingConstraint(c.projection().instant(k)).isPresent();
          if (shortfall > ROUNDING * Math.max(1, planned) && !binds) {
            throw new AssertionError("nothing binds at node " + k + ": " + c.text());
          }
        });
  }

  @Test
  void noConstraintIsEverOverdrawn() {
    for (Case c : cases) {
      List<Constraint> constraints = c.result().projected().scenario().constraints();
      for (Constraint constraint : constraints) {
        double used = 0;
        for (Phase phase : c.result().phases()) {
          if (constraint.appliesTo(phase.index())) {
            used +=
                c.projection().installedAtEnd(phase.index())
                    * phase.need(constraint.spec().limits());
          }
        }
        // a level may fall again, and nothing is removed then: the highest so far counts
        double most = 0;
        for (int k = 0; k < c.projection().nodes(); k++) {
          most = Math.max(most, constraint.availableAt(c.projection().instant(k)));
        }
        notAbove(c, used, most);
      }
    }
  }

  @Test
  void constraintsNeverAddCapacityToAnyPhaseOfAFreePlan() {
    for (Case c : cases) {
      ProjectedYaml free = c.text().without("constraints").project();
      for (Phase phase : c.result().phases()) {
        notAbove(
            c,
            c.projection().installedAtEnd(phase.index()),
            free.projection().installedAtEnd(phase.index()));
      }
      for (int k = 0; k < free.projection().nodes(); k++) {
        double instant = free.projection().instant(k);
        notAbove(
            c,
            c.projection().at(Metric.FACILITY_POWER_GW, FACILITY, instant),
            free.projection().atNode(Metric.FACILITY_POWER_GW, FACILITY, k));
      }
    }
  }

  /**
   * One more constraint never adds capacity to a single phase. (It can to a fleet: what it takes
   * from one phase another may use.)
   */
  @Test
  void oneMoreConstraintNeverAddsCapacity() {
    Random random = new Random(7);
    for (RandomScenario text : RandomScenario.many(MANY, Without.SEVERAL_PHASES)) {
      Case less = new Case(text, text.project());
      Map<String, Object> extra = new LinkedHashMap<>();
      extra.put("limits", "facility_power");
      extra.put("supply", Map.of("2025", random.nextInt(900) + " MW", "2027", "0.5 GW"));
      ProjectedYaml more = text.withConstraint("extra", extra).project();
      for (int k = 0; k < less.projection().nodes(); k++) {
        double instant = less.projection().instant(k);
        notAbove(
            less,
            more.projection().at(Metric.FACILITY_POWER_GW, FACILITY, instant),
            less.at(Metric.FACILITY_POWER_GW, k));
      }
    }
  }

  @Test
  void moreSupplyNeverReducesThePowerOfTheSinglePhaseItLimits() {
    for (RandomScenario text :
        RandomScenario.many(MANY, Without.SEVERAL_PHASES, Without.CONSTRAINTS)) {
      Map<String, Object> constraint = new LinkedHashMap<>();
      constraint.put("limits", "gpu_count");
      constraint.put("supply", Map.of("2024", "20k", "2026", "50k", "2028", "9k"));
      Case less = new Case(text, text.withConstraint("chips", constraint).project());
      Map<String, Object> larger = new LinkedHashMap<>(constraint);
      larger.put("supply", Map.of("2024", "20k", "2025", "1k", "2026", "70k", "2028", "9k"));
      ProjectedYaml more = text.withConstraint("chips", larger).project();
      for (int k = 0; k < less.projection().nodes(); k++) {
        notAbove(
            less,
            less.at(Metric.FACILITY_POWER_GW, k),
            more.projection().at(Metric.FACILITY_POWER_GW, FACILITY, less.projection().instant(k)));
      }
    }
  }

  // ---- delays and claims ----

  @Test
  void deferredGpuHoursAreNeverNegative() {
    atEveryNode((c, k) -> notAbove(c, 0, c.at(Metric.DEFERRED_GPU_HOURS, k)));
  }

  /**
   * Without constraints a later date never raises the value at a deadline. (With them it can: what
   * a late phase does not take yet, another one may.)
   */
  @Test
  void aLaterDateNeverRaisesTheValueAtADeadline() {
    for (RandomScenario text : RandomScenario.many(MANY, Without.CONSTRAINTS, Without.DELAYS)) {
      Case onTime = new Case(text, text.project());
      for (String delay : List.of("1 day", "100 days", "2 years")) {
        int phase = text.yaml().length() % 7;
        for (ProjectedYaml late :
            List.of(
                text.delayedBy(delay).project(), text.withPhaseDelayed(phase, delay).project())) {
          forEachAnswer(
              onTime,
              late,
              (before, after) -> {
                if (before.value().isPresent()) {
                  notAbove(onTime, after.value().orElseThrow(), before.value().orElseThrow());
                }
              });
        }
      }
    }
  }

  /** Straight plans only: the date is read from lines between nodes, which a delay moves. */
  @Test
  void aLaterDateNeverHelpsAClaim() {
    for (RandomScenario text :
        RandomScenario.many(MANY, Without.CONSTRAINTS, Without.DELAYS, Without.CURVES)) {
      Case onTime = new Case(text, text.project());
      for (String delay : List.of("1 day", "100 days", "2 years")) {
        ProjectedYaml late = text.delayedBy(delay).project();
        forEachAnswer(
            onTime,
            late,
            (before, after) -> {
              notBefore(onTime, reached(after), reached(before));
              if (before.verdict() != Verdict.MET) {
                assertThat(after.verdict()).as(text::toString).isNotEqualTo(Verdict.MET);
              }
            });
      }
    }
  }

  /** The same for a single phase under constraints: nobody else can take what it leaves. */
  @Test
  void aLaterDateNeverHelpsAConstrainedPhase() {
    for (RandomScenario text : RandomScenario.many(MANY, Without.SEVERAL_PHASES, Without.DELAYS)) {
      Case onTime = new Case(text, text.project());
      for (String delay : List.of("1 day", "50 days", "1 year")) {
        forEachAnswer(
            onTime,
            text.delayedBy(delay).project(),
            (before, after) -> {
              if (before.value().isPresent()) {
                notAbove(onTime, after.value().orElseThrow(), before.value().orElseThrow());
              }
            });
      }
    }
  }

  private interface AnswerPair {
    void check(Answer before, Answer after);
  }

  private static void forEachAnswer(Case onTime, ProjectedYaml late, AnswerPair law) {
    List<CheckedClaim> before = onTime.result().projected().claims();
    List<CheckedClaim> after = late.projected().claims();
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      law.check(before.get(i).answer(), after.get(i).answer());
      for (int r = 0; r < before.get(i).readings().size(); r++) {
        law.check(before.get(i).readings().get(r), after.get(i).readings().get(r));
      }
    }
  }

  /** The verdict, value, attainment and slip of an answer never contradict each other. */
  @Test
  void answersAreConsistent() {
    for (Case c : cases) {
      for (CheckedClaim checked : c.result().projected().claims()) {
        List<Answer> answers = new ArrayList<>(checked.readings());
        answers.add(checked.answer());
        double threshold = checked.claim().atLeast();
        for (Answer answer : answers) {
          boolean reached = answer.reachedOn().isPresent();
          assertThat(reached)
              .as(c.text()::toString)
              .isEqualTo(answer.verdict() == Verdict.MET || answer.verdict() == Verdict.LATE);
          assertThat(answer.slipMonths().isPresent()).isEqualTo(reached);
          answer
              .value()
              .ifPresent(
                  value -> {
                    close(c, answer.attainment().orElseThrow() * threshold, value);
                    assertThat(value >= threshold * (1 - 1e-9))
                        .as(() -> checked.claim() + " " + answer + "\n" + c.text())
                        .isEqualTo(answer.verdict() == Verdict.MET);
                  });
          answer
              .slipMonths()
              .ifPresent(
                  slip ->
                      assertThat(slip <= 0)
                          .as(c.text()::toString)
                          .isEqualTo(answer.verdict() == Verdict.MET));
        }
      }
    }
  }

  // ---- text ----

  @Test
  void theOrderOfKeysWithinAMappingDoesNotMatter() {
    Random random = new Random(11);
    for (Case c : cases) {
      ProjectedYaml shuffled = c.text().shuffled(random).project();
      assertThat(bits(shuffled)).as(c.text()::toString).isEqualTo(bits(c.result()));
      assertThat(shuffled.projected().claims())
          .extracting(CheckedClaim::answer)
          .isEqualTo(c.result().projected().claims().stream().map(CheckedClaim::answer).toList());
    }
  }

  @Test
  void theSameTextGivesTheSameBits() {
    for (Case c : cases.subList(0, 50)) {
      assertThat(bits(c.text().project())).isEqualTo(bits(c.result()));
    }
  }

  /** Every number of a projection, as bits so that NaN equals NaN. */
  private static long[] bits(ProjectedYaml scenario) {
    Projection p = scenario.projection();
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.kind() != Metric.Kind.TEXT)
        .flatMapToLong(
            metric ->
                java.util.stream.IntStream.range(0, p.nodes())
                    .mapToLong(k -> Double.doubleToLongBits(p.atNode(metric, FACILITY, k))))
        .toArray();
  }

  // ---- how laws are checked ----

  private interface NodeLaw {
    void check(Case c, int node);
  }

  private static void atEveryNode(NodeLaw law) {
    for (Case c : cases) {
      for (int k = 0; k < c.projection().nodes(); k++) {
        law.check(c, k);
      }
    }
  }

  private static double cumulative(Case c, Metric flow, int upTo) {
    double sum = 0;
    for (int k = 0; k <= upTo; k++) {
      sum += c.at(flow, k);
    }
    return sum;
  }

  private static double reached(Answer answer) {
    return answer.slipMonths().orElse(Double.POSITIVE_INFINITY);
  }

  private static void close(Case c, double actual, double expected) {
    if (Math.abs(actual - expected) > ROUNDING * Math.max(1e-3, Math.abs(expected))) {
      throw new AssertionError(actual + " is not " + expected + ": " + c.text());
    }
  }

  private static void notAbove(Case c, double lower, double upper) {
    if (!(lower <= upper + ROUNDING * Math.max(1, Math.abs(upper)))) {
      throw new AssertionError(lower + " is above " + upper + ": " + c.text());
    }
  }

  private static void notBefore(Case c, double later, double earlier) {
    if (!(later >= earlier - ROUNDING * 1e3)) {
      throw new AssertionError(later + " is before " + earlier + ": " + c.text());
    }
  }
}
