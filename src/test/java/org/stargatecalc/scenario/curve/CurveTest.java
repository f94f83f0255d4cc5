package org.stargatecalc.scenario.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.calendar.RampShape;

/** What a plan is over time: every curve by the same laws. */
class CurveTest {
  private static final double[] DAYS = days(0, 400);

  private static double[] days(int from, int to) {
    double[] days = new double[to - from];
    Arrays.setAll(days, i -> from + i / 2.0);
    return days;
  }

  static Stream<Curve> curves() {
    Ramp ramp = new Ramp(RampShape.S_CURVE);
    ramp.set(1000, 20, 50);
    Milestones steps = new Milestones(new boolean[2], false);
    steps.set(0, 10, 100);
    steps.set(1, 60, 500);
    Milestones linear = new Milestones(new boolean[2], true);
    linear.set(0, 10, 100);
    linear.set(1, 60, 500);
    Growth growth = new Growth();
    growth.set(30, 120, 100, 2);
    Shifted shifted = new Shifted(ramp);
    shifted.set(12.25);
    return Stream.of(ramp, steps, linear, growth, shifted, Curve.NOTHING);
  }

  @ParameterizedTest
  @MethodSource("curves")
  void whatIsWrittenIsWhatTheCurveHas(Curve curve) {
    double[] written = new double[DAYS.length];
    int first = curve.before(DAYS, DAYS.length);
    int level = curve.write(DAYS, first, DAYS.length, written);
    for (int k = 0; k < DAYS.length; k++) {
      assertThat(written[k]).as("day %s", DAYS[k]).isEqualTo(curve.at(DAYS[k]));
      if (k >= level) {
        assertThat(written[k]).isEqualTo(written[DAYS.length - 1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void nothingIsThereBeforeAndSomethingAfter(Curve curve) {
    int first = curve.before(DAYS, DAYS.length);
    for (int k = 0; k < first; k++) {
      assertThat(curve.at(DAYS[k])).isZero();
    }
    if (first < DAYS.length) {
      assertThat(curve.at(DAYS[first])).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void betweenItsBendsACurveOfMilestonesIsLinear(Curve curve) {
    double[] kinks = new double[curve.kinkCount()];
    assertThat(curve.kinks(kinks, 0, 0)).isEqualTo(kinks.length);
    Arrays.sort(kinks);
    for (int i = 1; i < kinks.length && curve instanceof Milestones; i++) {
      double middle = (kinks[i - 1] + kinks[i]) / 2;
      assertThat(curve.at(middle))
          .isCloseTo((curve.at(kinks[i - 1]) + curve.at(kinks[i])) / 2, within(1e-9));
    }
  }

  @Test
  void aShiftedCurveHasEverythingLater() {
    Ramp ramp = new Ramp(RampShape.LINEAR);
    ramp.set(100, 10, 20);
    Shifted twice = new Shifted(new Shifted(ramp));
    Shifted once = new Shifted(ramp);
    once.set(5);
    twice.set(5);
    assertThat(once.at(25)).isEqualTo(ramp.at(20)).isEqualTo(50);
    assertThat(twice.at(25)).as("a curve that is not moved yet stays").isEqualTo(50);
    double[] kinks = new double[2];
    once.kinks(kinks, 0, 0);
    assertThat(kinks).containsExactly(15, 35);
  }

  @Test
  void aMilestoneBelowTheOneBeforeAddsNothing() {
    Milestones steps = new Milestones(new boolean[2], false);
    steps.set(0, 10, 100);
    steps.set(1, 5, 40);
    assertThat(steps.at(300)).isEqualTo(100);
  }

  @Test
  void aRampOfNoLengthTakesADay() {
    Ramp ramp = new Ramp(RampShape.LINEAR);
    ramp.set(100, 10, 0);
    assertThat(ramp.at(10.5)).isEqualTo(50);
  }
}
