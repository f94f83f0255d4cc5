package org.stargatecalc.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddsTest {
  /** Each word from its bound on, as in the IPCC's guidance note of 2010. */
  @ParameterizedTest
  @CsvSource({
    "1, very likely",
    "0.9, very likely",
    "0.8999, likely",
    "0.66, likely",
    "0.6599, as likely as not",
    "0.33, as likely as not",
    "0.3299, unlikely",
    "0.1, unlikely",
    "0.0999, very unlikely",
    "0, very unlikely",
  })
  void aProbabilityHasAWord(double probability, String words) {
    assertThat(Odds.of(probability).words()).isEqualTo(words);
  }

  @Test
  void aCentralCaseContradictsWhatMostDrawsSay() {
    assertThat(Odds.contradict(Verdict.MET, 0.36)).isTrue();
    assertThat(Odds.contradict(Verdict.MET, 0.5)).isFalse();
    assertThat(Odds.contradict(Verdict.LATE, 0.51)).isTrue();
    assertThat(Odds.contradict(Verdict.NOT_REACHED, 0.2)).isFalse();
    assertThat(Odds.contradict(Verdict.BEFORE_HORIZON, Double.NaN)).isFalse();
  }
}
