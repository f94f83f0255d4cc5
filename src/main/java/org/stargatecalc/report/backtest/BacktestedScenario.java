package org.stargatecalc.report.backtest;

import java.util.List;
import java.util.function.Supplier;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.Band;

/**
 * A scenario held against the record, with the file it came from.
 *
 * @param file the file as the user named it
 * @param sha256 of the file's bytes, hexadecimal
 * @param warnings of its reading
 * @param backtest the comparison
 * @param band the range that the scenario states
 */
public record BacktestedScenario(
    String file, Supplier<String> sha256, List<String> warnings, Backtest backtest, Band band) {
  /** Copies the warnings. */
  public BacktestedScenario {
    warnings = List.copyOf(warnings);
  }

  String name() {
    return backtest.spec().name();
  }
}
