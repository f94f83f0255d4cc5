package org.stargatecalc.analysis.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.uncertainty.Distribution;

/** Parameters of which it is known whether they move anything. */
class IdleTest {
  private static final Trial GIVEN = trial(1);

  private int asked;

  /** The ends and four values around 1. */
  @Test
  void sixTrialsAreEnoughForAHundredThatMoveNothing() {
    assertThat(idle(100, values -> Optional.of(GIVEN))).hasSize(100);
    assertThat(asked).isEqualTo(6);
  }

  /** One of 128 is found by halving seven times; what is beside it takes six trials each time. */
  @Test
  void oneThatMovesIsToldFromTheOthers() {
    Trials trials = values -> Optional.of(values.containsKey("p77.x") ? trial(2) : GIVEN);
    assertThat(idle(128, trials)).hasSize(127).doesNotContain("p77.x");
    assertThat(asked).isEqualTo(8 + 7 * 6);
  }

  /** 0 and 1,000,000 move what is not moved by what is near to 1. */
  @Test
  void whatMovesAtAnEndAloneIsNotIdle() {
    Trials low = values -> Optional.of("0".equals(values.get("p3.x")) ? trial(2) : GIVEN);
    assertThat(idle(9, low)).hasSize(8).doesNotContain("p3.x");
    Trials high = values -> Optional.of("1000000".equals(values.get("p3.x")) ? trial(2) : GIVEN);
    assertThat(idle(9, high)).hasSize(8).doesNotContain("p3.x");
  }

  /** Two that exclude each other are asked alone. */
  @Test
  void whatIsNotValidTogetherIsAskedAlone() {
    Trials trials =
        values ->
            values.containsKey("p0.x") && values.containsKey("p1.x")
                ? Optional.empty()
                : Optional.of(values.containsKey("p1.x") ? trial(2) : GIVEN);
    assertThat(idle(2, trials)).containsExactly("p0.x");
  }

  /** Of a parameter that is valid nowhere else nothing is known. */
  @Test
  void whatIsNeverValidIsNotIdle() {
    assertThat(idle(1, values -> Optional.empty())).isEmpty();
  }

  private List<String> idle(int count, Trials trials) {
    List<Idle.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Sought sought = Sought.of("p" + i + ".x", "1", one(), Domain.NOT_NEGATIVE);
      Horizon horizon = new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31));
      parameters.add(new Idle.Parameter(sought, Scan.of(sought, horizon)));
    }
    Trials counting =
        values -> {
          asked++;
          return trials.at(values);
        };
    return Idle.among(parameters, counting, GIVEN).stream().map(p -> p.sought().path()).toList();
  }

  private static Assumption one() {
    return new Assumption(
        "x",
        "x",
        new AssumedValue.Measured(new Distribution.Certain(1), Dimension.RATIO),
        Origin.GIVEN,
        Provenance.NONE);
  }

  private static Trial trial(double value) {
    return new Trial(true, value, List.of(new Trial.Reading("m", value, "GW", "")));
  }
}
