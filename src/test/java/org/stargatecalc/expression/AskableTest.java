package org.stargatecalc.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.calendar.Horizon;

/** What a scenario can be asked: its own claims, on dates of its horizon. */
class AskableTest {
  private static final Horizon HORIZON =
      new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31));
  private static final Set<String> CLAIMS = Set.of("one-gw", "five-gw");

  private static Optional<String> wrong(String text) {
    try {
      return Askable.wrong(ExpressionReader.parse(text), HORIZON, CLAIMS);
    } catch (ExpressionReader.InvalidExpressionException fault) {
      throw new AssertionError(text, fault);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu_count@2025-01-01 > 1",
        "gpu_count@2030-12-31 > 1",
        "claim(one-gw) == met",
        "prob(five-gw) >= 5%",
        "delta(prob(five-gw)) >= -5%",
        "gpu_count@2026 > 1 and not (claim(one-gw) == met or gpu_count@2027 < 5)"
      })
  void ownClaimsOnDatesOfTheHorizonCanBeAsked(String text) {
    assertThat(wrong(text)).isEmpty();
  }

  @Test
  void aDateOutsideTheHorizonCannot() {
    assertThat(wrong("gpu_count@2031 > 1"))
        .contains("gpu_count@2031, a date outside the horizon, 2025-01-01 to 2030-12-31");
    assertThat(wrong("gpu_count@2026 > 1 or delta(gpu_count@2024-12-31) > 5%")).isPresent();
  }

  @Test
  void anotherClaimCannotAndTheNearestIsNamed() {
    assertThat(wrong("not claim(one-gv) == met"))
        .contains("the claim 'one-gv', which is none of this scenario (did you mean one-gw?)");
    assertThat(wrong("prob(something-else) > 5%").orElseThrow()).contains("one-gw", "five-gw");
  }

  @Test
  void comparisonsAreFoundInTheirOrder() throws ExpressionReader.InvalidExpressionException {
    assertThat(
            ExpressionReader.parse(
                    "gpu_count@2026 > 1 and not (claim(one-gw) == met or gpu_count@2027 < 5)")
                .comparisons())
        .extracting(Expression.Comparison::text)
        .containsExactly("gpu_count@2026 > 1", "claim(one-gw) == met", "gpu_count@2027 < 5");
  }
}
