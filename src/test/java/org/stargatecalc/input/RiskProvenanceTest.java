package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stargatecalc.support.CommandResult;

class RiskProvenanceTest {
  @Test
  void aRiskMaySayWhereItsFiguresComeFrom() {
    CommandResult result =
        CommandResult.of(
                "project",
                "scenarios/minimal.yaml",
                "--set",
                "risks={queue: {probability: {value: 40%, source: a survey, confidence: low},"
                    + " delay: {value: 6 months, source: a survey, confidence: high}}}",
                "-n",
                "8",
                "--show",
                "assumptions",
                "-f",
                "csv")
            .succeeds();

    assertThat(result.stdout().lines())
        .contains(
            "minimal,risks.queue.probability,0.4,1,,given,a survey,low,",
            "minimal,risks.queue.delay,182.625,days,,given,a survey,high,");
  }
}
