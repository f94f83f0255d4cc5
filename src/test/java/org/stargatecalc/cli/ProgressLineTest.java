package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a long run has come is told in per cent with the time left, on a terminal alone. */
class ProgressLineTest {
  private static final long SECOND = 1_000_000_000L;

  /** A quarter done in 10 s leaves three quarters, 30 s. */
  @ParameterizedTest
  @CsvSource({
    "2500, 10000, 10, '25 % of 10,000 draws, 30 s left'",
    "1, 1000000, 3, '0 % of 1,000,000 draws, 833 h left'",
    "100000, 1000000, 60, '10 % of 1,000,000 draws, 9 min left'",
    "10000, 10000, 10, '100 % of 10,000 draws, 0 s left'"
  })
  void theLineTellsPercentAndTimeLeft(long done, long all, long seconds, String line) {
    assertThat(ProgressLine.line(done, all, "draws", seconds * SECOND)).isEqualTo(line);
  }

  @Test
  void nothingIsSaidElsewhereNorOfAShortRun() {
    for (String terminals : new String[] {"", "1", "1,2"}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Session session =
          new Session(
              new ByteArrayInputStream(new byte[0]),
              new ByteArrayOutputStream(),
              err,
              Map.of("STARGATE_CALC_TERMINAL", terminals));
      try (ProgressLine progress = new ProgressLine(10, "draws", session)) {
        progress.done(5);
        progress.done(5);
      }
      assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
  }
}
