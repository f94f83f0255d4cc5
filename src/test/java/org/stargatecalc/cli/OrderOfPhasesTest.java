package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.support.CommandResult;

/** Phases in another order are the same plan: what their sums differ by is rounding. */
class OrderOfPhasesTest {
  private static final String HEAD =
      """
      name: order
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2030-12}
      claims: []
      constraints:
        power: {limits: facility_power, available: [{from: 2025-01-01, at: 0.75 GW}]}
      phases:
      """;

  private static final List<String> PHASES =
      List.of(
          "  a: {gpu: gb200, facility_power: 0.1 GW, online: 2026-01, delay: 3 months}\n",
          "  b: {gpu: gb200, facility_power: 0.2 GW, online: 2026-03, ramp: 5 months}\n",
          "  c: {gpu: h100, facility_power: 0.3 GW, online: 2026-05, ramp: 7 months}\n",
          "  d: {gpu: gb300, facility_power: 0.7 GW, online: 2027-05, ramp: 7 months}\n");

  @TempDir private Path folder;

  private String scenario(String name, List<String> phases) throws IOException {
    return Files.writeString(folder.resolve(name), HEAD + String.join("", phases)).toString();
  }

  @Test
  void noGateSeesADifference() throws IOException {
    String baseline = scenario("baseline.yaml", PHASES);
    List<String> line = new ArrayList<>(List.of("check", "", "--baseline", baseline));
    line.addAll(List.of("--tolerance", "0%"));
    Arrays.stream(Metric.values())
        .filter(metric -> metric.kind() != Metric.Kind.TEXT)
        .forEach(metric -> line.addAll(List.of("--fail-on", changes(metric))));
    Random random = new Random(4);
    for (int i = 0; i < 12; i++) {
      List<String> phases = new ArrayList<>(PHASES);
      Collections.shuffle(phases, random);
      String shuffled = scenario("shuffled.yaml", phases);
      line.set(1, shuffled);
      CommandResult check = CommandResult.of(line.toArray(String[]::new)).exits(0);
      assertThat(check.stdout()).startsWith("0 failed, 0 warnings");
      CommandResult.of("compare", baseline, shuffled, "--by", "month", "--exit-code").exits(0);
    }
  }

  /** True as soon as one year's end differs at all. */
  private static String changes(Metric metric) {
    List<String> years = new ArrayList<>();
    for (int year = 2026; year <= 2030; year++) {
      years.add("delta(" + metric.id() + "@" + year + ") != 0%");
    }
    return String.join(" or ", years);
  }
}
