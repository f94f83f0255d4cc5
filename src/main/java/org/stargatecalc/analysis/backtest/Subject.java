package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.word.Worded;

/**
 * Something recorded over time that a scenario projects too.
 *
 * @param scope one site, the largest of several or their sum
 * @param id the record's id of the site, or the scope's word
 * @param title for people
 * @param scenarioSite what the scenario calls the site; empty for several
 * @param models ids of all models that take part, the projection first
 * @param planDate when the plan that is the last baseline was published; empty without one
 * @param points of both bases, by date
 * @param outside how many recorded dates lie outside the scenario's horizon
 */
public record Subject(
    Scope scope,
    String id,
    String title,
    Optional<String> scenarioSite,
    List<String> models,
    Optional<LocalDate> planDate,
    List<BacktestPoint> points,
    int outside) {
  /** Copies the lists. */
  public Subject {
    models = List.copyOf(models);
    points = List.copyOf(points);
  }

  /** What a subject is. */
  public enum Scope implements Worded {
    /** One site. */
    SITE,
    /** The largest of the compared sites. */
    LARGEST,
    /** All compared sites together. */
    SUM;
  }

  /** Which points of a subject are scored together. */
  public enum Window implements Worded {
    /** Everything that happened. */
    HAPPENED,
    /** What happened after the plan was published, so that the plan can be compared. */
    SINCE_PLAN,
    /** What the record's authors still expect. */
    FORECAST;
  }

  /** Returns whether there is any point but announcements. */
  public boolean isScored() {
    return points.stream().anyMatch(p -> p.set() != PointSet.ANNOUNCED);
  }

  /** Returns the windows that apply. */
  public List<Window> windows() {
    return planDate.isPresent()
        ? List.of(Window.values())
        : List.of(Window.HAPPENED, Window.FORECAST);
  }

  /** Returns the points of one window on one basis. */
  public List<BacktestPoint> points(Window window, Basis basis) {
    PointSet set = window == Window.FORECAST ? PointSet.FORECAST : PointSet.HAPPENED;
    return points.stream()
        .filter(p -> p.basis() == basis && p.set() == set)
        .filter(
            p ->
                window != Window.SINCE_PLAN
                    || planDate.map(plan -> p.date().isAfter(plan)).orElse(false))
        .toList();
  }

  /** Returns the scores of all models, the projection first. */
  public List<Score> scores(Window window, Basis basis) {
    List<BacktestPoint> scored = points(window, basis);
    return models.stream().map(model -> Score.of(model, scored)).toList();
  }

  /**
   * Returns the baseline with the least mean absolute percentage error; one that says nothing about
   * some of the points is not compared.
   */
  public Optional<Score> bestBaseline(Window window, Basis basis) {
    List<Score> scores = scores(window, basis);
    int most = scores.stream().mapToInt(Score::positivePoints).max().orElse(0);
    return scores.stream()
        .skip(1)
        .filter(score -> score.positivePoints() == most && most > 0)
        .min(Comparator.comparingDouble(Score::mape));
  }
}
