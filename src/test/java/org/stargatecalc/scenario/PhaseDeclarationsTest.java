package org.stargatecalc.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.support.ProjectedYaml;

/** Keys, words and defaults of a phase are declared once and fit together. */
class PhaseDeclarationsTest {
  @Test
  void noTwoDeclarationsShareAKey() {
    List<String> keys = new ArrayList<>();
    PhaseParameter.all().forEach(parameter -> keys.add(parameter.key()));
    PhaseWord.all().forEach(word -> keys.add(word.key()));
    for (ScenarioParameter parameter : ScenarioParameter.values()) {
      keys.add(parameter.key());
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(PhaseWord.class)
  void everyWordOfAClosedListNamesAConstantOfItsOwn(PhaseWord word) {
    assertThat(word.words().isEmpty()).isEqualTo(word.kind() != PhaseWord.Kind.CLOSED);
    List<Object> constants = new ArrayList<>();
    word.words().forEach(w -> constants.add(word.constant(w).orElseThrow()));
    assertThat(constants).doesNotHaveDuplicates().hasSameSizeAs(word.words());
    assertThat(word.constant("no such word")).isEmpty();
    assertThat(word.meaning()).isNotBlank();
  }

  @Test
  void theWordsAreThoseOfTheFormat() {
    assertThat(PhaseWord.SHAPE.words()).containsExactly("linear", "s_curve");
    assertThat(PhaseWord.SHAPE.constant("s_curve")).contains(RampShape.S_CURVE);
    assertThat(PhaseWord.BETWEEN.words()).containsExactly("step", "linear");
    assertThat(PhaseWord.STAGE.words())
        .containsExactly("announced", "secured", "under_construction", "operational");
    assertThat(PhaseWord.OWNERSHIP.words()).containsExactly("own", "lease_shell", "offtake");
    assertThat(PhaseWord.PRECISION.words()).containsExactly("bf16", "fp8");
  }

  /** The program relies on it and does not look. */
  @ParameterizedTest
  @EnumSource(PhaseWord.class)
  void aDefaultWordIsOneOfTheWords(PhaseWord word) {
    var byDefault = ProjectedYaml.CATALOG.defaults().get(word.key());
    if (byDefault != null && word.kind() == PhaseWord.Kind.CLOSED) {
      assertThat(word.words()).contains(byDefault.value());
    }
    if (byDefault != null && word.kind() == PhaseWord.Kind.ACCELERATOR) {
      assertThat(ProjectedYaml.CATALOG.acceleratorIds()).contains(byDefault.value());
    }
  }

  @Test
  void sizesAndSharesAreParametersToo() {
    assertThat(PhaseParameter.SIZE_KEYS)
        .containsExactlyElementsOf(PhaseParameter.SIZES.stream().map(PhaseParameter::key).toList());
    assertThat(PhaseParameter.all()).containsAll(PhaseParameter.SHARES);
    for (PhaseParameter share : PhaseParameter.SHARES) {
      assertThat(share.key()).startsWith("capex_split.");
    }
  }

  @ParameterizedTest
  @EnumSource(PhaseParameter.class)
  void whatMayBeInTwoDimensionsSaysSo(PhaseParameter parameter) {
    assertThat(parameter.alternative()).isNotEqualTo(java.util.Optional.of(parameter.dimension()));
    if (parameter.needsUnit()) {
      assertThat(parameter.alternative()).isPresent();
    }
    assertThat(parameter.daysPerBareNumber())
        .isEqualTo(parameter.key().matches(".*_life|contract_term") ? 365.25 : 1);
  }
}
