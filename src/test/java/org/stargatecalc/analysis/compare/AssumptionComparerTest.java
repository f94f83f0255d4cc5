package org.stargatecalc.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stargatecalc.support.Results;

/** Phases that came, went or only got another name. */
class AssumptionComparerTest {
  private static final String FIRST = "phases.first.";

  private static Results withPhase(String name, double gpus) {
    return Results.named("plan")
        .assume(FIRST + "probability", 1)
        .assume(FIRST + "gpu_count", 10)
        .assume("phases." + name + ".probability", 1)
        .assume("phases." + name + ".gpu_count", gpus)
        .assume("phases." + name + ".pue", 1.2)
        .assume("phases." + name + ".ramp", 30)
        .assume("phases." + name + ".delay", 3);
  }

  private static Comparison compare(Results base, Results other) {
    return new Comparer(List.of(), List.of(), new Tolerance(0, Map.of()))
        .compare(
            Side.present("base", base.result()), List.of(Side.present("other", other.result())));
  }

  @Test
  void aPhaseThatOnlyGotAnotherNameIsFollowed() {
    Comparison comparison = compare(withPhase("old", 100), withPhase("new", 120));
    assertThat(comparison.notes())
        .containsExactly("other: the phase old is called new here, and followed");
    assertThat(comparison.assumptions())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).isEqualTo("phases.old.gpu_count");
              assertThat(change.withPhase()).isFalse();
            });
  }

  @Test
  void aPhaseThatIsAnotherOneWentAndCame() {
    Results other =
        Results.named("plan")
            .assume(FIRST + "probability", 1)
            .assume(FIRST + "gpu_count", 10)
            .assume("phases.new.probability", 0.5)
            .assume("phases.new.gpu_count", 7);
    Comparison comparison = compare(withPhase("old", 100), other);
    assertThat(comparison.notes())
        .containsExactly("other: the phase old is gone", "other: the phase new is new");
    assertThat(comparison.assumptions()).isNotEmpty();
    assertThat(comparison.assumptions()).allMatch(Comparison.AssumptionChange::withPhase);
  }

  @Test
  void whatIsTheSameIsCounted() {
    Comparison comparison = compare(withPhase("old", 100), withPhase("old", 100));
    assertThat(comparison.assumptions()).isEmpty();
    assertThat(comparison.unchanged().assumptions()).isEqualTo(7);
  }
}
