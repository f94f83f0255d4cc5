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
    return Stream.of(
        ramp,
        steps,
        linear,
        growth,
        shifted,
        ended(steps, 65.5),
        ended(ramp, 40),
        ended(growth, 5),
        new Ended(growth),
        generation(steps, 0, 30, 1),
        generation(ramp, 30, 75, 1.5),
        generation(linear, 80, Double.POSITIVE_INFINITY, 0.5),
        moved(ended(generation(steps, 25, 90, 2), 110), -7.5),
        Curve.NOTHING);
  }

  private static Curve ended(Curve of, double instant) {
    Ended ended = new Ended(of);
    ended.set(instant);
    return ended;
  }

  private static Generation generation(Curve of, double from, double to, double times) {
    Generation generation = new Generation(of);
    generation.set(from, to, times);
    return generation;
  }

  private static Curve moved(Curve of, double days) {
    Shifted shifted = new Shifted(of);
    shifted.set(days);
    return shifted;
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

  /** A curve bends nowhere else, so that it stays as it is before the first and after the last. */
  @ParameterizedTest
  @MethodSource("curves")
  void beforeTheFirstBendNothingIsThereAndAfterTheLastNothingChanges(Curve curve) {
    double[] kinks = new double[curve.kinkCount()];
    curve.kinks(kinks, 0, 0);
    double first = Arrays.stream(kinks).min().orElse(0);
    double last = Arrays.stream(kinks).filter(Double::isFinite).max().orElse(0);
    assertThat(curve.at(first)).isZero();
    assertThat(curve.at(first - 1)).isZero();
    if (kinks.length > 0 && curve.end() <= last) {
      assertThat(curve.at(last + 50)).isEqualTo(curve.at(last));
      assertThat(curve.end()).as("the end is a bend").isIn(Arrays.stream(kinks).boxed().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void aCurveReadAsMovedIsTheCurveMoved(Curve curve) {
    Curve moved = moved(curve, 3.25);
    double[] ofCurve = new double[curve.kinkCount()];
    double[] ofMoved = new double[curve.kinkCount()];
    assertThat(curve.kinks(ofCurve, 0, 3.25)).isEqualTo(moved.kinks(ofMoved, 0, 0));
    assertThat(ofMoved).isEqualTo(ofCurve);
    double[] written = new double[DAYS.length];
    int first = moved.before(DAYS, DAYS.length);
    moved.write(DAYS, first, DAYS.length, written);
    for (int k = 0; k < DAYS.length; k++) {
      assertThat(written[k]).isEqualTo(curve.at(DAYS[k] - 3.25)).isEqualTo(moved.at(DAYS[k]));
    }
    assertThat(moved.begin()).isEqualTo(curve.begin() + 3.25);
    assertThat(moved.end()).isEqualTo(curve.end() + 3.25);
  }

  /**
   * 100 GPUs from day 10 and 500 from day 60, each within a day; the end is in the night of day 65.
   */
  @Test
  void whatEndsIsThereToItsLastInstantAndGoneADayLater() {
    Milestones steps = new Milestones(new boolean[2], false);
    steps.set(0, 10, 100);
    steps.set(1, 60, 500);
    Curve ended = ended(steps, 65.5);
    assertThat(ended.at(65.5)).isEqualTo(500);
    assertThat(ended.at(65.75)).isEqualTo(375);
    assertThat(ended.at(66.5)).isZero();
    assertThat(ended.begin()).isEqualTo(10);
    assertThat(ended.end()).isEqualTo(66.5);
    assertThat(ended(steps, 10).begin()).as("it never begins").isInfinite();
    assertThat(new Ended(steps).at(1e6)).as("it has no end yet").isEqualTo(500);
  }

  /** Each is replaced 30 days after it came, by hardware of which 3 take the place of 2. */
  @Test
  void aGenerationIsWhatCameAndIsNotReplaced() {
    Milestones steps = new Milestones(new boolean[2], false);
    steps.set(0, 10, 100);
    steps.set(1, 25, 500);
    Generation first = generation(steps, 0, 30, 1);
    Generation second = generation(steps, 30, Double.POSITIVE_INFINITY, 1.5);
    assertThat(first.at(30)).isEqualTo(500);
    assertThat(first.at(41)).as("the first hundred are gone").isEqualTo(400);
    assertThat(first.replaced(41)).isEqualTo(100);
    assertThat(second.at(41)).isEqualTo(150);
    assertThat(second.replaced(400)).isZero();
    assertThat(first.at(56)).isZero();
    assertThat(second.at(56)).isEqualTo(750);
    assertThat(first.end()).isEqualTo(56);
    assertThat(second.begin()).isEqualTo(40);
    assertThat(generation(steps, 0, 30, 1.5).replaced(41)).isEqualTo(150);
  }

  /** Doubling in a year of 365.25 days; half a day in, half of what the first day ends with. */
  @Test
  void growthIsExponentialFromItsFirstDay() {
    Growth growth = new Growth();
    growth.set(0, 730.5, 100, 2);
    assertThat(growth.at(365.25)).isCloseTo(200, within(1e-12));
    assertThat(growth.at(1000)).isCloseTo(400, within(1e-12));
    assertThat(growth.at(0.5)).isCloseTo(growth.at(1) / 2, within(1e-12));
    assertThat(growth.at(1)).isCloseTo(100 * Math.pow(2, 1 / 365.25), within(1e-12));
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
