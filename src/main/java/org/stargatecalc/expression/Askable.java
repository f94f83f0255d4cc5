package org.stargatecalc.expression;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.tree.NearestWord;

/** What a scenario can be asked: its own claims, on dates of its horizon. */
public final class Askable {
  private static final int MOST_LISTED = 30;

  private Askable() {}

  /** Returns which part of an expression a scenario cannot answer, empty if it can answer all. */
  public static Optional<String> wrong(Expression expression, Horizon horizon, Set<String> claims) {
    return wrong(expression, horizon, claims, NearestWord::of);
  }

  /**
   * Returns which part of an expression a scenario cannot answer, empty if it can answer all.
   *
   * @param nearestOf finds the claim that was probably meant
   */
  public static Optional<String> wrong(
      Expression expression,
      Horizon horizon,
      Set<String> claims,
      BiFunction<String, Set<String>, String> nearestOf) {
    Optional<String> outside = outside(expression, horizon);
    if (outside.isPresent()) {
      return outside;
    }
    for (Expression.Comparison comparison : expression.comparisons()) {
      Measure measure = comparison.measure().unchanged();
      String claim =
          measure instanceof Measure.OfProbability probability
              ? probability.claim()
              : measure instanceof Measure.OfVerdict verdict ? verdict.claim() : "";
      if (!claim.isEmpty() && !claims.contains(claim)) {
        String nearest = nearestOf.apply(claim, claims);
        return Optional.of(
            "the claim '"
                + claim
                + (claims.isEmpty()
                    ? "', and this scenario has no claims"
                    : "', which is none of this scenario ("
                        + (nearest.isEmpty() ? listed(claims) : "did you mean " + nearest + "?")
                        + ")"));
      }
    }
    return Optional.empty();
  }

  private static String listed(Set<String> claims) {
    String first = claims.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return claims.size() > MOST_LISTED ? first + ", …" : first;
  }

  /** Returns what is wrong with an expression's dates under a horizon, empty if nothing is. */
  public static Optional<String> outside(Expression expression, Horizon horizon) {
    for (Expression.Comparison comparison : expression.comparisons()) {
      Measure measure = comparison.measure().unchanged();
      if (measure instanceof Measure.OfMetric metric) {
        LocalDate end = metric.moment().end();
        if (end.isBefore(horizon.from()) || end.isAfter(horizon.to())) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s, a date outside the horizon, %s to %s",
                  measure.text(),
                  horizon.from(),
                  horizon.to()));
        }
      }
    }
    return Optional.empty();
  }
}
