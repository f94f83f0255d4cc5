package org.stargatecalc.analysis.sweep;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.Answer;

/**
 * What one combination gives.
 *
 * @param index its number, from 0
 * @param error why it cannot be projected, empty if it can
 * @param answers to the claims in the order of the question; empty for one that this combination
 *     does not have
 * @param values of the metrics in the order of the question; NaN where undefined, and for words
 * @param words of the metrics that are words; empty for the others
 * @param spread what its draws say, empty without draws
 */
public record SweepRow(
    int index,
    String error,
    List<Optional<Answer>> answers,
    List<Double> values,
    List<Optional<String>> words,
    Optional<Spread> spread) {
  /**
   * What draws say.
   *
   * @param met share of draws in which a claim is met, in the order of the question; NaN where that
   *     cannot be said
   * @param quantiles by metric and percentile, in the order of the question; none of a word
   */
  public record Spread(List<Double> met, List<List<Double>> quantiles) {
    /** Copies the lists. */
    public Spread {
      met = List.copyOf(met);
      quantiles = List.copyOf(quantiles);
    }
  }

  /** Copies the lists. */
  public SweepRow {
    answers = List.copyOf(answers);
    values = List.copyOf(values);
    words = List.copyOf(words);
  }

  static SweepRow invalid(int index, String error) {
    return new SweepRow(index, error, List.of(), List.of(), List.of(), Optional.empty());
  }

  /** Returns whether it could be projected. */
  public boolean isValid() {
    return error.isEmpty();
  }
}
