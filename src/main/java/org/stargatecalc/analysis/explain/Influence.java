package org.stargatecalc.analysis.explain;

import java.util.List;
import org.stargatecalc.scenario.Assumption;

/**
 * What a change of one input does to a number, all else as it is.
 *
 * @param path where it was written; the steps of one list are one input
 * @param inputs what was written there, in order, as it is first used
 * @param isDate whether it is a date, which is moved by a month rather than by 10 %
 * @param up the number with the input 10 % higher or a month later, relative to the number as it
 *     is, less 1; NaN where the input cannot be so
 * @param down the same with the input 10 % lower or a month earlier
 */
public record Influence(
    String path, List<Assumption> inputs, boolean isDate, double up, double down) {
  /** Copies the inputs. */
  public Influence {
    inputs = List.copyOf(inputs);
  }

  /** Returns the larger of both effects, as it is without its sign. */
  public double size() {
    double larger = 0;
    for (double effect : new double[] {up, down}) {
      larger = Double.isNaN(effect) ? larger : Math.max(larger, Math.abs(effect));
    }
    return larger;
  }
}
