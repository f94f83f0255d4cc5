package org.stargatecalc.analysis.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.uncertainty.Distribution;

/** Searches whose answer is known in closed form. */
class SolverTest {
  private static final Horizon HORIZON =
      new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31));

  /** 2x ≥ 5.3 from x = 2.65 on; at one unit of the sixth digit less it is not. */
  @Test
  void aThresholdIsFoundToSixDigitsOnTheTrueSide() {
    Solution solution = solve(number("1"), x -> 2 * x - 5.3, false);
    Crossing only = only(solution);
    assertThat(only.value()).isEqualByComparingTo("2.65");
    assertThat(only.beyond()).isEqualByComparingTo("2.64999");
    assertThat(only.side()).isEqualTo(Crossing.Side.AT_LEAST);
    assertThat(solution.sought().change(2.65)).isCloseTo(165, within(1e-9));
  }

  /** A digit that nobody sees is not sought: each trial projects a whole scenario. */
  @Test
  void aStraightLineTakesFewTrials() {
    Set<String> tried = new HashSet<>();
    Trials trials =
        values -> {
          tried.add(values.get("x"));
          return trial(0.7 * number(values, "x") - 5.3);
        };
    Solution solution =
        new Solver(number("1"), trials, false)
            .solve(Scan.of(number("1"), HORIZON), trial(-4.6).orElseThrow(), true);
    assertThat(only(solution).value()).isEqualByComparingTo("7.57143");
    assertThat(tried).hasSizeLessThan(20);
  }

  @Test
  void aJumpIsFoundToo() {
    Crossing only = only(solve(number("1"), x -> x <= 3.141592653 ? 1 : -1, false));
    assertThat(only.value()).isEqualByComparingTo("3.14159");
    assertThat(only.beyond()).isEqualByComparingTo("3.1416");
    assertThat(only.side()).isEqualTo(Crossing.Side.AT_MOST);
  }

  /** (x − 2)(x − 5) ≤ 0 between 2 and 5: both ends, the one nearer to what is given first. */
  @Test
  void aMeasureThatCrossesTwiceListsBoth() {
    Solution solution = solve(number("1"), x -> -(x - 2) * (x - 5), false);
    assertThat(solution.crossings())
        .extracting(c -> c.value().doubleValue() + " " + c.side().id())
        .containsExactly("2.0 at_least", "5.0 at_most");
  }

  @Test
  void anEquationIsSolvedUntilItHolds() {
    Crossing root = only(solve(number("1"), x -> x * x - 7, true));
    assertThat(root.value().doubleValue()).isCloseTo(StrictMath.sqrt(7), within(1e-11));
    assertThat(root.side()).isEqualTo(Crossing.Side.AT);
  }

  @Test
  void durationsAndDatesAreSolvedToTheDay() {
    Sought delay = Sought.of("delay", "5 months", measured(152.2, Dimension.DURATION), POSITIVE);
    Crossing last = only(solve(delay, x -> 153.9 - x, false));
    assertThat(delay.notation().text(last.value())).isEqualTo("153 days");
    assertThat(last.beyond()).isEqualByComparingTo("154");
    double day = LocalDate.of(2027, 3, 14).toEpochDay();
    Sought online = Sought.of("online", "2026-06", dated(LocalDate.of(2026, 6, 30)), POSITIVE);
    Crossing date = only(solve(online, x -> day - x, false));
    assertThat(online.notation().text(date.value())).isEqualTo("2027-03-14");
  }

  @Test
  void theUnitInWhichAValueIsWrittenStays() {
    Sought price =
        Sought.of("p", "7.25 c/kWh", measured(0.0725, Dimension.MONEY_PER_ENERGY), POSITIVE);
    assertThat(price.notation().text(only(solve(price, x -> x - 9.5, false)).value()))
        .isEqualTo("9.5 c/kWh");
    Sought money = Sought.of("p", "$80bn", measured(80e9, Dimension.MONEY), POSITIVE);
    assertThat(money.notation().text(only(solve(money, x -> x - 100, false)).value()))
        .isEqualTo("100 USD bn");
    Sought share = Sought.of("p", "60%", measured(0.6, Dimension.SHARE), Domain.SHARE);
    assertThat(share.notation().text(only(solve(share, x -> x - 61.25, false)).value()))
        .isEqualTo("61.25%");
  }

  /** Beyond 3.3 the scenario is not valid: the change at 3.25 lies before the edge. */
  @Test
  void theEndOfWhatIsValidIsLookedAt() {
    Trials trials =
        values -> number(values, "x") > 3.3 ? Optional.empty() : trial(number(values, "x") - 3.25);
    Solution solution =
        new Solver(number("3.2"), trials, false)
            .solve(Scan.of(number("3.2"), HORIZON), trial(-0.05).orElseThrow(), false);
    assertThat(only(solution).value()).isEqualByComparingTo("3.25");
    assertThat(solution.high().orElseThrow().value()).isEqualByComparingTo("3.3");
  }

  @Test
  void whatNeverChangesSaysWhatIsMeasuredAtBothEnds() {
    Solution solution = solve(number("1"), x -> -1 - x, false);
    assertThat(solution.crossings()).isEmpty();
    assertThat(solution.low().orElseThrow().trial().margin()).isEqualTo(-1);
    assertThat(solution.high().orElseThrow().value().doubleValue()).isEqualTo(1e6);
  }

  private static final Domain POSITIVE = Domain.NOT_NEGATIVE;

  private static Sought number(String text) {
    return Sought.of("x", text, measured(Double.parseDouble(text), Dimension.RATIO), POSITIVE);
  }

  private static double number(Map<String, String> values, String path) {
    return Double.parseDouble(values.get(path));
  }

  private static Assumption measured(double value, Dimension dimension) {
    return new Assumption(
        "x",
        "x",
        new AssumedValue.Measured(new Distribution.Certain(value), dimension),
        Origin.GIVEN,
        Provenance.NONE);
  }

  private static Assumption dated(LocalDate date) {
    return new Assumption(
        "x",
        "x",
        new AssumedValue.Dated(new Distribution.Certain((double) date.toEpochDay())),
        Origin.GIVEN,
        Provenance.NONE);
  }

  private static Optional<Trial> trial(double margin) {
    return Optional.of(
        new Trial(margin >= 0, margin, List.of(new Trial.Reading("m", margin, "GW", ""))));
  }

  private static Solution solve(Sought sought, DoubleUnaryOperator margin, boolean isEquation) {
    Trials trials =
        values -> {
          String value = values.get(sought.path());
          double x =
              sought.notation().kind() == Notation.Kind.DATE
                  ? LocalDate.parse(value).toEpochDay()
                  : Double.parseDouble(value.replaceAll("[^-+0-9.E].*", ""));
          double m = margin.applyAsDouble(x);
          boolean holds = isEquation ? Math.abs(m) < 1e-11 : m >= 0;
          return Optional.of(new Trial(holds, m, List.of(new Trial.Reading("m", m, "GW", ""))));
        };
    Trial given =
        trials
            .at(
                Map.of(
                    sought.path(),
                    sought.notation().text(sought.notation().rounded(sought.given()))))
            .orElseThrow();
    return new Solver(sought, trials, isEquation).solve(Scan.of(sought, HORIZON), given, false);
  }

  private static Crossing only(Solution solution) {
    assertThat(solution.crossings()).hasSize(1);
    return solution.crossings().get(0);
  }
}
