package org.stargatecalc.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.expression.ExpressionReader.InvalidExpressionException;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Statistic;

/** The grammar in which a scenario says what it is expected to give. */
class ExpressionReaderTest {
  private static Expression.Comparison comparison(String text) throws InvalidExpressionException {
    return (Expression.Comparison) ExpressionReader.parse(text);
  }

  private static InvalidExpressionException refused(String text) {
    InvalidExpressionException fault =
        catchThrowableOfType(InvalidExpressionException.class, () -> ExpressionReader.parse(text));
    assertThat(fault).as("'%s' was accepted", text).isNotNull();
    assertThat(fault).hasMessage("found " + fault.found() + "; expected " + fault.expected());
    return fault;
  }

  // ---- what is measured ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          facility_power_gw@2027-12-31 >= 1200 MW        | AT_LEAST  | 1.2
          facility_power_gw@2027 > 1.5 GW                | MORE_THAN | 1.5
          facility_power_gw@2027<=0.5GW                  | AT_MOST   | 0.5
          gpu_count@2027 < 400k                          | LESS_THAN | 400000
          gpu_count@2027 == 400_000                      | EQUAL     | 400000
          gpu_count@2027 != 5 GPUs                       | NOT_EQUAL | 5
          cumulative_capex_usd_bn@2027 >= $80bn          | AT_LEAST  | 80
          cumulative_capex_usd_bn@2027 >= $1.5tn         | AT_LEAST  | 1500
          annualized_cost_usd_bn@2027 >= $10bn/year      | AT_LEAST  | 10
          annualized_cost_usd_bn@2027 >= $10 bn / yr     | AT_LEAST  | 10
          annualized_cost_usd_bn@2027 >= 9 bn USD/y      | AT_LEAST  | 9
          capex_per_facility_gw_usd_bn@2027 >= $30bn/GW  | AT_LEAST  | 30
          capex_per_it_gw_usd_bn@2027 >= $30/W           | AT_LEAST  | 30
          cost_per_gpu_hour_usd@2027 < $2.20/GPU-hour    | LESS_THAN | 2.2
          energy_twh@2027 > 1500 GWh                     | MORE_THAN | 1.5
          peak_flops@2027 > 2.5 PFLOP/s                  | MORE_THAN | 2.5e15
          training_run_flop@2027 > 1.3e27 FLOP           | MORE_THAN | 1.3e27
          h100_equivalents@2027 > 1.5M H100e             | MORE_THAN | 1500000
          h100_equivalents@2027 > 1.5MH100e              | MORE_THAN | 1500000
          h100_equivalents@2027 > 1.5M                   | MORE_THAN | 1500000
          annualized_cost_usd_bn@2027 > 9 USD bn/year    | MORE_THAN | 9
          deferred_gpu_hours@2027 > 2bn GPU-hours        | MORE_THAN | 2e9
          deferred_gpu_hours@2027 > 1 GPU-hour           | MORE_THAN | 1
          prob(stargate-1gw-2025) < 5%                   | LESS_THAN | 0.05
          prob(stargate-1gw-2025) < 5 percent            | LESS_THAN | 0.05
          delta(gpu_count@2027) <= 5%                    | AT_MOST   | 0.05
          delta(gpu_count@2027) <= 5 percent             | AT_MOST   | 0.05
          delta(gpu_count@2027) <= 5k                    | AT_MOST   | 5000
          delta(facility_power_gw@2027) >= 60 MW         | AT_LEAST  | 0.06
          delta(prob(stargate-1gw-2025)) <= 3%           | AT_MOST   | 0.03
          """)
  void aBoundIsHeldInTheUnitOfItsMeasure(String text, Operator operator, double bound)
      throws InvalidExpressionException {
    Expression.Comparison read = comparison(text);
    assertThat(read.operator()).isEqualTo(operator);
    assertThat(read.bound()).isCloseTo(bound, within(1e-12 * bound));
    assertThat(read.word()).isEmpty();
    assertThat(read.text()).isEqualTo(text);
    assertThat(text).startsWith(read.measure().text());
  }

  @Test
  void aStockIsTakenAtTheEndOfItsDateAndAFlowOverItsPeriod() throws InvalidExpressionException {
    LocalDate end = LocalDate.of(2027, 12, 31);
    assertThat(comparison("gpu_count@2027 > 1").measure())
        .isEqualTo(
            new Measure.OfMetric(
                Metric.GPU_COUNT, Statistic.CENTRAL, Moment.upTo(end), "gpu_count@2027"));
    assertThat(moment("energy_twh@2027 > 1 TWh"))
        .isEqualTo(new Moment(Optional.of(LocalDate.of(2026, 12, 31)), end));
    assertThat(moment("energy_twh@2027-Q4 > 1 TWh"))
        .isEqualTo(new Moment(Optional.of(LocalDate.of(2027, 9, 30)), end));
    assertThat(moment("energy_twh@2027-12 > 1 TWh"))
        .isEqualTo(new Moment(Optional.of(LocalDate.of(2027, 11, 30)), end));
    // a single day means everything up to it
    assertThat(moment("energy_twh@2027-12-31 > 1 TWh")).isEqualTo(Moment.upTo(end));
  }

  private static Moment moment(String text) throws InvalidExpressionException {
    return ((Measure.OfMetric) comparison(text).measure()).moment();
  }

  @ParameterizedTest
  @CsvSource({"p01, 0.01", "p05, 0.05", "p10, 0.1", "p50, 0.5", "p99, 0.99"})
  void aPercentileIsFrom1To99(String name, double level) throws InvalidExpressionException {
    Measure measure = comparison(name + "( gpu_count @ 2027 ) > 1").measure();
    assertThat(((Measure.OfMetric) measure).statistic())
        .isEqualTo(new Statistic(Statistic.Kind.QUANTILE, level));
    assertThat(measure.text()).isEqualTo(name + "( gpu_count @ 2027 )");
  }

  @Test
  void theMeanAndAChangeKeepTheirWords() throws InvalidExpressionException {
    Measure mean = comparison("mean(gpu_count@2027) > 1").measure();
    assertThat(((Measure.OfMetric) mean).statistic()).isEqualTo(Statistic.MEAN);
    Measure.OfChange share =
        (Measure.OfChange) comparison("delta(mean(gpu_count@2027)) < 5%").measure();
    assertThat(share.relative()).isTrue();
    assertThat(share.of()).isEqualTo(mean);
    assertThat(share.text()).isEqualTo("delta(mean(gpu_count@2027))");
    Measure.OfChange size = (Measure.OfChange) comparison("delta(gpu_count@2027) < 5").measure();
    assertThat(size.relative()).isFalse();
    // percentage points, not a share of a probability
    Measure.OfChange points = (Measure.OfChange) comparison("delta(prob(x)) < 5%").measure();
    assertThat(points.relative()).isFalse();
    assertThat(points.of()).isEqualTo(new Measure.OfProbability("x", "prob(x)"));
  }

  @Test
  void aVerdictIsAWord() throws InvalidExpressionException {
    Expression.Comparison read = comparison("claim( stargate-1gw-2025 ) != not_reached");
    assertThat(read.measure())
        .isEqualTo(new Measure.OfVerdict("stargate-1gw-2025", "claim( stargate-1gw-2025 )"));
    assertThat(read.operator()).isEqualTo(Operator.NOT_EQUAL);
    assertThat(read.word()).contains("not_reached");
    assertThat(read.bound()).isNaN();
    assertThat(read.text()).isEqualTo("claim( stargate-1gw-2025 ) != not_reached");
  }

  // ---- and, or, not ----

  @Test
  void andBindsTighterThanOrAndNotTighterThanBoth() throws InvalidExpressionException {
    Expression a = comparison("gpu_count@2027 > 1");
    Expression b = comparison("gpu_count@2027 > 2");
    Expression c = comparison("gpu_count@2027 > 3");
    assertThat(
            ExpressionReader.parse(
                "gpu_count@2027 > 1 or gpu_count@2027 > 2 and gpu_count@2027 > 3"))
        .isEqualTo(new Expression.Any(List.of(a, new Expression.All(List.of(b, c)))));
    assertThat(
            ExpressionReader.parse(
                "(gpu_count@2027 > 1 or gpu_count@2027 > 2)and gpu_count@2027 > 3 "))
        .isEqualTo(new Expression.All(List.of(new Expression.Any(List.of(a, b)), c)));
    assertThat(ExpressionReader.parse("not gpu_count@2027 > 1 and not (gpu_count@2027 > 2)"))
        .isEqualTo(new Expression.All(List.of(new Expression.Not(a), new Expression.Not(b))));
    assertThat(
            ExpressionReader.parse("gpu_count@2027 > 1\n  or gpu_count@2027 > 2\n").comparisons())
        .isEqualTo(List.of(a, b));
  }

  @Test
  void aClaimMayBeNamedLikeAKeyword() throws InvalidExpressionException {
    assertThat(comparison("claim(not-met) == met").measure().text()).isEqualTo("claim(not-met)");
    assertThat(comparison("prob(or_else) > 1%").measure().text()).isEqualTo("prob(or_else)");
  }

  @Test
  void fiftyLevelsAreRead() throws InvalidExpressionException {
    String inner = "gpu_count@2027 > 1";
    assertThat(ExpressionReader.parse("(".repeat(49) + inner + ")".repeat(49)))
        .isEqualTo(comparison(inner));
    assertThat(ExpressionReader.parse("not ".repeat(49) + inner).comparisons()).hasSize(1);
    assertThat(refused("(".repeat(50) + inner + ")".repeat(50)).expected())
        .isEqualTo("at most 50 levels");
    assertThat(refused("not ".repeat(50) + inner).expected()).isEqualTo("at most 50 levels");
    assertThat(refused("delta(".repeat(60) + inner).expected()).isEqualTo("at most 50 levels");
    // beside each other is not within each other
    assertThat(ExpressionReader.parse(inner + (" and " + inner).repeat(99)).comparisons())
        .hasSize(100);
    assertThat(
            ExpressionReader.parse(
                    "delta(gpu_count@2027) > 1" + " or delta(gpu_count@2027) > 1".repeat(99))
                .comparisons())
        .hasSize(100);
  }

  // ---- what is refused, where, and with which words ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | 0 | the end | a metric at a date, such as facility_power_gw@2027-12-31
          gpu_count@2027 > 1 extra | 17 | '1 extra', whose unit 'extra' is not known | a count, such as 400000, 400_000, 400k or 0.4M
          gpu_count@2027 > 1 ) | 19 | ')' | and, or, or the end
          gpu_count@2027 > 1 and | 22 | the end | a metric at a date, such as facility_power_gw@2027-12-31
          gpu_count@2027 > 1 or  > | 23 | '>' | a metric at a date, such as facility_power_gw@2027-12-31
          (gpu_count@2027 > 1 | 19 | the end | ')'
          gpu_count@2027 = 1 | 15 | '= 1' | one of >=, >, <=, <, ==, !=
          gpu_count@2027 | 14 | the end | one of >=, >, <=, <, ==, !=
          gpu_count > 1 | 10 | '> 1' | '@'
          gpu_count@ > 1 | 11 | '> 1' | a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025
          gpu_count@2027-13 > 1 | 10 | '2027-13', whose month 13 does not exist | a month from 01 to 12
          binding_constraint@2027 == x | 0 | binding_constraint, which is a word | a metric at a date, such as facility_power_gw@2027-12-31
          p50 gpu_count@2027 > 1 | 4 | 'gpu_count@2027 > 1' | '('
          p00(gpu_count@2027) > 1 | 0 | the unknown function 'p00' | p05, p50, p95, mean, prob, delta or claim
          p100(gpu_count@2027) > 1 | 0 | the unknown function 'p100' | p05, p50, p95, mean, prob, delta or claim
          median (gpu_count@2027) > 1 | 0 | the unknown function 'median' | p05, p50, p95, mean, prob, delta or claim
          p50(2027) > 1 | 4 | the unknown metric '2027' | a metric at a date, such as facility_power_gw@2027-12-31
          p50(gpu_count@2027 > 1 | 19 | '> 1' | ')'
          mean gpu_count@2027 > 1 | 5 | 'gpu_count@2027 > 1' | '('
          prob() > 1% | 5 | ') > 1%' | the id of a claim
          prob x > 1% | 5 | 'x > 1%' | '('
          prob(x > 1% | 7 | '> 1%' | ')'
          claim(x) > late | 11 | a verdict compared by > | == or !=
          claim(x) == maybe | 12 | 'maybe' | one of met, late, not_reached, beyond_horizon, before_horizon
          claim(x) == | 11 | the end | one of met, late, not_reached, beyond_horizon, before_horizon
          claim(x) == (late) | 12 | '(late)' | one of met, late, not_reached, beyond_horizon, before_horizon
          delta(claim(x)) == 5% | 0 | claim(x) inside delta | a metric at a date, or prob(CLAIM)
          delta(delta(gpu_count@2027)) > 5% | 0 | delta(gpu_count@2027) inside delta | a metric at a date, or prob(CLAIM)
          delta gpu_count@2027 > 5% | 6 | 'gpu_count@2027 > 5%' | '('
          delta(gpu_count@2027 > 5% | 21 | '> 5%' | ')'
          facility_power_gw@2027 > | 24 | the end | a power, such as 2.09 kW or 0.9 GW
          facility_power_gw@2027 > 1 | 25 | '1' without a unit | a power, such as 2.09 kW or 0.9 GW
          facility_power_gw@2027 > -1.5e+3 | 25 | '-1.5e+3' without a unit | a power, such as 2.09 kW or 0.9 GW
          facility_power_gw@2027 > $1bn | 25 | an amount of money ($1bn) | a power, such as 2.09 kW or 0.9 GW
          cost_per_gpu_hour_usd@2027 > $1 | 29 | an amount of money ($1) | an amount of money per GPU-hour, such as $2.20/GPU-hour
          annualized_cost_usd_bn@2027 > $1bn | 30 | an amount of money ($1bn) | an amount of money per year, such as $10bn/year
          annualized_cost_usd_bn@2027 > 10/year | 30 | '10/year', whose unit '/year' is not known | an amount of money per year: write $10/year
          annualized_cost_usd_bn@2027 > 1 GW/year | 30 | '1 GW/year', whose unit 'GW/year' is not known | an amount of money per year, such as $10bn/year
          capex_per_it_gw_usd_bn@2027 > 30 | 30 | '30' without a unit | an amount of money per power, such as $12.28/W or $12.28M/MW
          capex_per_it_gw_usd_bn@2027 > $30bn | 30 | an amount of money ($30bn) | an amount of money per power, such as $12.28/W or $12.28M/MW
          energy_twh@2027 > 2 | 18 | '2' without a unit | an energy, such as 1.4 MWh or 2 TWh
          energy_twh@2027 > 2 GW | 18 | a power (2 GW) | an energy, such as 1.4 MWh or 2 TWh
          h100_equivalents@2027 > 5 GPUs | 24 | a count (5 GPUs) | a number of H100 equivalents, such as 1.5M H100e
          deferred_gpu_hours@2027 > 5 GPUs | 26 | a count (5 GPUs) | a number of GPU-hours, such as 2bn GPU-hours
          h100_equivalents@2027 > x H100e | 24 | 'x H100e' | a number of H100 equivalents, such as 1.5M H100e
          prob(x) < 0.05 | 10 | '0.05' without a unit | a percentage, such as 5%
          prob(x) < | 9 | the end | a percentage, such as 5%
          prob(x) < 5 GW | 10 | a power (5 GW) | a percentage, such as 5%
          delta(facility_power_gw@2027) < 5 | 32 | '5' without a unit | a power, such as 2.09 kW or 0.9 GW
          delta(prob(x)) < 5 | 17 | '5' without a unit | a percentage, such as 5%
          """)
  void aMistakeIsNamedWhereItStands(String text, int offset, String found, String expected) {
    InvalidExpressionException fault = refused(text);
    assertThat(fault.found()).isEqualTo(found);
    assertThat(fault.expected()).isEqualTo(expected);
    assertThat(fault.offset()).isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({
    "facility_powr_gw@2027 > 1 GW, facility_power_gw",
    "p50(gpu_cout@2027) > 1, gpu_count",
    "claim(x) == lat, late",
    "claim(x) == xxxxxxxx, ''",
    "zzzzzzzz@2027 > 1 GW, ''"
  })
  void theNearestKnownWordIsSuggested(String text, String nearest) {
    assertThat(refused(text).suggestion()).isEqualTo(nearest);
  }

  @Test
  void aLongRestIsShortened() {
    String thirty = "x".repeat(30);
    assertThat(refused("gpu_count@2027 " + thirty).found()).isEqualTo("'" + thirty + "'");
    assertThat(refused("gpu_count@2027 " + thirty + "y").found()).isEqualTo("'" + thirty + "…'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"andgpu_count@2027 > 1", "and_x", "and.x", "and-x", "and@x"})
  void aKeywordEndsWhereAWordEnds(String after) {
    // the bound takes what is no keyword for its unit
    assertThat(refused("claim(x) == late " + after).expected()).isEqualTo("and, or, or the end");
  }

  // ---- what a scenario can be asked ----

  private static final Horizon HORIZON =
      new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31));

  private static Optional<String> wrong(String text) throws InvalidExpressionException {
    return Askable.wrong(ExpressionReader.parse(text), HORIZON, Set.of("known-claim"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu_count@2025-01-01 > 1",
        "gpu_count@2030-12-31 > 1",
        "delta(gpu_count@2030) > 1",
        "prob(known-claim) > 1%",
        "claim(known-claim) == met and delta(prob(known-claim)) > 1%"
      })
  void aDateWithinTheHorizonAndAClaimOfTheScenarioCanBeAsked(String text)
      throws InvalidExpressionException {
    assertThat(wrong(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gpu_count@2024-12-31 > 1, gpu_count@2024-12-31",
    "gpu_count@2031-01-01 > 1, gpu_count@2031-01-01",
    "gpu_count@2027 > 1 and gpu_count@2031 > 1, gpu_count@2031",
    "not delta(gpu_count@2031) > 1, gpu_count@2031"
  })
  void aDateOutsideTheHorizonCannotBeAsked(String text, String measure)
      throws InvalidExpressionException {
    assertThat(wrong(text))
        .contains(measure + ", a date outside the horizon, 2025-01-01 to 2030-12-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prob(knwn-claim) > 1%",
        "claim(knwn-claim) == met",
        "delta(prob(knwn-claim)) > 1%"
      })
  void aClaimThatTheScenarioIsNotAskedIsNamedWithTheNearest(String text)
      throws InvalidExpressionException {
    assertThat(wrong(text))
        .contains(
            "the claim 'knwn-claim', which is none of this scenario (did you mean known-claim?)");
    assertThat(wrong("prob(zzzzzz) > 1%"))
        .contains("the claim 'zzzzzz', which is none of this scenario (known-claim)");
  }
}
