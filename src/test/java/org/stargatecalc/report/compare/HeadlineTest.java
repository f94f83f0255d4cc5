package org.stargatecalc.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stargatecalc.analysis.compare.Comparer;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Cell;
import org.stargatecalc.result.Moment;
import org.stargatecalc.support.Results;

/** One line says what a change does. */
class HeadlineTest {
  private static Results plan(Verdict verdict, double power, double capex) {
    return Results.named("plan")
        .with(Metric.FACILITY_POWER_GW, power)
        .with(Metric.CUMULATIVE_CAPEX_USD_BN, capex)
        .claim("a", verdict, 0.5);
  }

  private static String line(Side base, Side other) {
    Comparison comparison =
        new Comparer(
                List.of(Metric.FACILITY_POWER_GW, Metric.CUMULATIVE_CAPEX_USD_BN),
                List.of(Moment.upTo(LocalDate.of(2027, 12, 31))),
                new Tolerance(0, Map.of()))
            .compare(base, List.of(other));
    return new Headline(comparison, 0)
        .cells().stream().map(cell -> ((Cell.Words) cell).text()).collect(Collectors.joining(" "));
  }

  private static Side side(Results results) {
    return Side.present("plan.yaml", results.result());
  }

  @Test
  void aVerdictThatTurnsAndWhatMovesAreNamed() {
    assertThat(line(side(plan(Verdict.MET, 2, 100)), side(plan(Verdict.NOT_REACHED, 1, 103.1))))
        .endsWith(": MET → NOT REACHED · power 2027 −50 % · capex 2027 +3.1 %");
  }

  @Test
  void whatDoesNotMoveIsNotNamed() {
    String line = line(side(plan(Verdict.MET, 2, 100)), side(plan(Verdict.MET, 2, 220)));
    assertThat(line).endsWith(": unchanged · capex 2027 +120 %").doesNotContain("power");
  }

  @Test
  void aFileThatCameOrWentIsSaidToHave() {
    Side gone = new Side("plan.yaml", Optional.empty(), Side.State.ABSENT, List.of());
    Side broken =
        new Side("plan.yaml", Optional.empty(), Side.State.BROKEN, List.of("plan.yaml:1:1: no"));
    Side plan = side(plan(Verdict.MET, 2, 100));
    assertThat(line(gone, plan)).startsWith("new · ").endsWith(": MET");
    assertThat(line(plan, gone)).isEqualTo("deleted");
    assertThat(line(plan, broken)).isEqualTo("cannot be projected: plan.yaml:1:1: no");
    assertThat(line(broken, plan)).startsWith("can be projected again · ");
  }

  /** 1.2301 and 1.2349 are told apart by four digits, 1.2345 and 1.2346 by five. */
  @Test
  void threeDigitsWhereThreeSpeak() {
    Metric power = Metric.FACILITY_POWER_GW;
    assertThat(SpeakingDigits.of(power, 1.234, 1.334)).isEqualTo(Display.THREE_DIGITS);
    assertThat(SpeakingDigits.of(power, 1.234, 1.234)).isEqualTo(Display.THREE_DIGITS);
    assertThat(SpeakingDigits.of(power, 1.2301, 1.2349)).isEqualTo(Display.FOUR_DIGITS);
    assertThat(SpeakingDigits.of(power, 1.2341, 1.2342)).isEqualTo(Display.PLAIN);
    assertThat(SpeakingDigits.of(power, 1.234, Double.NaN)).isEqualTo(Display.THREE_DIGITS);
    Metric flop = Metric.TRAINING_RUN_FLOP;
    assertThat(SpeakingDigits.of(flop, 1.234e27, 1.334e27)).isEqualTo(Display.FLOP);
    assertThat(SpeakingDigits.of(flop, 1.234e27, 1.2341e27)).isEqualTo(Display.SCIENTIFIC);
  }
}
