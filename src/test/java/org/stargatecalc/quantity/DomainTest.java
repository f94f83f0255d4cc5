package org.stargatecalc.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which values a parameter may have. */
class DomainTest {
  private static final List<Domain> ALL =
      List.of(
          Domain.ANY,
          Domain.POSITIVE,
          Domain.NOT_NEGATIVE,
          Domain.AT_LEAST_ONE,
          Domain.SHARE,
          Domain.POSITIVE_SHARE);

  @Test
  void boundsAreInOrOutAsDescribed() {
    assertThat(Domain.POSITIVE.contains(0)).isFalse();
    assertThat(Domain.POSITIVE.contains(Double.MIN_VALUE)).isFalse();
    assertThat(Domain.POSITIVE.contains(Domain.SMALLEST)).isTrue();
    assertThat(Domain.NOT_NEGATIVE.contains(0)).isTrue();
    assertThat(Domain.NOT_NEGATIVE.contains(-0.0)).isTrue();
    assertThat(Domain.NOT_NEGATIVE.contains(-Double.MIN_VALUE)).isFalse();
    assertThat(Domain.AT_LEAST_ONE.contains(1)).isTrue();
    assertThat(Domain.AT_LEAST_ONE.contains(Math.nextDown(1.0))).isFalse();
    assertThat(Domain.SHARE.contains(1)).isTrue();
    assertThat(Domain.SHARE.contains(Math.nextUp(1.0))).isFalse();
    assertThat(Domain.POSITIVE_SHARE.contains(0)).isFalse();
  }

  @Test
  void noDomainHoldsNanOrInfinity() {
    for (Domain domain : ALL) {
      assertThat(domain.contains(Double.NaN)).as("%s", domain).isFalse();
      assertThat(domain.contains(Double.POSITIVE_INFINITY)).as("%s", domain).isFalse();
      assertThat(domain.contains(Double.NEGATIVE_INFINITY)).as("%s", domain).isFalse();
    }
  }

  @Test
  void isDescribedInWords() {
    assertThat(ALL.stream().map(Domain::describe))
        .containsExactly("any number", "> 0", "≥ 0", "≥ 1", "≥ 0 and ≤ 1", "> 0 and ≤ 1");
    assertThat(new Domain(-1, false, 10).describe()).isEqualTo("> -1 and ≤ 10");
    assertThat(new Domain(0.5, true, 2.5).describe()).isEqualTo("≥ 0.5 and ≤ 2.5");
  }

  @Test
  void boundsMustNotBeReversed() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Domain(2, true, 1));
    // a parameter that can have but one value is none
    assertThatIllegalArgumentException().isThrownBy(() -> new Domain(1, true, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Domain(Double.NaN, true, 1));
  }
}
