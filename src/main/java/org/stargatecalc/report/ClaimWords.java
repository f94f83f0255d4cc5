package org.stargatecalc.report;

import java.util.Locale;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.Odds;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;

/** How verdicts, scopes and bases are said. */
public final class ClaimWords {
  private ClaimWords() {}

  public static Cell.Tone tone(Verdict verdict) {
    return switch (verdict) {
      case MET -> Cell.Tone.GOOD;
      case LATE -> Cell.Tone.FAIR;
      case NOT_REACHED -> Cell.Tone.BAD;
      case BEYOND_HORIZON, BEFORE_HORIZON -> Cell.Tone.PLAIN;
    };
  }

  /** Returns the verdict as a word of its own. */
  public static Cell verdict(Verdict verdict) {
    String word = verdict.label().toUpperCase(Locale.ROOT);
    return new Cell.Words(word, tone(verdict));
  }

  /** Returns how good odds are. */
  public static Cell.Tone tone(Odds odds) {
    return switch (odds) {
      case VERY_LIKELY, LIKELY -> Cell.Tone.GOOD;
      case AS_LIKELY_AS_NOT -> Cell.Tone.FAIR;
      case UNLIKELY, VERY_UNLIKELY -> Cell.Tone.BAD;
    };
  }

  /** Returns a share of draws as whole percent; what is not 0 or all of them never looks so. */
  public static String percent(double share) {
    long percent = Math.round(share * 100);
    if (percent == 0 && share > 0) {
      return "below 1 %";
    }
    return percent == 100 && share < 1 ? "over 99 %" : percent + " %";
  }

  /** Returns the verdict with the date, short enough for a table. */
  public static Cell verdictWithDate(Answer answer) {
    return new Cell.Words(dated(answer), tone(answer.verdict()));
  }

  /** Returns the verdict in lower case, with the date where there is one. */
  public static String dated(Answer answer) {
    String date = answer.reachedOn().isPresent() ? " " + answer.reachedOn().get() : "";
    return answer.verdict().label() + date;
  }

  /** Returns what the verdict means where that is not plain. */
  public static String explanation(Answer answer, String horizonEnd) {
    return switch (answer.verdict()) {
      case MET, LATE -> "";
      case NOT_REACHED -> "by the end of the horizon, " + horizonEnd;
      case BEYOND_HORIZON ->
          "not reached by the end of the horizon, " + horizonEnd + ", before the deadline";
      case BEFORE_HORIZON -> "the deadline is before the horizon";
    };
  }

  /** Returns what a claim is about: scope, then basis where the metric has one. */
  public static String scope(Metric metric, Basis basis) {
    String scope = scope(metric);
    return metric.hasBasis() ? scope + ", " + basis.label() + " power" : scope;
  }

  /**
   * Returns what a claim is read as: its scope and basis, or the precision at which every chip
   * counts.
   */
  public static String readAs(Answer reading) {
    return reading
        .reading()
        .precision()
        .map(precision -> "every chip at " + precision.id())
        .orElse(scope(reading.metric(), reading.basis()));
  }

  public static String scope(Metric metric) {
    return switch (metric) {
      case LARGEST_TRAINING_SYSTEM_GW -> "one training system";
      case LARGEST_SITE_GW -> "one site";
      case TRAINING_POWER_GW -> "all training";
      case FACILITY_POWER_GW -> "whole fleet";
      case CUMULATIVE_COMPUTE_CAPEX_USD_BN -> "hardware alone";
      case CUMULATIVE_FACILITY_CAPEX_USD_BN -> "buildings and generation alone";
      case CUMULATIVE_CAPEX_USD_BN -> "capex in service";
      case CUMULATIVE_SPEND_USD_BN -> "cash spent";
      case PROGRAMME_CAPEX_USD_BN -> "capex, whoever pays";
      case CONTRACT_VALUE_USD_BN -> "contracts signed";
      default -> metric.label();
    };
  }

  /** Returns a heading for a claim that has no title. */
  public static String title(Claim claim) {
    if (!claim.title().isEmpty()) {
      return claim.title();
    }
    String scope = scope(claim.metric());
    return scope.substring(0, 1).toUpperCase(Locale.ROOT) + scope.substring(1) + ": " + claim.id();
  }
}
