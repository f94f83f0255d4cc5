package org.stargatecalc.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.quantity.InvalidTextException;

/** A row is a function of its number. */
class CombinationsTest {
  private static List<Axis> axes(String... texts) throws InvalidTextException {
    List<Axis> axes = new ArrayList<>();
    for (String text : texts) {
      axes.add(Axis.of(text));
    }
    return axes;
  }

  private static List<List<String>> rows(Combinations combinations) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < combinations.rows(); row++) {
      rows.add(combinations.settings(row));
    }
    return rows;
  }

  @Test
  void theLastAxisOfAGridChangesFastest() throws InvalidTextException {
    assertThat(rows(Combinations.grid(axes("a=1,2", "b=x,y,z"))))
        .containsExactly(
            List.of("a=1", "b=x"),
            List.of("a=1", "b=y"),
            List.of("a=1", "b=z"),
            List.of("a=2", "b=x"),
            List.of("a=2", "b=y"),
            List.of("a=2", "b=z"));
  }

  @Test
  void valuesTogetherGoSideBySide() throws InvalidTextException {
    assertThat(rows(Combinations.together(axes("a=1,2", "b=x,y"))))
        .containsExactly(List.of("a=1", "b=x"), List.of("a=2", "b=y"));
    assertThatThrownBy(() -> Combinations.together(axes("a=1,2", "b=x")))
        .isInstanceOf(InvalidTextException.class)
        .hasMessageContaining("2 values of a and 1 of b");
  }

  /** 64 points of a scrambled Sobol sequence: each eighth of an axis has an eighth of them. */
  @Test
  void pointsFillTheRangesEvenly() throws InvalidTextException {
    Combinations points = Combinations.sample(axes("a=0..8", "b=0..8"), 64, 1);
    for (int axis = 0; axis < 2; axis++) {
      int[] counts = new int[8];
      for (int row = 0; row < 64; row++) {
        counts[(int) Double.parseDouble(points.text(row, axis))]++;
      }
      assertThat(counts).containsOnly(8);
    }
    assertThat(rows(Combinations.sample(axes("a=0..8", "b=0..8"), 64, 1))).isEqualTo(rows(points));
    assertThat(rows(Combinations.sample(axes("a=0..8", "b=0..8"), 64, 2)))
        .isNotEqualTo(rows(points));
  }

  @Test
  void aParameterIsVariedOnceAndAMillionTimesAtMost() throws InvalidTextException {
    assertThatThrownBy(() -> Combinations.grid(axes("a=1", "a=2")))
        .isInstanceOf(InvalidTextException.class);
    assertThatThrownBy(() -> Combinations.grid(axes("a=1..2")))
        .isInstanceOf(InvalidTextException.class);
    assertThat(Combinations.grid(axes("a=1..2 in 1000", "b=1..2 in 1000")).rows())
        .isEqualTo(1_000_000);
    assertThatThrownBy(() -> Combinations.grid(axes("a=1..2 in 1001", "b=1..2 in 1000")))
        .isInstanceOf(InvalidTextException.class);
  }
}
