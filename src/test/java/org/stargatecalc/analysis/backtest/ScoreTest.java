package org.stargatecalc.analysis.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.provenance.Provenance;

class ScoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static BacktestPoint point(double recorded, double model, double months, int inside) {
    return new BacktestPoint(
        DAY,
        PointSet.HAPPENED,
        Basis.FACILITY,
        recorded,
        false,
        Optional.empty(),
        List.of(
            new ModelReading(
                ModelReading.PROJECTION,
                model,
                Optional.of(DAY),
                months,
                inside < 0 ? OptionalDouble.empty() : OptionalDouble.of(inside))));
  }

  @Test
  void scoresAreMeansOverWhatIsKnown() {
    // errors +50, −100, +10 MW on 100, 400 and 0 MW: MAPE (0.5 + 0.25) / 2, bias −40 / 500
    Score score =
        Score.of(
            ModelReading.PROJECTION,
            List.of(
                point(100, 150, -2, 1),
                point(400, 300, Double.NaN, 0),
                point(0, 10, Double.NaN, -1)));
    assertThat(score.points()).isEqualTo(3);
    assertThat(score.positivePoints()).isEqualTo(2);
    assertThat(score.mape()).isCloseTo(0.375, within(1e-15));
    assertThat(score.bias()).isCloseTo(-0.08, within(1e-15));
    assertThat(score.meanErrorMw()).isCloseTo(-40.0 / 3, within(1e-12));
    assertThat(score.meanAbsoluteErrorMw()).isCloseTo(160.0 / 3, within(1e-12));
    assertThat(score.meanErrorMonths()).isEqualTo(-2);
    assertThat(score.insideBand()).isEqualTo(0.5);
    assertThat(score.within()).isZero();
  }

  @Test
  void nothingScoresNothing() {
    Score score = Score.of("doubling", List.of(point(100, 150, 0, -1)));
    assertThat(score.points()).isZero();
    assertThat(score.mape()).isNaN();
    assertThat(score.insideBand()).isNaN();
  }

  @Test
  void aPathGrowsEvenlyBetweenItsKnotsAndIsLevelAfterThem() {
    BaselineCurve curve =
        new BaselineCurve(
            new BaselinePath(
                "x",
                "x",
                List.of(knot("2025-01-01", 100), knot("2025-01-03", 400)),
                OptionalDouble.empty()));
    assertThat(curve.mwAt(LocalDate.of(2025, 1, 2))).isCloseTo(200, within(1e-9));
    assertThat(curve.mwAt(LocalDate.of(2024, 12, 31))).isCloseTo(50, within(1e-9));
    assertThat(curve.mwAt(LocalDate.of(2029, 1, 1))).isEqualTo(400);
    assertThat(curve.reachedOn(150)).contains(LocalDate.of(2025, 1, 2));
    assertThat(curve.reachedOn(401)).isEmpty();
  }

  @Test
  void aTrendDoublesInAYear() {
    BaselineCurve curve =
        new BaselineCurve(
            new BaselinePath("x", "x", List.of(knot("2025-03-31", 300)), OptionalDouble.of(2)));
    // 1461 days are four years of 365.25
    assertThat(curve.mwAt(LocalDate.of(2029, 3, 31))).isCloseTo(4800, within(1e-9));
    assertThat(curve.mwAt(LocalDate.of(2021, 3, 31))).isCloseTo(18.75, within(1e-9));
  }

  private static BaselinePath.Knot knot(String date, double mw) {
    return new BaselinePath.Knot(LocalDate.parse(date), mw, Provenance.NONE);
  }
}
