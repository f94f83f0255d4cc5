package org.stargatecalc.analysis.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario with all its checks.
 *
 * @param name id of the scenario
 * @param file as the user named it
 * @param samples number of draws, 0 for the central case alone
 * @param checks in their order
 */
public record CheckedScenario(String name, String file, long samples, List<Checked> checks) {
  /** Copies the checks. */
  public CheckedScenario {
    checks = List.copyOf(checks);
  }

  /** Returns this scenario with more checks behind its own. */
  public CheckedScenario with(List<Checked> more) {
    List<Checked> all = new ArrayList<>(checks);
    all.addAll(more);
    return new CheckedScenario(name, file, samples, all);
  }

  /** Returns this scenario as it counts where a warning is as bad as an error. */
  public CheckedScenario strictly() {
    return new CheckedScenario(
        name, file, samples, checks.stream().map(Checked::strictly).toList());
  }

  /** Returns whether nothing was expected of it. */
  public boolean isNotJudged() {
    return checks.isEmpty();
  }

  /** Returns how many checks ended in a certain way. */
  public long count(Checked.Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }
}
