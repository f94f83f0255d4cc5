package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ConstraintSpec;
import org.stargatecalc.scenario.CorrelationSpec;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.RiskSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.Stage;
import org.stargatecalc.support.ProjectedYaml;

/** What each part of a scenario may say: the exact words about what it may not, and the limits. */
class ScenarioRulesTest {
  private static final String GOOD = "name: good\ngpu_count: 1k\nonline: 2026-01\n";

  private static List<String> errors(String more) {
    return ProjectedYaml.errors(GOOD + more);
  }

  private static ScenarioSpec spec(String more) {
    return ProjectedYaml.load(GOOD + more).spec();
  }

  /** Each mistake is the only problem of its file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          as_of: soon | 4:8: as_of: found 'soon'; expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025
          title: [a] | 4:8: title: found a list; expected a text
          sources: [a] | 4:10: sources: found a list; expected a mapping of short names to texts
          sources: {a: [b]} | 4:14: sources.a: found a list; expected a text
          amortization: {value: linear} | 4:23: amortization: found 'linear'; expected one of annuity, straight_line
          discount_rate: -100% | 4:16: discount_rate: found '-100%'; expected a share > -1 and ≤ 10
          discount_rate: 10.01 | 4:16: discount_rate: found '10.01'; expected a share > -1 and ≤ 10
          price_performance: 0 | 4:20: price_performance: found '0'; expected a ratio > 0
          energy_price: 1.1e24 | 4:15: energy_price: found '1.1e24', which is too large; expected an amount of money per energy ≥ 0
          systems: 1 to 3 | 4:10: systems: found a distribution; expected a ratio that is known, such as 1.2
          probability: 10% to 20% | 4:14: probability: found a distribution; expected a share that is known, such as 60% or 0.6
          pue: 'choice(0.5: 50%, 1.2: 50%)' | 4:6: pue: found 'choice(0.5: 50%, 1.2: 50%)', whose 0.5 is outside the domain; expected a ratio ≥ 1
          pue: uniform(0.5, 0.9) | 4:6: pue: found 'uniform(0.5, 0.9)', whose 0.5 is outside the domain; expected a ratio ≥ 1
          pue: {value: 1.2, as_of: later} | 4:26: pue.as_of: found 'later'; expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025
          pue: {value: 1.2, confidence: Hihg} | 4:31: pue.confidence: found 'Hihg'; expected one of high, medium, low (did you mean high?)
          offtake_price: $5/MWh | 4:16: offtake_price: found an amount of money per energy ($5/MWh); expected an amount of money per power and year, such as $0.30/W-year or $10bn/GW-year
          offtake_price: $-1/GPU-hour | 4:16: offtake_price: found '$-1/GPU-hour'; expected an amount of money per GPU-hour ≥ 0
          capex_split: 60% | 4:14: capex_split: found '60%'; expected shares such as {training: 60%, inference: 40%}
          capex_split: {training: 60%, inference: 39.99%} | 4:14: capex_split: found shares that sum to 99.99%; expected shares that sum to 100%; inference: rest takes what is left
          capex_split: {training: 60%, inference: 40.01%} | 4:14: capex_split: found shares that sum to 100.01%; expected shares that sum to 100%; inference: rest takes what is left
          capex_split: {training: 60%, inference: 41%, research: rest} | 4:14: capex_split: found shares that sum to 101%; expected shares that leave a rest
          capex_split: {training: 50% to 60%, inference: 40%} | 4:14: capex_split: found an uncertain share; expected one uncertain share at most, and 'rest' for the share that gives way to it
          capex_split: {training: 50% to 60%, inference: 10% to 20%, research: rest} | 4:14: capex_split: found an uncertain share; expected one uncertain share at most, and 'rest' for the share that gives way to it
          capex_split: {training: rest, inference: rest} | 4:42: capex_split.inference: found a second rest beside capex_split.training; expected 'rest' for one share
          capex_split: {training: much, inference: 40%} | 4:25: capex_split.training: found 'much'; expected a share, such as 60% or 0.6
          site: a b | 4:7: site: found 'a b'; expected an id of 1 to 100 letters, digits, '_', '.' or '-'
          training_system: '' | 4:18: training_system: found ''; expected an id of 1 to 100 letters, digits, '_', '.' or '-'
          gpu: gb20 | 4:6: gpu: found the unknown accelerator 'gb20'; expected a catalogue id ('catalog accelerators' lists them) or one of 'accelerators' in the scenario (did you mean gb200?)
          gpu: [gb200] | 4:6: gpu: found a list; expected an id
          ownership: lease | 4:12: ownership: found 'lease'; expected one of own, lease_shell, offtake
          watts_per_gpu: 1 kW\\nchip_tdp: 1 kW | 5:11: found watts_per_gpu beside chip_tdp or system_overhead; expected either watts_per_gpu, or chip_tdp with system_overhead
          watts_per_gpu: 1 kW\\nsystem_overhead: 2 | 5:18: found watts_per_gpu beside chip_tdp or system_overhead; expected either watts_per_gpu, or chip_tdp with system_overhead
          chip_tdp: 1 kW | 4:11: chip_tdp: found chip_tdp without system_overhead in the scenario; expected system_overhead: IT power per GPU over chip_tdp, such as 1.82
          pue: 1.3\\npue_average: 1.31 | 5:14: pue_average: found an annual PUE above the peak pue of 1.3; expected at most 1.3
          risks: [a] | 4:8: risks: found a list; expected a mapping of risk ids
          risks: {r: 5} | 4:12: risks.r: found '5'; expected a mapping such as {probability: 40%, delay: 6 months}
          risks: {r: {delay: 1 month}} | 4:12: risks.r: found no key 'probability' in risks.r; expected probability: a share such as 40%
          risks: {r: {probability: 40%}} | 4:12: risks.r: found no key 'delay' in risks.r; expected delay: a duration such as 6 months
          risks: {r: {probability: 101%, delay: 1 month}} | 4:26: risks.r.probability: found '101%'; expected a share ≥ 0 and ≤ 1
          risks: {r: {probability: 1% to 2%, delay: 1 month}} | 4:26: risks.r.probability: found a distribution; expected a share that is known, such as 60% or 0.6
          risks: {r: {probability: 40%, delay: -1 month}} | 4:38: risks.r.delay: found '-1 month'; expected a duration ≥ 0
          risks: {r: {probability: 40%, delay: 1 month, applies_to: good}} | 4:59: risks.r.applies_to: found 'good'; expected a list of site or phase ids
          risks: {r: {probability: 40%, delay: 1 month, applies_to: [god]}} | 4:60: risks.r.applies_to[0]: found the unknown id 'god'; expected a site or phase of this scenario (did you mean good?)
          risks: {'a b': {probability: 40%, delay: 1 month}} | 4:9: risks.a b: found 'a b'; expected an id of 1 to 100 letters, digits, '_', '.' or '-'
          constraints: [a] | 4:14: constraints: found a list; expected a mapping of constraint ids
          constraints: {c: 5} | 4:18: constraints.c: found '5'; expected what the constraint limits
          constraints: {c: {limits: pue, supply: {2025: 1}}} | 4:27: constraints.c.limits: found 'pue'; expected one of gpu_count, it_power, facility_power, capex
          constraints: {c: {limits: gpu_count}} | 4:18: constraints.c: found no available and no supply; expected either available: [{from: DATE, at: LEVEL}] or supply: {YEAR: AMOUNT}
          constraints: {c: {limits: gpu_count, supply: {2025: 1}, available: [{from: 2025, at: 1}]}} | 4:18: constraints.c: found available beside supply; expected either available: [{from: DATE, at: LEVEL}] or supply: {YEAR: AMOUNT}
          constraints: {c: {limits: gpu_count, available: 5}} | 4:49: constraints.c.available: found '5'; expected a list of {from, at}
          constraints: {c: {limits: gpu_count, available: []}} | 4:49: constraints.c.available: found a list; expected a list of {from, at}
          constraints: {c: {limits: gpu_count, available: [5]}} | 4:50: constraints.c.available[0]: found '5'; expected {from: DATE, at: LEVEL}
          constraints: {c: {limits: gpu_count, available: [{at: 1}]}} | 4:50: constraints.c.available[0]: found no key 'from' in constraints.c.available[0]; expected from: a date
          constraints: {c: {limits: gpu_count, available: [{from: 2026}]}} | 4:50: constraints.c.available[0]: found no key 'at' in constraints.c.available[0]; expected at: a level
          constraints: {c: {limits: gpu_count, available: [{from: 2026, at: -1}]}} | 4:67: constraints.c.available[0].at: found '-1'; expected a count ≥ 0
          constraints: {c: {limits: gpu_count, available: [{from: 2026, at: 1}, {from: 2026-12-31, at: 2}]}} | 4:71: constraints.c.available[1].from: found a date not after the one before; expected later dates
          constraints: {c: {limits: gpu_count, supply: 5}} | 4:46: constraints.c.supply: found '5'; expected a mapping such as {2025: 120k, 2026: 420k}
          constraints: {c: {limits: gpu_count, supply: {1969: 5}}} | 4:47: constraints.c.supply: found '1969'; expected a calendar year
          constraints: {c: {limits: gpu_count, supply: {2200: 5}}} | 4:47: constraints.c.supply: found '2200'; expected a calendar year
          constraints: {c: {limits: gpu_count, supply: {202: 5}}} | 4:47: constraints.c.supply: found '202'; expected a calendar year
          constraints: {c: {limits: gpu_count, supply: {20255: 5}}} | 4:47: constraints.c.supply: found '20255'; expected a calendar year
          constraints: {c: {limits: gpu_count, supply: {2025: -5}}} | 4:53: constraints.c.supply.2025: found '-5'; expected a count ≥ 0
          compute_lead: -1 day | 4:15: compute_lead: found '-1 day'; expected a duration ≥ 0
          refresh: {after: 0 days} | 4:18: refresh.after: found '0 days'; expected a duration > 0
          refresh: {after: 4 years, pue: 1.2} | 4:27: refresh.pue: found pue in a refresh; expected what the new hardware has otherwise: gpu, watts_per_gpu or chip_tdp with system_overhead, capex_per_gpu, flops_per_gpu, precision, mfu, compute_life
          refresh: {gpu: vr200} | 4:10: refresh: found no key 'after' in refresh; expected after: a duration such as 4 years
          ownership: offtake\\nrefresh: {after: 4 years} | 5:10: refresh: found a refresh with ownership offtake, whose owner decides; expected no refresh, or another ownership
          until: 2023-06 | 4:8: until: found a last day before the first one, 2026-01-31 (online); expected a later date; a phase that is never built needs probability: 0%
          claims: {id: a} | 4:9: claims: found a mapping; expected a list of ids or mappings
          claims: [[a]] | 4:10: claims[0]: found a list; expected an id
          claims: [{id: a, metric: energy_twh, at_least: 1, by: 2026}] | 4:26: claims[0].metric: found energy_twh, which is not a stock: only what has grown by a date can be claimed; expected one of gpu_count, it_power_gw, facility_power_gw, training_power_gw, inference_power_gw, research_power_gw, largest_site_gw, largest_training_system_gw, average_power_gw, h100_equivalents, peak_flops, training_run_flop, cumulative_capex_usd_bn, cumulative_compute_capex_usd_bn, cumulative_facility_capex_usd_bn, programme_capex_usd_bn, contract_value_usd_bn, cumulative_spend_usd_bn, construction_in_progress_usd_bn, cumulative_cost_usd_bn, present_value_usd_bn, net_present_cost_usd_bn, training_capex_usd_bn, inference_capex_usd_bn, research_capex_usd_bn, annualized_cost_usd_bn, training_run_cost_usd_bn, book_value_usd_bn, replacement_value_usd_bn, stranded_usd_bn, residual_value_usd_bn, planned_facility_power_gw, shortfall_gw
          claims: [{id: a, metric: gpu_count, at_least: 0, by: 2026}] | 4:47: claims[0].at_least: found '0'; expected a count > 0
          claims: [{id: a, metric: it_power_gw, at_least: 1 to 2 GW, by: 2026}] | 4:49: claims[0].at_least: found a distribution; expected a power that is known, such as 2.09 kW or 0.9 GW
          claims: [{id: a, metric: it_power_gw, at_least: -1.5e3, by: 2026}] | 4:49: claims[0].at_least: found '-1.5e3' without a unit; expected a power, such as 2.09 kW or 0.9 GW
          claims: [{id: a, metric: gpu_count, at_least: 1, by: never}] | 4:54: claims[0].by: found 'never'; expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025
          expect: gpu_count@2027 > 1 | 4:9: expect: found 'gpu_count@2027 > 1'; expected a list of expressions
          expect: [[a]] | 4:10: expect[0]: found a list; expected a text
          expect: [gpu_count@2027 >] | 4:26: expect[0]: found the end; expected a count, such as 400000, 400_000, 400k or 0.4M
          expect: [{expr: gpu_cout@2027 > 1}] | 4:17: expect[0]: found the unknown metric 'gpu_cout'; expected a metric at a date, such as facility_power_gw@2027-12-31 (did you mean gpu_count?)
          expect: [{expr: gpu_count@2027 > 1, level: bad}] | 4:44: expect[0].level: found 'bad'; expected one of error, warn
          expect: [{level: warn}] | 4:10: expect[0]: found no key 'expr' in expect[0]; expected expr: an expression
          expect: [gpu_count@2040 > 1] | 4:10: expect[0]: found gpu_count@2040, a date outside the horizon, 2025-01-01 to 2030-12-31; expected what this scenario can be asked
          correlations: 5 | 4:15: correlations: found '5'; expected a list such as [{between: [a.path, b.path], rho: 0.6}]
          correlations: [5] | 4:16: correlations[0]: found '5'; expected {between: [a.path, b.path], rho: 0.6}
          correlations: [{between: [a, b], rho: 0.5}] | 4:27: correlations[0].between: found 'a', which is no uncertain input; expected an uncertain input, of which the scenario has none
          """)
  void aMistakeIsNamedAtItsPlaceInTheseWords(String line, String message) {
    // a place for one of the inputs of the correlation that is not there
    List<String> errors = errors(line.replace("\\n", "\n") + "\n");
    assertThat(errors).first().isEqualTo("scenario.yaml:" + message);
    assertThat(errors).hasSize(line.contains("between: [a, b]") ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rho: 1.01 | 5:64: correlations[0].rho: found '1.01'; expected a ratio ≥ -1 and ≤ 1
          rho: -1.01 | 5:64: correlations[0].rho: found '-1.01'; expected a ratio ≥ -1 and ≤ 1
          ro: 0.5 | 5:59: correlations[0]: found the unknown key 'ro'; expected a known key (did you mean rho?)
          """)
  void aCorrelationIsFromMinusOneToOne(String rho, String message) {
    String yaml =
        "pue: 1.1 to 1.3\ncorrelations: [{between: [pue, phases.good.watts_per_gpu], "
            + rho
            + "}]\n";
    assertThat(
            ProjectedYaml.errors(
                GOOD + yaml.replace("phases.good.", "") + "watts_per_gpu: 1 kW to 2 kW\n"))
        .singleElement()
        .asString()
        .endsWith(message.substring(message.indexOf(": correlations")));
  }

  @Test
  void correlationsNameTwoDifferentUncertainInputs() {
    String two = "pue: 1.1 to 1.3\nwatts_per_gpu: 1 kW to 2 kW\n";
    assertThat(
            spec(two + "correlations: [{between: [pue, watts_per_gpu], rho: -1}]\n").correlations())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.rho()).isEqualTo(-1);
              assertThat(List.of(c.first(), c.second())).containsExactly("pue", "watts_per_gpu");
            });
    assertThat(errors(two + "correlations: [{between: [pue, pue], rho: 0.5}]\n"))
        .containsExactly(
            "scenario.yaml:6:26: correlations[0].between: found one path twice; expected"
                + " different paths");
    assertThat(errors(two + "correlations: [{between: [pue], rho: 0.5}]\n"))
        .containsExactly(
            "scenario.yaml:6:26: correlations[0].between: found a list; expected a list of two"
                + " paths or more, or of one with a * that names several");
    assertThat(errors(two + "correlations: [{between: pue, rho: 0.5}]\n"))
        .containsExactly(
            "scenario.yaml:6:26: correlations[0].between: found 'pue'; expected a list of two"
                + " paths or more, or of one with a * that names several");
    assertThat(errors(two + "correlations: [{between: [pue, watts], rho: 0.5}]\n"))
        .containsExactly(
            "scenario.yaml:6:32: correlations[0].between: found 'watts', which is no uncertain"
                + " input; expected one of watts_per_gpu, pue (did you mean watts_per_gpu?)");
    assertThat(errors(two + "correlations: [{rho: 0.5}]\n"))
        .containsExactly(
            "scenario.yaml:6:16: correlations[0]: found no key 'between' in correlations[0];"
                + " expected between: two paths of uncertain inputs or more");
  }

  @Test
  void aCorrelationOfSeveralInputsHoldsForAllPairs() {
    String phases =
        "phases:\n"
            + "  p: {gpu_count: 1k, online: 2026-01 to 2026-12, pue: 1.1 to 1.3}\n"
            + "  q: {gpu_count: 1k, online: 2027-01 to 2027-12}\n"
            + "  r: {gpu_count: 1k, online: 2028-01 to 2028-12}\ncorrelations:\n  - ";
    assertThat(spec(phases + "{between: [phases.*.online], rho: 0.6}\n").correlations())
        .containsExactly(
            new CorrelationSpec("phases.p.online", "phases.q.online", 0.6),
            new CorrelationSpec("phases.p.online", "phases.r.online", 0.6),
            new CorrelationSpec("phases.q.online", "phases.r.online", 0.6));
    assertThat(
            spec(phases + "{between: [phases.p.pue, phases.q.online, phases.r.online], rho: 0.3}\n")
                .correlations())
        .hasSize(3);
    assertThat(errors(phases + "{between: [phases.*.onlin, phases.p.pue], rho: 0.6}\n"))
        .singleElement()
        .asString()
        .contains("found 'phases.*.onlin', which is the path of no uncertain input");
    assertThat(
            errors(
                phases
                    + "{between: [phases.*.online], rho: 0.6}\n"
                    + "  - {between: [phases.r.online, phases.p.online], rho: 0.1}\n"))
        .singleElement()
        .asString()
        .contains("a second time; expected each pair once: the first is at scenario.yaml:9:5");
  }

  @Test
  void correlationsThatCannotAllHoldAreRefused() {
    String three =
        "pue: 1.1 to 1.3\nwatts_per_gpu: 1 kW to 2 kW\nopex: $0.1/W-year to $0.2/W-year\n"
            + "correlations: [{between: [pue, watts_per_gpu], rho: 0.9},"
            + " {between: [watts_per_gpu, opex], rho: 0.9}, {between: [pue, opex], rho: ";
    // 1 + 2 × 0.9 × 0.9 × r - 0.81 - 0.81 - r² is 0 at r = 0.62
    assertThat(spec(three + "0.63}]\n").correlations()).hasSize(3);
    assertThat(errors(three + "0.61}]\n"))
        .containsExactly(
            "scenario.yaml:7:15: correlations: found correlations that cannot all hold: their"
                + " matrix is not positive semidefinite; expected smaller values of rho");
  }

  // ---- limits that just hold ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discount_rate: -99.9%",
        "discount_rate: 1000%",
        "price_performance: 1e-9",
        "energy_price: 1e24",
        "pue: 1.3\npue_average: 1.3",
        "mfu: 100%",
        "probability: 0",
        "systems: 1",
        "systems: 2.0",
        "pue: 'choice(1: 50%, 1.2: 50%)'",
        "pue: uniform(1, 1.1)",
        "capex_split: {training: 60.00000001%, inference: 39.99999999%}",
        "capex_split: {training: 60%, inference: 40%, research: rest}",
        "horizon: {from: 2026-01-01, to: 2026-01-01}",
        "horizon: {from: 2026-01-01, to: 2126-01-01}",
        "risks: {r: {probability: 100%, delay: 0}}",
        "constraints: {c: {limits: gpu_count, supply: {1970: 0, 2199: 5}}}",
        "constraints: {c: {limits: gpu_count, available: [{from: 2026, at: 0}, {from: 2027-01-01, at: 1}]}}",
        "claims: [{id: a, metric: gpu_count, at_least: 1, by: 2026}]"
      })
  void theLimitItselfIsAllowed(String line) {
    assertThat(errors(line + "\n")).isEmpty();
  }

  @Test
  void aHorizonHasAtMostAHundredYears() {
    assertThat(errors("horizon: {from: 2026-01-01, to: 2126-01-02}\n"))
        .containsExactly(
            "scenario.yaml:4:10: horizon: found a horizon from 2026-01-01 to 2126-01-02; expected a"
                + " horizon of at most 100 years that ends after it begins");
    assertThat(errors("horizon: {from: 2026-01-02, to: 2026-01-01}\n")).hasSize(1);
  }

  @Test
  void anIdHasAtMostAHundredCharactersAndALongOneIsShortened() {
    String hundred = "x".repeat(100);
    assertThat(spec("site: " + hundred + "\n").phases().get(0).site()).isEqualTo(hundred);
    assertThat(errors("site: " + hundred + "y\n"))
        .containsExactly(
            "scenario.yaml:4:7: site: found '"
                + "x".repeat(60)
                + "…'; expected an id of 1 to 100 letters, digits, '_', '.' or '-'");
    String sixty = "x".repeat(59) + "!";
    assertThat(errors("site: " + sixty + "\n").get(0)).contains("found '" + sixty + "';");
  }

  // ---- what is read ----

  @Test
  void theTopOfAScenarioIsReadAsWritten() {
    ScenarioSpec spec =
        spec(
            """
            title: A title
            description: Words
            as_of: 2026-Q1
            horizon: {from: 2026-03, to: 2029-Q2}
            amortization: {value: straight_line, source: a book}
            discount_rate: {value: 7%, confidence: low}
            price_performance: 1.4
            """);
    assertThat(spec.title()).contains("A title");
    assertThat(spec.description()).contains("Words");
    assertThat(spec.asOf()).contains("2026-Q1");
    assertThat(spec.horizon().from()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(spec.horizon().to()).isEqualTo(LocalDate.of(2029, 6, 30));
    assertThat(spec.amortization()).isEqualTo(Amortization.STRAIGHT_LINE);
    assertThat(number(spec.discountRate())).isEqualTo(0.07);
    assertThat(spec.discountRate().origin()).isEqualTo(Origin.GIVEN);
    assertThat(spec.discountRate().provenance().confidence()).contains(Confidence.LOW);
    assertThat(number(spec.pricePerformance())).isEqualTo(1.4);
    assertThat(label(spec, "amortization").provenance().source()).contains("a book");
    assertThat(label(spec, "amortization").value())
        .isEqualTo(new AssumedValue.Named("straight_line"));
    assertThat(label(spec, "amortization").origin()).isEqualTo(Origin.GIVEN);
    assertThat(label(spec, "horizon.from").origin()).isEqualTo(Origin.GIVEN);
    assertThat(label(spec, "horizon.to").declaredAt()).isEqualTo("horizon.to");
  }

  @Test
  void whatTheTopDoesNotSayIsADefaultWithItsSource() {
    ScenarioSpec spec = spec("horizon: {to: 2029}\n");
    assertThat(spec.horizon().from()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(label(spec, "horizon.from").origin()).isEqualTo(Origin.DEFAULT);
    assertThat(label(spec, "horizon.from").declaredAt()).isEqualTo("default.horizon.from");
    assertThat(label(spec, "horizon.from").provenance()).isNotEqualTo(Provenance.NONE);
    assertThat(label(spec, "horizon.to").origin()).isEqualTo(Origin.GIVEN);
    assertThat(label(spec, "horizon.to").provenance()).isEqualTo(Provenance.NONE);
    assertThat(spec.amortization()).isEqualTo(Amortization.ANNUITY);
    assertThat(label(spec, "amortization").origin()).isEqualTo(Origin.DEFAULT);
    assertThat(spec.discountRate().origin()).isEqualTo(Origin.DEFAULT);
    assertThat(spec.title()).isEmpty();
    assertThat(spec.asOf()).isEmpty();
  }

  private static Assumption label(ScenarioSpec spec, String path) {
    return spec.labels().stream().filter(a -> a.path().equals(path)).findFirst().orElseThrow();
  }

  private static double number(Assumption assumption) {
    return ((AssumedValue.Measured) assumption.value()).distribution().median();
  }

  @Test
  void aShortNameStandsForItsSource() {
    String sources = "sources: {epoch: Epoch AI, e2: Other}\n";
    assertThat(source(sources + "pue: {value: 1.2, source: epoch}\n")).contains("Epoch AI");
    assertThat(source(sources + "pue: {value: 1.2, source: 'epoch: page 3'}\n"))
        .contains("Epoch AI: page 3");
    assertThat(source(sources + "pue: {value: 1.2, source: 'e2 : x'}\n")).contains("Other: x");
    assertThat(source(sources + "pue: {value: 1.2, source: 'book: 3'}\n")).contains("book: 3");
    assertThat(source(sources + "pue: {value: 1.2, source: ':epoch'}\n")).contains(":epoch");
    assertThat(source("pue: 1.2\n")).isEmpty();
  }

  private static java.util.Optional<String> source(String more) {
    return parameter(more, PhaseParameter.PUE).provenance().source();
  }

  private static Assumption parameter(String more, PhaseParameter parameter) {
    return spec(more).phases().get(0).parameters().get(parameter);
  }

  @Test
  void provenanceIsReadAsWritten() {
    Assumption pue =
        parameter(
            "pue: {value: 1.3, source: s, confidence: high, as_of: 2026-03}\n", PhaseParameter.PUE);
    assertThat(pue.provenance())
        .isEqualTo(
            new Provenance(
                java.util.Optional.of("s"),
                java.util.Optional.of(Confidence.HIGH),
                java.util.Optional.of("2026-03")));
    assertThat(number(pue)).isEqualTo(1.3);
    assertThat(pue.declaredAt()).isEqualTo("pue");
    assertThat(pue.origin()).isEqualTo(Origin.GIVEN);
  }

  @Test
  void wordsOfAPhaseAreReadAsWritten() {
    PhaseSpec phase =
        spec("shape: s_curve\nstage: under_construction\nownership: lease_shell\n"
                + "precision: bf16\nsite: east\ntraining_system: wan\ngpu: h100\nramp: 1 year\n")
            .phases()
            .get(0);
    assertThat(phase.shape()).isEqualTo(RampShape.S_CURVE);
    assertThat(phase.stage()).contains(Stage.UNDER_CONSTRUCTION);
    assertThat(phase.ownership().id()).isEqualTo("lease_shell");
    assertThat(phase.precision().id()).isEqualTo("bf16");
    assertThat(phase.site()).isEqualTo("east");
    assertThat(phase.trainingSystem()).isEqualTo("wan");
    assertThat(phase.accelerator().id()).isEqualTo("h100");
    PhaseSpec plain = spec("").phases().get(0);
    assertThat(plain.stage()).isEmpty();
    // a phase without a site is one of its own, and its training system is its site
    assertThat(plain.site()).isEqualTo("good");
    assertThat(plain.trainingSystem()).isEqualTo("good");
    assertThat(spec("site: east\n").phases().get(0).trainingSystem()).isEqualTo("east");
  }

  @Test
  void anOfftakePriceIsPerPowerOrPerGpuAsWritten() {
    assertThat(offtake("$10bn/GW-year")).isEqualTo(Dimension.MONEY_PER_POWER_TIME);
    assertThat(offtake("$2/GPU-hour")).isEqualTo(Dimension.MONEY_PER_COUNT_TIME);
    assertThat(offtake("$2/chip-h")).isEqualTo(Dimension.MONEY_PER_COUNT_TIME);
    assertThat(offtake("$1/GPU-hour to $2/GPU-hour")).isEqualTo(Dimension.MONEY_PER_COUNT_TIME);
    assertThat(number(parameter("offtake_price: $2/GPU-hour\n", PhaseParameter.OFFTAKE_PRICE)))
        .isEqualTo(2);
  }

  private static Dimension offtake(String price) {
    PhaseSpec phase = spec("offtake_price: " + price + "\n").phases().get(0);
    Assumption read = phase.parameters().get(PhaseParameter.OFFTAKE_PRICE);
    assertThat(((AssumedValue.Measured) read.value()).dimension())
        .isEqualTo(phase.offtakeDimension());
    return phase.offtakeDimension();
  }

  @Test
  void aBareDurationIsInTheUnitOfItsParameter() {
    // compute_life in years, delay in days: a year is 365.25 days
    PhaseParameter life = PhaseParameter.COMPUTE_LIFE;
    assertThat(number(parameter("compute_life: 5\n", life)))
        .isEqualTo(5 * life.daysPerBareNumber());
    assertThat(number(parameter("compute_life: 5e0\n", life)))
        .isEqualTo(5 * life.daysPerBareNumber());
    assertThat(number(parameter("compute_life: 60 months\n", life))).isEqualTo(60 * 30.4375);
  }

  // ---- shares ----

  @Test
  void aShareThatIsNotNamedIsNone() {
    Phase phase =
        ProjectedYaml.of(GOOD + "capex_split: {training: 75%, research: 25%}\n").phases().get(0);
    assertThat(phase.get(PhaseParameter.TRAINING)).isEqualTo(0.75);
    assertThat(phase.get(PhaseParameter.INFERENCE)).isZero();
    assertThat(phase.get(PhaseParameter.RESEARCH)).isEqualTo(0.25);
  }

  @Test
  void theRestIsWhatTheOthersLeave() {
    Phase phase =
        ProjectedYaml.of(GOOD + "capex_split: {training: 55%, inference: 15%, research: rest}\n")
            .phases()
            .get(0);
    assertThat(phase.get(PhaseParameter.RESEARCH))
        .isEqualTo(1 - 0.7, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void anUncertainShareIsCutWhereTheRestWouldBeNegative() {
    // 40 % is known, so training cannot exceed 60 %
    Assumption training =
        parameter(
            "capex_split: {training: 'uniform(40%, 70%)', inference: 40%, research: rest}\n",
            PhaseParameter.TRAINING);
    AssumedValue.Measured measured = (AssumedValue.Measured) training.value();
    assertThat(measured.distribution().quantile(0.9999)).isBetween(0.599, 0.6);
    assertThat(measured.distribution().quantile(0.0001)).isBetween(0.4, 0.401);
    assertThat(
            spec("capex_split: {training: 'uniform(40%, 70%)', inference: 40%, research: rest}\n")
                .phases()
                .get(0)
                .restShare())
        .contains(PhaseParameter.RESEARCH);
    assertThat(spec("capex_split: {training: 60%, inference: rest}\n").phases().get(0).restShare())
        .isEmpty();
    assertThat(training.declaredAt()).isEqualTo("capex_split.training");
  }

  // ---- plans ----

  private static List<String> plan(String plan) {
    return ProjectedYaml.errors("name: p\n" + plan + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          milestones: 5 | 2:13: milestones: found '5'; expected a list such as [{by: 2026-06, facility_power: 300 MW}]
          milestones: [] | 2:13: milestones: found an empty list; expected a list such as [{by: 2026-06, facility_power: 300 MW}]
          milestones: [5] | 2:14: milestones[0]: found '5'; expected a milestone such as {by: 2026-06, gpu_count: 100k}
          milestones: [{gpu_count: 5}] | 2:14: milestones[0]: found no key 'by' in milestones[0]; expected by: a date
          milestones: [{by: 2026}] | 2:14: milestones[0]: found no size in the milestone; expected one of gpu_count, it_power, facility_power, capex
          milestones: [{by: 2026, gpu_count: 5, it_power: 1 GW}] | 2:14: milestones[0]: found 2 sizes; expected one of gpu_count, it_power, facility_power, capex
          milestones: [{by: 2026, gpu_cout: 5}] | 2:25: milestones[0]: found the unknown key 'gpu_cout'; expected a known key (did you mean gpu_count?)
          milestones: [{by: 2026, gpu_count: 5}, {by: 2027, it_power: 1 GW}] | 2:40: milestones[1]: found it_power; expected gpu_count as in the milestones before
          milestones: [{by: 2026, gpu_count: 5}, {by: 2026-12-31, gpu_count: 6}] | 2:40: milestones[1].by: found a date not after the one before; expected later dates
          growth: 5 | 2:9: growth: found '5'; expected a mapping such as {from: 2025-03, facility_power: 0.3 GW, per_year: 2}
          growth: {gpu_count: 5, per_year: 2} | 2:9: growth: found no key 'from' in growth; expected from: a date
          growth: {from: 2026, gpu_count: 5} | 2:9: growth: found no key 'per_year' in growth; expected per_year: a growth factor ≥ 1
          growth: {from: 2026, per_year: 2} | 2:9: growth: found no size in the growth; expected one of gpu_count, it_power, facility_power, capex
          growth: {from: 2026, gpu_count: 5, per_year: 0.99} | 2:46: growth.per_year: found '0.99'; expected a ratio ≥ 1 and ≤ 100
          growth: {from: 2026, gpu_count: 5, per_year: 101} | 2:46: growth.per_year: found '101'; expected a ratio ≥ 1 and ≤ 100
          growth: {from: 2026-02-02, gpu_count: 5, per_year: 2, until: 2026-02-01} | 2:55: growth.until: found a date before from; expected a later date
          milestones: [{by: 2026, gpu_count: 5}]\\nonline: 2026 | 3:1: online: found online beside milestones; expected milestones alone, which has its own dates
          growth: {from: 2026, gpu_count: 5, per_year: 2}\\nramp: 1 year | 3:1: ramp: found ramp beside growth; expected growth alone, which has its own dates
          growth: {from: 2026, gpu_count: 5, per_year: 2}\\nshape: s_curve | 3:1: shape: found shape beside growth; expected growth alone, which has its own dates
          gpu_count: 5\\nit_power: 1 GW\\nonline: 2026 | 3:1: it_power: found a second size beside gpu_count (scenario.yaml:2:1); expected exactly one of gpu_count, it_power, facility_power, capex, milestones, growth; a null removes an inherited one
          online: 2026 | 1:1: found no size in the scenario; expected one of gpu_count, it_power, facility_power, capex, milestones, growth
          gpu_count: 5 | 1:1: found no key 'online' in the scenario; expected online: the date on which the first capacity is usable
          gpu_cout: 5\\nonline: 2026 | 2:1: found the unknown key 'gpu_cout'; expected a known key (did you mean gpu_count?)
          capex: $1bn\\nonline: 2026\\nownership: offtake | 1:1: found a size in capex with ownership offtake, which has no capex; expected gpu_count, it_power or facility_power
          """)
  void aPlanThatDoesNotFitIsNamed(String text, String message) {
    assertThat(plan(text.replace("\\n", "\n"))).containsExactly("scenario.yaml:" + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "milestones: [{by: 2026, gpu_count: 5}, {by: 2027-01-01, gpu_count: 5}]",
        "growth: {from: 2026, gpu_count: 5, per_year: 1}",
        "growth: {from: 2026, gpu_count: 5, per_year: 100}",
        "growth: {from: 2026-02-02, gpu_count: 5, per_year: 2, until: 2026-02-02}"
      })
  void theLimitOfAPlanItselfIsAllowed(String text) {
    assertThat(plan(text)).isEmpty();
  }

  @Test
  void milestonesAreStepsUnlessTheyAreLinear() {
    String milestones =
        "name: p\nmilestones: [{by: 2026-06-30, gpu_count: 5}, {by: 2027, gpu_count: 9}]\n";
    Plan.Milestones steps =
        (Plan.Milestones) ProjectedYaml.load(milestones).spec().phases().get(0).plan();
    assertThat(steps.linear()).isFalse();
    assertThat(steps.size()).isEqualTo(PhaseParameter.GPU_COUNT);
    assertThat(steps.steps()).extracting(step -> number(step.size())).containsExactly(5.0, 9.0);
    Plan.Milestones linear =
        (Plan.Milestones)
            ProjectedYaml.load(milestones + "between: linear\n").spec().phases().get(0).plan();
    assertThat(linear.linear()).isTrue();
    assertThat(ProjectedYaml.errors(milestones + "between: lines\n"))
        .singleElement()
        .asString()
        .isEqualTo(
            "scenario.yaml:3:10: between: found 'lines'; expected one of step, linear (did you mean linear?)");
  }

  @Test
  void aMilestoneHasTheSourceOfTheListUnlessItHasItsOwn() {
    String yaml =
        "name: p\nmilestones: {value: [{by: 2026, gpu_count: 5}, {by: 2027, gpu_count: {value: 9, source: own}}], source: list}\n";
    Plan.Milestones plan = (Plan.Milestones) ProjectedYaml.load(yaml).spec().phases().get(0).plan();
    assertThat(plan.steps())
        .extracting(step -> step.size().provenance().source().orElse(""))
        .containsExactly("list", "own");
    assertThat(plan.steps())
        .extracting(step -> step.by().provenance().source().orElse(""))
        .containsExactly("list", "list");
    assertThat(plan.steps().get(1).size().path()).isEqualTo("milestones[1].gpu_count");
    assertThat(plan.steps().get(1).by().path()).isEqualTo("milestones[1].by");
  }

  // ---- constraints and risks ----

  @Test
  void aConstraintIsReadAsWritten() {
    ScenarioSpec spec =
        spec(
            """
            sites: {east: {pue: 1.2}}
            phases:
              a: {site: east}
              b: {}
              c: {site: {value: east}}
            constraints:
              grid: {limits: facility_power, applies_to: [east], available: {value: [{from: 2026, at: 1 GW}, {from: 2027, at: 2 GW}], source: s}}
              chips: {limits: gpu_count, supply: {2027: 5, 2025: 3, 2026: 4}}
              one: {limits: it_power, applies_to: [b], available: [{from: 2026, at: 1 GW}]}
            """);
    ConstraintSpec grid = spec.constraints().get(0);
    assertThat(grid.id()).isEqualTo("grid");
    assertThat(grid.limits()).isEqualTo(PhaseParameter.FACILITY_POWER);
    assertThat(grid.appliesTo()).containsExactlyInAnyOrder("a", "c");
    ConstraintSpec.Levels levels = (ConstraintSpec.Levels) grid.availability();
    assertThat(levels.steps()).extracting(step -> number(step.size())).containsExactly(1e9, 2e9);
    assertThat(levels.steps())
        .allMatch(step -> step.size().provenance().source().equals(java.util.Optional.of("s")));
    ConstraintSpec chips = spec.constraints().get(1);
    assertThat(chips.appliesTo()).containsExactlyInAnyOrder("a", "b", "c");
    ConstraintSpec.Supply supply = (ConstraintSpec.Supply) chips.availability();
    assertThat(supply.years())
        .extracting(ConstraintSpec.YearlyAmount::year)
        .containsExactly(2025, 2026, 2027);
    assertThat(supply.years()).extracting(y -> number(y.amount())).containsExactly(3.0, 4.0, 5.0);
    assertThat(spec.constraints().get(2).appliesTo()).containsExactly("b");
  }

  @Test
  void yearsWithoutSupplyAreWarnedOf() {
    String years = "constraints: {c: {limits: gpu_count, supply: {2026: 5k, 2027: 5k}}}\n";
    assertThat(ProjectedYaml.warnings(GOOD + "horizon: {from: 2026, to: 2027}\n" + years))
        .isEmpty();
    assertThat(
            ProjectedYaml.warnings(GOOD + "horizon: {from: 2025-12-31, to: 2028-01-01}\n" + years))
        .containsExactly(
            "scenario.yaml:5:46: constraints.c.supply: nothing is supplied in years that are not"
                + " listed: 2025, 2028");
  }

  @Test
  void aRiskIsReadAsWritten() {
    RiskSpec risk =
        spec("phases: {a: {}, b: {}}\nrisks: {r: {probability: 40%, delay: 6 months, applies_to: [b]}}\n")
            .risks()
            .get(0);
    assertThat(risk.id()).isEqualTo("r");
    assertThat(number(risk.probability())).isEqualTo(0.4);
    assertThat(number(risk.delay())).isEqualTo(6 * 30.4375);
    assertThat(risk.appliesTo()).containsExactly("b");
    assertThat(risk.delay().path()).isEqualTo("risks.r.delay");
    assertThat(spec("risks: {r: {probability: 40%, delay: 1}}\n").risks().get(0).appliesTo())
        .containsExactly("good");
  }

  @Test
  void aSiteWithoutAPhaseIsWarnedOf() {
    assertThat(
            ProjectedYaml.warnings(
                GOOD + "sites: {east: {pue: 1.2}, west: {pue: 1.2}}\nsite: east\n"))
        .containsExactly("scenario.yaml:4:33: sites.west: no phase is at this site");
    assertThat(
            ProjectedYaml.warnings(
                GOOD + "sites: {east: {pue: 1.2}, west: {pue: 1.2}}\nphases: {a: {site: west}}\n"))
        .containsExactly("scenario.yaml:4:15: sites.east: no phase is at this site");
  }

  @Test
  void datesBelowMilestonesAboveAreWarnedOf() {
    String yaml =
        "name: p\nmilestones: [{by: 2026, gpu_count: 5k}]\nphases: {a: {online: 2027}, b: {ramp: 1 year}, c: {}}\n";
    assertThat(ProjectedYaml.warnings(yaml))
        .containsExactly(
            "scenario.yaml:3:22: phases.a.online: online has no effect: milestones"
                + " (scenario.yaml:2:1) has its own dates",
            "scenario.yaml:3:39: phases.b.ramp: ramp has no effect: milestones (scenario.yaml:2:1)"
                + " has its own dates");
  }

  @Test
  void aLeasedShellSizedByCapexIsWarnedOf() {
    assertThat(
            ProjectedYaml.warnings("name: p\ncapex: $1bn\nonline: 2026\nownership: lease_shell\n"))
        .containsExactly(
            "scenario.yaml:1:1: the capex that sizes this phase includes the building, which"
                + " ownership lease_shell rents; only compute counts as capex spent");
    assertThat(ProjectedYaml.warnings("name: p\ncapex: $1bn\nonline: 2026\nownership: own\n"))
        .isEmpty();
    assertThat(
            ProjectedYaml.warnings(
                "name: p\nit_power: 1 GW\nonline: 2026\nownership: lease_shell\n"))
        .isEmpty();
  }

  // ---- claims and expectations ----

  @Test
  void aStatedClaimIsReadAsWritten() {
    List<Claim> claims =
        ProjectedYaml.load(
                GOOD
                    + """
                    claims:
                      - {id: a, title: t, metric: facility_power_gw, basis: it, at_least: 1500 MW, by: 2026-06, scope: s, statement: w, source: x}
                      - {id: b, metric: cumulative_capex_usd_bn, at_least: $80bn, by: 2027}
                      - {id: c, metric: gpu_count, at_least: 5, by: 2027}
                      - {id: d, metric: peak_flops, at_least: 1 EFLOP/s, by: 2027}
                      - {id: e, metric: training_run_flop, at_least: 1e27, by: 2027}
                      - stargate-1gw-2025
                    """)
            .claims();
    Claim first = claims.get(0);
    assertThat(first)
        .isEqualTo(
            new Claim(
                "a",
                "t",
                Metric.FACILITY_POWER_GW,
                Basis.IT,
                1.5,
                LocalDate.of(2026, 6, 30),
                "s",
                "w",
                new Provenance(
                    java.util.Optional.of("x"),
                    java.util.Optional.empty(),
                    java.util.Optional.empty())));
    assertThat(claims).extracting(Claim::atLeast).containsExactly(1.5, 80.0, 5.0, 1e18, 1e27, 1.0);
    assertThat(claims.get(1).basis()).isEqualTo(Basis.FACILITY);
    assertThat(claims.get(1).title()).isEmpty();
    assertThat(claims.get(5).id()).isEqualTo("stargate-1gw-2025");
    assertThat(claims.get(5).statement()).isNotEmpty();
  }

  @Test
  void anExpectationIsReadAsWritten() {
    List<Expectation> read =
        ProjectedYaml.load(
                GOOD
                    + "expect:\n  - ' gpu_count@2027 > 1 '\n"
                    + "  - {expr: gpu_count@2028 > 1, level: warn, message: why}\n"
                    + "  - prob(stargate-1gw-2025) < 5%\n")
            .expectations();
    assertThat(read)
        .extracting(Expectation::text)
        .containsExactly(
            "gpu_count@2027 > 1", "gpu_count@2028 > 1", "prob(stargate-1gw-2025) < 5%");
    assertThat(read)
        .extracting(Expectation::level)
        .containsExactly(
            Expectation.Severity.ERROR, Expectation.Severity.WARN, Expectation.Severity.ERROR);
    assertThat(read).extracting(Expectation::message).containsExactly("", "why", "");
    assertThat(read.get(1).origin()).isEqualTo(new Expectation.Place("scenario.yaml", 6, 12));
  }

  @Test
  void aMistakeInAnExpressionOfSeveralLinesIsNamedWhereItBegins() {
    assertThat(errors("expect:\n  - |\n    gpu_count@2027 > 1\n    or gpu_cout@2027 > 1\n"))
        .singleElement()
        .asString()
        .startsWith("scenario.yaml:5:5: expect[0]: found the unknown metric 'gpu_cout'");
  }

  // ---- keys ----

  @Test
  void onlySoManyKnownKeysAreListed() {
    assertThat(errors("zzzzzzzzz: 1\n"))
        .containsExactly(
            "scenario.yaml:4:1: found the unknown key 'zzzzzzzzz'; expected a known key:"
                + " 'stargate-calc schema scenario' lists them");
    assertThat(errors("horizon: {zzzzzzzzz: 1}\n"))
        .containsExactly(
            "scenario.yaml:4:11: horizon: found the unknown key 'zzzzzzzzz'; expected one of from,"
                + " to");
  }

  @Test
  void aKeyOfSixtyCharactersIsShownWhole() {
    String sixty = "z".repeat(60);
    assertThat(errors(sixty + ": 1\n").get(0)).contains("'" + sixty + "'");
    assertThat(errors(sixty + "y: 1\n").get(0)).contains("'" + sixty + "…'");
  }

  @Test
  void theEndOfANumberWithACommaIsNotTakenForAKey() {
    assertThat(plan("milestones: [{by: 2026, gpu_count: 100,000}]"))
        .containsExactly(
            "scenario.yaml:2:40: milestones[0]: found '000' alone after a comma; expected a number"
                + " without commas: write 100000, 100_000 or 100k for 100,000");
    assertThat(plan("milestones: [{by: 2026, gpu_count: 100, 0000: }]").get(0))
        .contains("the unknown key '0000'");
    assertThat(plan("milestones: [{by: 2026, gpu_count: 100, 000: 1}]").get(0))
        .contains("the unknown key '000'");
  }

  @Test
  void aHundredUnknownKeysEachHaveASuggestion() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      // pua0 to puk0, each two letters from pue
      many.append("pu").append((char) ('a' + i / 10)).append(i % 10).append(": 1\n");
    }
    List<String> errors = errors(many.toString());
    assertThat(errors).hasSize(101);
    assertThat(errors).allSatisfy(error -> assertThat(error).endsWith("(did you mean pue?)"));
  }
}
