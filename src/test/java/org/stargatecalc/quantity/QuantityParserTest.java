package org.stargatecalc.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar in which a scenario writes numbers. */
class QuantityParserTest {
  /** Compared with ==: conversion is decimal and rounds once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COUNT | 400000 | 400000
          COUNT | 400_000 | 400000
          COUNT | 400k | 400000
          COUNT | 400 k | 400000
          COUNT | 400K | 400000
          COUNT | 400 thousand | 400000
          COUNT | 0.4M | 400000
          COUNT | 0.4 mn | 400000
          COUNT | 0.4 million | 400000
          COUNT | 2bn | 2e9
          COUNT | 2B | 2e9
          COUNT | 2 billion | 2e9
          COUNT | 2tn | 2e12
          COUNT | 2T | 2e12
          COUNT | 2 trillion | 2e12
          COUNT | 100k GPUs | 100000
          COUNT | 1 GPU | 1
          COUNT | 5 chips | 5
          COUNT | 5 packages | 5
          COUNT | 4e5 | 400000
          COUNT | 4E+5 | 400000
          COUNT | +7 | 7
          COUNT | -7 | -7
          COUNT | .5 | 0.5
          COUNT | 1_000.000_5 | 1000.0005
          POWER | 2090 | 2090
          POWER | 2090 W | 2090
          POWER | 2.09 kW | 2090
          POWER | 2.09kW | 2090
          POWER | 147 MW | 147e6
          POWER | 0.9 GW | 0.9e9
          POWER | 0.001 TW | 1e9
          ENERGY | 1 | 1
          ENERGY | 1000 Wh | 1
          ENERGY | 1.4 kWh | 1.4
          ENERGY | 1.4 MWh | 1400
          ENERGY | 2 GWh | 2e6
          ENERGY | 2 TWh | 2e9
          SHARE | 60% | 0.6
          SHARE | 60 % | 0.6
          SHARE | 37.5 percent | 0.375
          SHARE | 0.6 | 0.6
          RATIO | 1.2 | 1.2
          RATIO | 120% | 1.2
          RATIO | 1.38x | 1.38
          DURATION | 90 | 90
          DURATION | 1 day | 1
          DURATION | 90 days | 90
          DURATION | 90d | 90
          DURATION | 2 weeks | 14
          DURATION | 1 week | 7
          DURATION | 6 months | 182.625
          DURATION | 1 month | 30.4375
          DURATION | 1 mo | 30.4375
          DURATION | 1 quarter | 91.3125
          DURATION | 2 quarters | 182.625
          DURATION | 1 year | 365.25
          DURATION | 5 years | 1826.25
          DURATION | 5 yrs | 1826.25
          DURATION | 1 yr | 365.25
          DURATION | 1 y | 365.25
          DURATION | 12 hours | 0.5
          DURATION | 12 h | 0.5
          DURATION | 6 hour | 0.25
          MONEY | $80bn | 80e9
          MONEY | $ 80 bn | 80e9
          MONEY | 80 bn USD | 80e9
          MONEY | 80bn US$ | 80e9
          MONEY | USD 80bn | 80e9
          MONEY | US$80bn | 80e9
          MONEY | 80 bn dollars | 80e9
          MONEY | $1.5tn | 1.5e12
          MONEY | $500 billion | 500e9
          MONEY | $400M | 400e6
          MONEY | -$1 | -1
          MONEY | +$1 | 1
          MONEY | 80 | 80
          MONEY_PER_COUNT | $54403/GPU | 54403
          MONEY_PER_COUNT | $54.403k/GPU | 54403
          MONEY_PER_COUNT | 30k USD/chip | 30000
          MONEY_PER_COUNT | $30k / package | 30000
          MONEY_PER_POWER | $12.28/W | 12.28
          MONEY_PER_POWER | $12.28M/MW | 12.28
          MONEY_PER_POWER | $12.28bn/GW | 12.28
          MONEY_PER_POWER | $12280/kW | 12.28
          MONEY_PER_POWER | 12.28 USD/W | 12.28
          MONEY_PER_POWER_TIME | $0.30/W-year | 0.3
          MONEY_PER_POWER_TIME | $10bn/GW-year | 10
          MONEY_PER_POWER_TIME | $10bn/GW-yr | 10
          MONEY_PER_POWER_TIME | $120/kW-month | 1.44
          MONEY_PER_POWER_TIME | $2M/MW-y | 2
          MONEY_PER_ENERGY | $65/MWh | 0.065
          MONEY_PER_ENERGY | $0.12/kWh | 0.12
          MONEY_PER_ENERGY | 8.3 c/kWh | 0.083
          MONEY_PER_ENERGY | 8.3c/kWh | 0.083
          MONEY_PER_ENERGY | 8.3 ¢/kWh | 0.083
          MONEY_PER_ENERGY | $65k/GWh | 0.065
          MONEY_PER_COUNT_TIME | $2.20/GPU-hour | 2.2
          MONEY_PER_COUNT_TIME | $2.20/GPU-h | 2.2
          MONEY_PER_COUNT_TIME | 2.20 USD/chip-hr | 2.2
          COMPUTE_RATE | 2.5 PFLOP/s | 2.5e15
          COMPUTE_RATE | 1979 TFLOP/s | 1979e12
          COMPUTE_RATE | 1979 TFLOPS | 1979e12
          COMPUTE_RATE | 1 EFLOPs/s | 1e18
          COMPUTE_RATE | 3 ZFLOP/s | 3e21
          COMPUTE_RATE | 1.979e15 | 1.979e15
          COMPUTE | 1.3e27 FLOP | 1.3e27
          COMPUTE | 1.3e27 | 1.3e27
          COMPUTE | 2 ZFLOPs | 2e21
          COMPUTE | 2 tn | 2e12
          """)
  void everyUnitConvertsExactlyToTheBaseUnit(Dimension dimension, String text, double value)
      throws InvalidTextException {
    assertThat(QuantityParser.parse(text, dimension)).isEqualTo(value);
  }

  @Test
  void spacesOfPrintAreSpaces() throws InvalidTextException {
    // U+00A0 and U+202F stand between number and unit in well-set text
    assertThat(QuantityParser.parse(" 2.09\u00a0kW ", Dimension.POWER)).isEqualTo(2090);
    assertThat(QuantityParser.parse("2.09\u202fkW", Dimension.POWER)).isEqualTo(2090);
    assertThat(QuantityParser.parse("2.09   kW", Dimension.POWER)).isEqualTo(2090);
  }

  @Test
  void conversionRoundsOnceAndNotTwice() throws InvalidTextException {
    // In doubles 0.083 × 0.001 × 1000, 1.1 × 1e9 and 4.35 × 100 / 100 all miss; decimals do not.
    assertThat(QuantityParser.parse("$1.1/MWh", Dimension.MONEY_PER_ENERGY)).isEqualTo(0.0011);
    assertThat(QuantityParser.parse("1.1 GW", Dimension.POWER)).isEqualTo(1.1e9);
    assertThat(QuantityParser.parse("4.35%", Dimension.SHARE)).isEqualTo(0.0435);
    // one digit above the middle between 1 and the next double, which 34 digits do not tell from it
    assertThat(
            QuantityParser.parse(
                "1.00000000000000011102230246251565404236316680908203126 W", Dimension.POWER))
        .isEqualTo(Math.nextUp(1.0));
    // 1/24 does not end in decimals: the nearest double to the quotient
    assertThat(QuantityParser.parse("1 hour", Dimension.DURATION)).isEqualTo(1.0 / 24);
  }

  /** An error names what was found as well as what its place asks for, whichever way round. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POWER | 1.4 kWh | an energy (1.4 kWh) | a power, such as 2.09 kW or 0.9 GW
          ENERGY | 1.4 kW | a power (1.4 kW) | an energy, such as 1.4 MWh or 2 TWh
          POWER | $5 | an amount of money ($5) | a power, such as 2.09 kW or 0.9 GW
          MONEY | 5 W | a power (5 W) | an amount of money, such as $80bn or 80 bn USD
          MONEY | $5/W | an amount of money per power ($5/W) | an amount of money, such as $80bn or 80 bn USD
          MONEY_PER_POWER | $5 | an amount of money ($5) | an amount of money per power, such as $12.28/W or $12.28M/MW
          MONEY_PER_POWER | $5/MWh | an amount of money per energy ($5/MWh) | an amount of money per power, such as $12.28/W or $12.28M/MW
          MONEY_PER_ENERGY | $5/MW | an amount of money per power ($5/MW) | an amount of money per energy, such as $65/MWh or 8.3 c/kWh
          MONEY_PER_POWER_TIME | $5/W | an amount of money per power ($5/W) | an amount of money per power and year, such as $0.30/W-year or $10bn/GW-year
          MONEY_PER_POWER | $5/W-year | an amount of money per power and year ($5/W-year) | an amount of money per power, such as $12.28/W or $12.28M/MW
          MONEY_PER_COUNT | $5/GPU-hour | an amount of money per GPU-hour ($5/GPU-hour) | an amount of money per GPU, such as $54403/GPU or $54.4k/GPU
          COUNT | 5 MW | a power (5 MW) | a count, such as 400000, 400_000, 400k or 0.4M
          POWER | 5 GPUs | a count (5 GPUs) | a power, such as 2.09 kW or 0.9 GW
          SHARE | 5 days | a duration (5 days) | a share, such as 60% or 0.6
          DURATION | 60% | a share (60%) | a duration, such as 6 months, 90 days or 5 years
          RATIO | 5k | a count (5k) | a ratio, such as 1.2
          COMPUTE_RATE | 5 PFLOP | an amount of compute (5 PFLOP) | a compute rate, such as 2.5 PFLOP/s
          COMPUTE | 5 PFLOP/s | a compute rate (5 PFLOP/s) | an amount of compute, such as 1.3e27 FLOP
          """)
  void aWrongDimensionIsRefusedByName(
      Dimension dimension, String text, String found, String expected) {
    InvalidTextException fault = refused(text, dimension);
    assertThat(fault.found()).isEqualTo(found);
    assertThat(fault.expected()).isEqualTo(expected);
    assertThat(fault).hasMessage(found + "; expected " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100,000 | a number without commas: write 100000, 100_000 or 100k
          1,000,000 | a number without commas: write 1000000, 1_000_000 or 1M
          403,200 | a number without commas: write 403200, 403_200 or 403.200k
          100,000 GPUs | a number without commas: write 100000, 100_000 or 100k
          $100,000 | a number without commas: write 100000, 100_000 or 100k
          1,5 | a number without a comma: the decimal sign is a point, as in 1.5
          1,50 GW | a number without a comma: the decimal sign is a point, as in 1.5
          1,0000 | a number without a comma: the decimal sign is a point, as in 1.5
          123,456,789,012,345 | a number without commas: write 123456789012345, 123_456_789_012_345 or 123456789012.345k
          1,234,567,890,123,456 | a number without a comma: the decimal sign is a point, as in 1.5
          1,234,567,890,123,456,789,012 | a number without a comma: the decimal sign is a point, as in 1.5
          """)
  void aCommaIsRefusedWithTheWaysToWriteIt(String text, String expected) {
    InvalidTextException fault = refused(text, Dimension.COUNT);
    assertThat(fault.found()).isEqualTo("'" + text + "'");
    assertThat(fault.expected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POWER | 2.09 KW | kW
          POWER | 2.09 kw | kW
          POWER | 1 gw | GW
          POWER | 1 Mw | MW
          ENERGY | 1 MWH | MWh
          DURATION | 6 Months | months
          DURATION | 5 YEARS | years
          COMPUTE_RATE | 2.5 pflop/s | PFLOP/s
          """)
  void aUnitInOtherCapitalsIsSuggested(Dimension dimension, String text, String unit) {
    InvalidTextException fault = refused(text, dimension);
    assertThat(fault.found()).startsWith("'" + text + "', whose unit '");
    assertThat(fault.expected()).isEqualTo(dimension.noun() + ": did you mean " + unit + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5 hp", "5 MWW", "5 kilowatts", "5 W h", "5 GW/h", "5 GW 3 MW", "5k5"})
  void anUnknownUnitIsNamed(String text) {
    InvalidTextException fault = refused(text, Dimension.POWER);
    assertThat(fault.found())
        .isEqualTo("'" + text + "', whose unit '" + text.substring(1).strip() + "' is not known");
    assertThat(fault.expected()).isEqualTo("a power, such as 2.09 kW or 0.9 GW");
  }

  @ParameterizedTest
  @CsvSource({"$5 hp, hp", "$5 hp/W, hp/W", "$5bn/hp, bn/hp", "5 c/hp, c/hp", "5 hp USD, hp"})
  void anUnknownUnitOfMoneyIsNamed(String text, String unit) {
    InvalidTextException fault = refused(text, Dimension.MONEY_PER_POWER);
    assertThat(fault.found()).isEqualTo("'" + text + "', whose unit '" + unit + "' is not known");
    assertThat(fault.expected())
        .isEqualTo("an amount of money per power, such as $12.28/W or $12.28M/MW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "inf",
        "abc",
        "kW",
        "--5",
        "+-5",
        "e5",
        "- 5",
        "$",
        "%",
        "true",
        "null",
        "~",
        "1e",
        ".",
        "²",
        "½"
      })
  void whatIsNoNumberIsQuoted(String text) {
    InvalidTextException fault = refused(text, Dimension.COUNT);
    assertThat(fault.found()).contains("'" + text + "'");
    assertThat(fault.expected()).startsWith("a count");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "0x1p3", "1.2.3", "1__0", "1_", "0b11", "1f", "1L", "1d5"})
  void numbersOfProgrammingLanguagesAreRefused(String text) {
    assertThat(refused(text, Dimension.COUNT).found()).contains("whose unit");
  }

  /** Digits of other scripts look like others to some readers, so only 0 to 9 are digits. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0661\u0662", "\uff11\uff12", "\u0967", "1\u0660"})
  void onlyAsciiDigitsAreDigits(String text) {
    assertThatThrownBy(() -> QuantityParser.parse(text, Dimension.COUNT))
        .isInstanceOf(InvalidTextException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "9e999", "1e308 M"})
  void aNumberThatOverflowsIsRefusedAndNeverInfinite(String text) {
    InvalidTextException fault = refused(text, Dimension.COUNT);
    assertThat(fault.found()).isEqualTo("'" + text + "', which is too large for a number");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsRefusedInEveryDimension(Dimension dimension) {
    for (String text : new String[] {"", " ", "   "}) {
      InvalidTextException fault = refused(text, dimension);
      assertThat(fault.found()).isEqualTo("nothing");
      assertThat(fault.expected()).isEqualTo(dimension.noun() + ", such as " + dimension.example());
    }
  }

  @Test
  void aLongTextIsRefusedWithoutRepeatingIt() throws InvalidTextException {
    InvalidTextException fault = refused("1".repeat(81), Dimension.COUNT);
    assertThat(fault.found()).isEqualTo("a text of 81 characters");
    // 80 characters are still read, and repeated in full
    assertThat(QuantityParser.parse("0".repeat(79) + "1", Dimension.COUNT)).isEqualTo(1);
    String longest = "1 " + "x".repeat(78);
    assertThat(refused(longest, Dimension.COUNT).found())
        .isEqualTo("'" + longest + "', whose unit '" + longest.substring(2) + "' is not known");
    // a million must not take noticeable time
    assertThat(refused("9".repeat(1_000_000), Dimension.COUNT).found())
        .isEqualTo("a text of 1000000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"€5", "£5", "€5bn"})
  void otherCurrenciesAreNotConverted(String text) {
    assertThat(refused(text, Dimension.MONEY).expected())
        .isEqualTo("US dollars of 2025: other currencies are not converted");
  }

  /** An example that a message offers must itself be readable, with the value it stands for. */
  @ParameterizedTest
  @EnumSource
  void everyExampleInAMessageIsValid(Dimension dimension) throws InvalidTextException {
    for (String example : dimension.example().split(", | or ")) {
      assertThat(QuantityParser.parse(example, dimension)).as(example).isPositive();
    }
  }

  private static InvalidTextException refused(String text, Dimension dimension) {
    InvalidTextException fault =
        catchThrowableOfType(
            InvalidTextException.class, () -> QuantityParser.parse(text, dimension));
    assertThat(fault).as("'%s' as %s was accepted", text, dimension).isNotNull();
    return fault;
  }
}
