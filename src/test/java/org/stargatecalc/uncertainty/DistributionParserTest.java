package org.stargatecalc.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/** What may stand where a number may stand. */
class DistributionParserTest {
  private static final double DAYS_PER_MONTH = 30.4375;

  private static Distribution parse(Dimension dimension, String text) throws InvalidTextException {
    return parser(dimension).parse(text).orElseThrow(() -> new AssertionError("plain: " + text));
  }

  private static DistributionParser parser(Dimension dimension) {
    DistributionParser.ValueReader reader = t -> QuantityParser.parse(t, dimension);
    return new DistributionParser(reader, reader, false);
  }

  private static Distribution date(String text) throws InvalidTextException {
    return new DistributionParser(
            t -> PartialDate.parse(t).last().toEpochDay(),
            t -> QuantityParser.parse(t, Dimension.DURATION),
            true)
        .parse(text)
        .orElseThrow();
  }

  private static InvalidTextException fault(String text) {
    return catchThrowableOfType(
        InvalidTextException.class, () -> parser(Dimension.DURATION).parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "POWER, 1.9 kW to 2.4 kW, 1900, 2400",
    "POWER, 1.9 to 2.4 kW, 1900, 2400",
    "POWER, 1900 to 2400, 1900, 2400",
    "POWER, 900 MW to 1.2 GW, 900e6, 1.2e9",
    "COUNT, 400k to 0.5M, 400000, 500000",
    "COUNT, 400 to 450k, 400000, 450000",
    "SHARE, 5% to 10%, 0.05, 0.1",
    "SHARE, 5 to 10%, 0.05, 0.1",
    "MONEY, $80bn to $100bn, 80e9, 100e9",
    "MONEY, $80 to $100bn, 80e9, 100e9",
    "MONEY_PER_ENERGY, 5.5 c/kWh to 9 c/kWh, 0.055, 0.09",
    "MONEY_PER_ENERGY, $55 to $90/MWh, 0.055, 0.09",
    "RATIO, 1.1 to 1.4, 1.1, 1.4",
    "RATIO, -1 to 1, -1, 1",
  })
  void aRangeIsANinetyPercentInterval(Dimension dimension, String text, double low, double high)
      throws InvalidTextException {
    Distribution range = parse(dimension, text);
    assertThat(range.quantile(0.05)).isCloseTo(low, within(1e-12 * Math.abs(high)));
    assertThat(range.quantile(0.95)).isCloseTo(high, within(1e-12 * Math.abs(high)));
    assertThat(range)
        .isInstanceOf(low > 0 ? Distribution.Lognormal.class : Distribution.Normal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(6, 18 months)",
        "normal(6 months, 2)",
        "pert(1, 2, 6 months)",
        "choice(6: 50%, 12 months: 50%)"
      })
  void aNumberWithoutUnitBesideOthersThatHaveOneIsRefused(String text) {
    assertThat(fault(text).found()).contains("has no unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DURATION | choice(0: 60%, 12 months: 40%)
          DURATION | uniform(180, 12 months)
          COUNT | uniform(90_000, 120k)
          SHARE | normal(75%, 0.05)
          RATIO | uniform(1.1, 1.3)
          """)
  void unlessItCanBeReadInOneWayAlone(Dimension dimension, String text) throws Exception {
    assertThat(parse(dimension, text)).isNotNull();
  }

  @Test
  void theUnitOfTheSecondEndHoldsForTheFirst() throws InvalidTextException {
    Distribution delay = parse(Dimension.DURATION, "6 to 18 months");
    assertThat(delay.quantile(0.05)).isCloseTo(6 * DAYS_PER_MONTH, within(1e-9));
    assertThat(delay.quantile(0.95)).isCloseTo(18 * DAYS_PER_MONTH, within(1e-9));
    Distribution mixed = parse(Dimension.DURATION, "90 days to 1 year");
    assertThat(mixed.quantile(0.05)).isCloseTo(90, within(1e-9));
    assertThat(mixed.quantile(0.95)).isCloseTo(365.25, within(1e-9));
  }

  @Test
  void everyNamedFormIsRead() throws InvalidTextException {
    assertThat(parse(Dimension.DURATION, "normal(5 months, 1 month)"))
        .isEqualTo(new Distribution.Normal(5 * DAYS_PER_MONTH, DAYS_PER_MONTH));
    Distribution lognormal = parse(Dimension.POWER, "lognormal(1.9 kW, 2.4 kW)");
    assertThat(lognormal.quantile(0.05)).isCloseTo(1900, within(1e-9));
    assertThat(lognormal.quantile(0.95)).isCloseTo(2400, within(1e-9));
    assertThat(parse(Dimension.POWER, "uniform( 1 kW , 2 kW )"))
        .isEqualTo(new Distribution.Uniform(1000, 2000));
    assertThat(parse(Dimension.RATIO, "triangular(1.1, 1.2, 1.4)"))
        .isEqualTo(new Distribution.Triangular(1.1, 1.2, 1.4));
    Distribution pert = parse(Dimension.SHARE, "pert(40%, 60%, 90%)");
    assertThat(pert.cdf(0.4)).isZero();
    assertThat(pert.cdf(0.9)).isEqualTo(1);
    Distribution.Beta beta = (Distribution.Beta) parse(Dimension.SHARE, "beta(2, 5)");
    assertThat(beta.a()).isEqualTo(2);
    assertThat(beta.b()).isEqualTo(5);
    Distribution choice = parse(Dimension.DURATION, "choice(12 months: 30%, 0 days: 0.7)");
    assertThat(choice.quantile(0.69)).isZero();
    assertThat(choice.quantile(0.71)).isCloseTo(12 * DAYS_PER_MONTH, within(1e-9));
  }

  @Test
  void datesMayBeUncertain() throws InvalidTextException {
    double low = LocalDate.parse("2026-06-30").toEpochDay();
    double high = LocalDate.parse("2027-03-31").toEpochDay();
    Distribution range = date("2026-06 to 2027-03");
    assertThat(range).isInstanceOf(Distribution.Normal.class);
    assertThat(range.quantile(0.05)).isCloseTo(low, within(1e-9));
    assertThat(range.quantile(0.95)).isCloseTo(high, within(1e-9));
    assertThat(date("normal(2026-06, 2 months)"))
        .isEqualTo(new Distribution.Normal(low, 2 * DAYS_PER_MONTH));
    assertThat(date("uniform(2026-06, 2027-03)")).isEqualTo(new Distribution.Uniform(low, high));
    assertThat(date("triangular(2026-06, 2026-06, 2027-03)"))
        .isEqualTo(new Distribution.Triangular(low, low, high));
    assertThat(date("choice(2027-03: 40%, 2026-06: 60%)").median()).isEqualTo(low);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6 months", "2090", "2.09 kW", "$65/MWh", "-3 days"})
  void aPlainValueIsNoDistribution(String text) throws InvalidTextException {
    assertThat(parser(Dimension.DURATION).parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 to 1 months | whose first end is not below the second",
        "3 months to 3 months | whose first end is not below the second",
        "normal(5 days, 0 days) | standard deviation 0.0 must be > 0",
        "normal(5 days, -1 days) | standard deviation -1.0 must be > 0",
        "normal(5 days) | normal(mean, sd)",
        "lognormal(0 days, 5 days) | low end 0.0 must be > 0",
        "lognormal(5 days, 1 days) | low end 5.0 must be below high end 1.0",
        "uniform(5 days, 5 days) | low end 5.0 must be below high end 5.0",
        "uniform(1 days, 2 days, 3 days) | uniform(low, high)",
        "triangular(1 days, 9 days, 5 days) | mode 9.0 must lie between 1.0 and 5.0",
        "triangular(1 days, 0 days, 5 days) | mode 0.0 must lie between 1.0 and 5.0",
        "pert(1 days, 9 days, 5 days) | mode 9.0 must lie between 1.0 and 5.0",
        "beta(0, 1) | first shape 0.0 must be from 0.4 to 10000",
        "beta(1, -1) | second shape -1.0 must be from 0.4 to 10000",
        "choice(1 days: 50%, 2 days: 40%) | whose probabilities do not sum to 100%",
        "choice(1 days: 60%, 2 days: 60%) | whose probabilities do not sum to 100%",
        "choice(1 days: 100%, 2 days: 0%) | a probability above 0",
        "choice(1 days, 2 days) | without a probability",
        "choice() | without a probability",
        "gamma(1, 2) | the unknown distribution 'gamma'",
        "uniform(1 months | which ends before its ')'",
        "uniform(1 kW, 2 kW) | power",
        "1 kW to 2 kW | power",
      })
  void whatIsNoneIsRefusedWithTheReason(String text, String reason) {
    InvalidTextException fault = fault(text);
    assertThat(fault).as(text).isNotNull();
    assertThat(fault.found() + "; expected " + fault.expected()).contains(reason);
  }
}
