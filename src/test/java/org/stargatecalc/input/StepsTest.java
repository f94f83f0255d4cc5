package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.CommandResult;

/** Values that change with time: what is read, what is refused, and what patches do to them. */
class StepsTest {
  private static final String PLAN =
      "name: plan\nhorizon: {from: 2025-01, to: 2026-12}\ngpu: gb200\nload_factor: 100%\n"
          + "pue: 1\npue_average: 1\nit_power: 1 GW\nonline: 2024-06\n";

  @TempDir Path folder;

  private CommandResult run(String yaml, String... more) throws IOException {
    Path file = folder.resolve("plan.yaml");
    Files.writeString(file, PLAN + yaml, StandardCharsets.UTF_8);
    String[] all = new String[more.length + 2];
    all[0] = "project";
    all[1] = file.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return CommandResult.of(all);
  }

  private double energyCost(String yaml, String year, String... sets) throws IOException {
    String[] all = new String[sets.length * 2 + 6];
    String[] fixed = {"--by", "year", "-f", "csv", "--metrics", "energy_cost_usd_bn"};
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    for (int i = 0; i < sets.length; i++) {
      all[fixed.length + 2 * i] = "--set";
      all[fixed.length + 2 * i + 1] = sets[i];
    }
    String csv = run(yaml, all).succeeds().stdout();
    return csv.lines()
        .filter(line -> line.contains(year + "-12-31"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** 1 GW over 365 days are 8.76 TWh: at 5 c/kWh $0.438bn, half of it at 10 c/kWh $0.657bn. */
  @Test
  void eachPeriodIsPricedByItsOwnStep() throws IOException {
    String steps = "energy_price: {steps: {2025: 5 c/kWh, 2026-07-02: 10 c/kWh}, source: s}\n";
    assertThat(energyCost(steps, "2025")).isCloseTo(0.438, within(1e-5));
    // 182 of 365 days at 5 c/kWh, 183 at 10 c/kWh
    assertThat(energyCost(steps, "2026"))
        .isCloseTo(24e-3 * (182 * 0.05 + 183 * 0.10), within(1e-5));
  }

  @Test
  void aPatchChangesOneStepOrAll() throws IOException {
    String steps = "energy_price: {steps: {2025: 5 c/kWh, 2026: 10 c/kWh}}\n";
    assertThat(energyCost(steps, "2026", "energy_price.steps.2026=20 c/kWh"))
        .isCloseTo(4 * 0.438, within(1e-5));
    assertThat(energyCost(steps, "2025", "energy_price.steps.2026=20 c/kWh"))
        .isCloseTo(0.438, within(1e-5));
    // the step of 2026 is gone with the value that had it
    assertThat(energyCost(steps, "2026", "energy_price={steps: {2025: 5 c/kWh}}"))
        .isCloseTo(0.438, within(1e-5));
    assertThat(energyCost(steps, "2026", "energy_price=5 c/kWh")).isCloseTo(0.438, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          energy_price: {steps: {}} | 9:23: energy_price.steps: found no step
          energy_price: {steps: 5 c/kWh} | 9:23: energy_price.steps: found '5 c/kWh'
          energy_price: {steps: {2026: 5 c/kWh, 2025: 6 c/kWh}} | 9:39: energy_price.steps.2025: found a step on 2025-01-01 after the one on 2026-01-01
          energy_price: {steps: {soon: 5 c/kWh}} | energy_price.steps.soon: found 'soon'
          energy_price: {steps: {2025: 5 MW}} | energy_price.steps.2025: found a power
          offtake_price: {steps: {2025: $2/GPU-hour, 2026: $9bn/GW-year}} | offtake_price.steps.2026: found
          capex_split: {steps: {2025: {training: 80%}}} | capex_split.steps.2025: found shares that sum to 80%
          pue: {steps: {2025: 1.2}} | pue: found
          """)
  void whatCannotBeReadIsRefusedAtItsPlace(String line, String message) throws IOException {
    String plan = line.startsWith("pue") ? line.replace("pue", "pue_average") : line;
    Path file = folder.resolve("bad.yaml");
    String text = PLAN.replace(plan.startsWith("pue_average") ? "pue_average: 1\n" : "\0", "");
    Files.writeString(file, text + plan + "\n", StandardCharsets.UTF_8);
    CommandResult result = CommandResult.of("validate", file.toString()).exits(3);
    assertThat(result.stderr()).contains(message.replace("pue: found", "pue_average: found"));
  }

  @Test
  void aSizeInMoneyNeedsOnePrice() throws IOException {
    String yaml =
        "name: a\ncapex: $10bn\nonline: 2025\n"
            + "capex_per_gpu: {steps: {2025: $50k/GPU, 2026: $40k/GPU}}\n";
    Path file = folder.resolve("capex.yaml");
    Files.writeString(file, yaml, StandardCharsets.UTF_8);
    assertThat(CommandResult.of("validate", file.toString()).exits(3).stderr())
        .contains("capex_per_gpu: found a price in steps beside a size in capex");
  }

  @Test
  void aStepThatIsNotThereIsNotChanged() throws IOException {
    String one = "energy_price: 5 c/kWh\n";
    assertThat(run(one, "--set", "energy_price.steps.2026=6 c/kWh").exits(3).stderr())
        .contains("found no steps there to change one of");
    String steps = "energy_price: {steps: {2025: 5 c/kWh, 2026: 10 c/kWh}}\n";
    assertThat(run(steps, "--set", "energy_price.steps.2027=").exits(3).stderr())
        .contains("found no step '2027' to remove");
  }

  /** A step that is uncertain is an input of its own, with the path at which it is written. */
  @Test
  void eachStepMayBeUncertain() throws IOException {
    String csv =
        run(
                "energy_price: {steps: {2025: 5 c/kWh, 2026: 8 c/kWh to 12 c/kWh}}\n",
                "--by",
                "year",
                "-n",
                "500",
                "-f",
                "csv",
                "--metrics",
                "energy_cost_usd_bn")
            .succeeds()
            .stdout();
    String[] certain = line(csv, "2025").split(",");
    String[] uncertain = line(csv, "2026").split(",");
    assertThat(certain[3]).isEqualTo(certain[certain.length - 1]);
    assertThat(Double.parseDouble(uncertain[3]))
        .isLessThan(Double.parseDouble(uncertain[uncertain.length - 1]));
  }

  private static String line(String csv, String year) {
    return csv.lines().filter(l -> l.contains(year + "-12-31")).findFirst().orElseThrow();
  }
}
