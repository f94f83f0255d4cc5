package org.stargatecalc.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Makes later starts faster.
 *
 * <p>The launcher makes the archive of classes; what it needs from here is one run that loads what
 * the usual commands load, which it asks for by the variable {@code STARGATE_CALC_REHEARSAL}.
 */
final class WarmupCommand extends Command<WarmupCommand.Request> {
  /** Asks for nothing in particular. */
  record Request() {}

  private static final String SCENARIO =
      """
      name: rehearsal
      title: What the usual commands load
      description: >-
        A text
        of two lines.
      as_of: 2026-01-31
      horizon: {from: 2025-01, to: 2027-12}
      claims: [stargate-1gw-2025]
      sources:
        none: "Nobody"
      pue: {value: 1.25, source: "none: an assumption", confidence: low, as_of: 2026-01}
      capex_split: {training: 60%, inference: 40%}
      sites:
        north: {stage: operational, energy_price: $60/MWh, opex: 0.3}
      phases:
        first: {site: north, gpu: gb200, gpu_count: 100k, online: 2025-09-30}
        second: {site: north, facility_power: 0.9 GW, online: 2026-06, ramp: 6 months, delay: 5 months}
        third: {capex: $80bn, ownership: lease_shell, online: 2027-Q1, shape: s_curve}
        fourth:
          precision: fp8
          between: linear
          milestones:
            value: [{by: 2026-01, it_power: 100 MW}, {by: 2027-01, it_power: 200 MW}]
            source: "none"
            confidence: low
      constraints:
        power: {limits: facility_power, available: [{from: 2025-01-01, at: 1.5 GW}]}
      """;

  private static final List<String> LINES =
      List.of(
          "project -",
          "project - --by year -f csv",
          "project - --set pue=1.3",
          "project - -f json",
          "project - -f markdown",
          "validate -",
          "claims",
          "catalog accelerators gb200",
          // a file, which a scenario from standard input is not
          "project /dev/null",
          "project no-such-file");

  WarmupCommand() {
    super(
        "warmup",
        "prepare faster starts: an archive of classes in the cache",
        Operands.NONE,
        List.of(),
        List.of());
  }

  @Override
  public Request request(Arguments arguments) {
    return new Request();
  }

  @Override
  public ExitStatus run(Request request, Session session) {
    if (session.environment("STARGATE_CALC_REHEARSAL").isEmpty()) {
      session.say("nothing to prepare: only the launcher stargate-calc keeps an archive");
      return ExitStatus.DONE;
    }
    for (String rehearsed : LINES) {
      byte[] scenario = SCENARIO.getBytes(StandardCharsets.UTF_8);
      OutputStream nowhere = OutputStream.nullOutputStream();
      App.run(
          rehearsed.split(" "),
          new Session(new ByteArrayInputStream(scenario), nowhere, nowhere, Map.of()));
    }
    return ExitStatus.DONE;
  }
}
