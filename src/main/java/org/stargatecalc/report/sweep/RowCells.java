package org.stargatecalc.report.sweep;

import java.util.Optional;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/** What people are shown of a row. */
final class RowCells {
  private static final Cell INVALID = new Cell.Words("invalid", Cell.Tone.BAD);

  private RowCells() {}

  /** Returns the verdict on a claim with its date. */
  static Cell verdict(SweepRow row, int claim) {
    if (!row.isValid()) {
      return INVALID;
    }
    Optional<Answer> answer = row.answers().get(claim);
    return answer.isPresent() ? ClaimWords.verdictWithDate(answer.get()) : Cell.EMPTY;
  }

  /** Returns the verdict on a claim short enough for a matrix: how late it is, in months. */
  static Cell brief(SweepRow row, int claim) {
    if (!row.isValid()) {
      return INVALID;
    }
    Optional<Answer> answer = row.answers().get(claim);
    if (answer.isEmpty()) {
      return Cell.EMPTY;
    }
    Verdict verdict = answer.get().verdict();
    String text =
        switch (verdict) {
          case MET -> "met";
          case LATE -> "+" + Math.max(1, Math.round(answer.get().slipMonths().orElse(0)));
          case NOT_REACHED -> "never";
          case BEYOND_HORIZON -> "open";
          case BEFORE_HORIZON -> "none";
        };
    return new Cell.Words(text, ClaimWords.tone(verdict));
  }

  /** Returns the share of draws in which a claim is met. */
  static Cell odds(SweepRow row, int claim) {
    return row.isValid()
        ? Cell.number(row.spread().map(s -> s.met().get(claim)).orElse(Double.NaN), Display.PERCENT)
        : INVALID;
  }

  /** Returns a metric, by its place in the question. */
  static Cell metric(SweepRow row, Question question, int metric) {
    if (!row.isValid()) {
      return INVALID;
    }
    Metric which = question.metrics().get(metric);
    return which.kind() == Metric.Kind.TEXT
        ? Cell.words(row.words().get(metric).orElse(""))
        : Cell.number(row.values().get(metric), Display.of(which));
  }
}
