package org.stargatecalc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a dollar of capital becomes a yearly cost. */
class AmortizationTest {
  /** What is paid every year, discounted to the start, is the dollar that was spent. */
  @ParameterizedTest
  @CsvSource({"6.5%, 5", "10%, 14", "0.01%, 3", "-2%, 4", "300%, 2", "0%, 7"})
  void theYearlyPaymentsOfAnAnnuityPayTheDollarBack(String percent, int years) {
    double rate = Double.parseDouble(percent.replace("%", "")) / 100;
    double yearly = Amortization.ANNUITY.perYear(rate, years);
    double paid = 0;
    for (int year = 1; year <= years; year++) {
      paid += yearly / Math.pow(1 + rate, year);
    }
    assertThat(paid).isCloseTo(1, within(1e-12));
  }

  /** A textbook case: 6.5 % over 5 years. */
  @Test
  void anAnnuityIsThatOfATextbook() {
    assertThat(Amortization.ANNUITY.perYear(0.065, 5)).isCloseTo(0.240634537, within(1e-9));
  }

  @Test
  void aRateNearNothingGivesNearlyEqualParts() {
    assertThat(Amortization.ANNUITY.perYear(0, 8)).isEqualTo(1.0 / 8);
    assertThat(Amortization.ANNUITY.perYear(1e-12, 8)).isCloseTo(1.0 / 8, within(1e-12));
  }

  @Test
  void straightLineKnowsNoInterest() {
    assertThat(Amortization.STRAIGHT_LINE.perYear(0.5, 4)).isEqualTo(0.25);
  }
}
