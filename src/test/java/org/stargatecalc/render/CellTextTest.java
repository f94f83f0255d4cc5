package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Cell;

/** Cells as people read them. */
class CellTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GIGAWATT            | 1.1797632   | 1.180
          GIGAWATT            | 0.0042      | 0.0042
          MEGAWATT            | 5           | 5.0
          GPU                 | 1018696.3   | 1,018,696
          GPU_HOUR            | 2.5e9       | 2.5 billion
          PERCENT             | 0.177       | 17.7
          PERCENT_POINT       | 17.7        | 17.7
          SHARE               | 0.123456789 | 12.3457%
          FOUR_DIGITS         | 1.23456     | 1.235
          PLAIN               | 1.23456789  | 1.23457
          """)
  void aNumberIsShownAsItsKindIs(Display display, double value, String shown) {
    assertThat(CellText.of(Cell.number(value, display))).isEqualTo(shown);
    String unit = display.unit();
    assertThat(CellText.of(Cell.quantity(value, display)))
        .isEqualTo(unit.isEmpty() ? shown : shown + " " + unit);
  }

  @Test
  void whatIsMissingIsEmpty() {
    assertThat(CellText.of(Cell.EMPTY)).isEmpty();
    assertThat(CellText.of(Cell.number(Double.NaN, Display.GIGAWATT))).isEmpty();
    assertThat(CellText.of(Cell.quantity(Double.NaN, Display.GIGAWATT))).isEmpty();
  }

  @Test
  void theNumbersOfAColumnHaveTheDecimalsOfTheLargest() {
    // two digits of 0.0042 need a fourth decimal, those of 0.042 do not
    assertThat(column(Display.GIGAWATT, 0.0042, -0.00042, 0))
        .containsExactly("0.0042", "-0.0004", "0.0000");
    assertThat(column(Display.GIGAWATT, 0.0042, -0.042, 0))
        .containsExactly("0.004", "-0.042", "0.000");
  }

  @Test
  void onlyNumbersOfTheSameKindSetTheDecimalsOfAColumn() {
    List<Cell> mixed =
        List.of(
            Cell.number(1e6, Display.GPU),
            Cell.number(0.0042, Display.GIGAWATT),
            Cell.words("none"));
    assertThat(CellText.ofColumn(mixed)).containsExactly("1,000,000", "0.0042", "none");
  }

  private static List<String> column(Display display, double... values) {
    return CellText.ofColumn(
        java.util.Arrays.stream(values).mapToObj(v -> Cell.number(v, display)).toList());
  }

  @Test
  void aCurveRisesInEightStepsToItsFullHeight() {
    // value / full × 7, rounded: 0, 0.5 → 1, 3.5 → 4, 6.4 → 6, 6.5 → 7
    assertThat(curve(1, 0, 0.5 / 7, 0.5, 6.4 / 7, 6.6 / 7, 1)).isEqualTo("▁▂▅▇██");
    assertThat(curve(14, 14, 7, 0)).isEqualTo("█▅▁");
  }

  @Test
  void aCurveStaysWithinItsHeight() {
    assertThat(curve(1, 1.3, 100, -1)).isEqualTo("██▁");
    assertThat(curve(0, 0, 5)).isEqualTo("▁▁");
  }

  private static String curve(double full, double... values) {
    return CellText.of(new Cell.Curve(java.util.Arrays.stream(values).boxed().toList(), full));
  }

  @Test
  void aBarReachesFromOneValueToTheOtherWhicheverIsLess() {
    // 21 columns for 0 to 10: a value stands in column 2 × value
    assertThat(bar(2, 4, 3)).isEqualTo("····██┃██············");
    assertThat(bar(4, 2, 3)).isEqualTo("····██┃██············");
    assertThat(bar(0, 10, 0)).isEqualTo("┃████████████████████");
    assertThat(bar(0, 10, 10)).isEqualTo("████████████████████┃");
    assertThat(bar(5, 5, 7)).isEqualTo("··············┃······");
  }

  private static String bar(double from, double to, double mark) {
    return CellText.of(new Cell.Bar(from, to, mark, 0, 10));
  }

  @Test
  void aBarOnAnAxisWithoutLengthIsItsMark() {
    assertThat(CellText.of(new Cell.Bar(3, 3, 3, 3, 3))).isEqualTo("┃" + "·".repeat(20));
  }

  /** The last digit is that of the first of the error. */
  @ParameterizedTest
  @CsvSource({
    "1.20541, GIGAWATT, 0, 1.205",
    "1.20541, GIGAWATT, 0.0004, 1.205",
    "1.20541, GIGAWATT, 0.0028, 1.205",
    "1.20541, GIGAWATT, 0.028, 1.21",
    "1.20541, GIGAWATT, 0.28, 1.2",
    "1.20541, GIGAWATT, 2.8, 1",
    "460.934, USD_BN, 0.6, 460.9",
    "460.934, USD_BN, 25, 460",
    "403217, GPU, 350, '403,200'",
    "403217, GPU, 0.3, '403,217'",
    "0.31234, PERCENT, 0.02, 31",
    "0.31234, PERCENT, 0.004, 31.2",
    "1.38268e22, SCIENTIFIC, 3e20, 1.38e22",
    "1.2054321, PLAIN, 0.0028, 1.205",
    "0.031234, SHARE, 0.0002, 3.12%",
    "0, GIGAWATT, 0.1, 0.000"
  })
  void anEstimateHasNoMoreDigitsThanItsErrorSupports(
      double value, Display display, double error, String text) {
    assertThat(CellText.of(Cell.estimate(value, display, error))).isEqualTo(text);
  }

  @Test
  void unknownDecimalsLeaveTheirRoomEmpty() {
    assertThat(
            CellText.ofColumn(
                List.of(
                    Cell.estimate(0.876, Display.GIGAWATT, 0.0001),
                    Cell.estimate(1.8241, Display.GIGAWATT, 0.02),
                    Cell.estimate(11.8241, Display.GIGAWATT, 3))))
        .containsExactly("0.876", "1.82 ", "12    ");
  }

  @org.junit.jupiter.api.Test
  void aDeadlineIsMarkedBehindItsValueAndReachingBeforeItsOwn() {
    java.util.List<Double> values = java.util.List.of(0.0, 0.5, 1.0);
    assertThat(CellText.of(new Cell.Curve(values, 1, 0, 2))).isEqualTo("▁│▅╎█");
    assertThat(CellText.of(new Cell.Curve(values, 1, 1, 2))).isEqualTo("▁▅│╎█");
    assertThat(CellText.of(new Cell.Curve(values, 1))).isEqualTo("▁▅█");
  }

  /** In every form, alone and in a column, at distances of a thousandth to 10⁻¹⁰ of the bound. */
  @Test
  void aNumberBesideItsBoundDiffersFromItInPrint() {
    for (Display display : Display.values()) {
      for (double bound : new double[] {0.05, 1, 30, 99.5, 464, 1e5, 4.33e9, 1.03e26}) {
        for (double share = 1e-3; share > 1e-11; share /= 10) {
          double value = bound * (1 - share);
          Cell measured = Cell.apart(Cell.number(value, display), bound);
          Cell held = Cell.apart(Cell.number(bound, display), value);
          assertThat(CellText.of(measured)).isNotEqualTo(CellText.of(held));
          assertThat(CellText.ofColumn(List.of(measured, held))).doesNotHaveDuplicates();
          assertThat(CellText.of(Cell.apart(Cell.quantity(value, display, 0.1 * bound), bound)))
              .isNotEqualTo(CellText.of(Cell.quantity(bound, display, 0.1 * bound)));
        }
      }
    }
    Cell same = Cell.number(1, Display.GIGAWATT);
    assertThat(CellText.of(Cell.apart(same, 1))).isEqualTo(CellText.of(same));
    // never fewer digits than usual: at one digit these are 0.2 and 0.3
    Cell quarter = Cell.number(0.25, Display.exact(Metric.FACILITY_POWER_GW));
    assertThat(CellText.of(Cell.apart(quarter, 0.250000001))).isEqualTo("0.25");
  }
}
