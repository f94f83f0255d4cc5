package org.stargatecalc.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.result.DrawnNumber;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.Meaning;
import org.stargatecalc.result.Measures;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/** Compares results with a base: assumptions, claims, metrics at chosen moments. */
public final class Comparer {
  private static final int MOST_REASONS = 5;

  /** The central case, and the quantiles of what is drawn. */
  private static final List<Statistic> DRAWN =
      List.of(
          Statistic.CENTRAL,
          Statistic.percentile(5),
          Statistic.percentile(50),
          Statistic.percentile(95));

  private final List<Metric> metrics;
  private final List<Moment> moments;
  private final Tolerance tolerance;
  private final Chance chance;

  /**
   * Creates a comparer.
   *
   * @param metrics to compare
   * @param moments at which to compare them, in order
   * @param tolerance of relative changes
   */
  public Comparer(List<Metric> metrics, List<Moment> moments, Tolerance tolerance) {
    this.metrics = metrics.stream().filter(tolerance::isOf).toList();
    this.moments = List.copyOf(moments);
    this.tolerance = tolerance;
    this.chance = new Chance(Math.max(1, this.metrics.size() * moments.size() * DRAWN.size()));
  }

  /** Compares others with a base. */
  public Comparison compare(Side base, List<Side> others) {
    List<String> warnings = warnings(base, others);
    Set<String> notes = new LinkedHashSet<>(warnings);
    AssumptionComparer assumptions = new AssumptionComparer(base, others);
    assumptions.compare();
    assumptions.notes().forEach(notes::add);
    List<Comparison.ClaimChange> claims = new ArrayList<>();
    Set<String> uncompared = new LinkedHashSet<>();
    int sameClaims = 0;
    for (String id : claimIds(base, others)) {
      if (isComparable(id, base, others) && isTolerated(id, base, others)) {
        Comparison.ClaimChange change = claim(id, base, others);
        sameClaims += isUnchanged(change) ? 1 : 0;
        if (!isUnchanged(change)) {
          claims.add(change);
        }
      } else {
        uncompared.add(id);
      }
    }
    boolean complete =
        base.result().isPresent() && others.stream().allMatch(o -> o.result().isPresent());
    List<Moment> compared =
        complete || moments.isEmpty()
            ? moments
            : moments.subList(moments.size() - 1, moments.size());
    Set<String> reasons = new LinkedHashSet<>();
    List<Comparison.MetricChange> all = metrics(compared, base, others, reasons);
    List<Comparison.MetricChange> changes = all.stream().filter(Comparer::differs).toList();
    int same = (int) all.stream().filter(change -> !differs(change) && isEqual(change)).count();
    notes.addAll(reasons.stream().limit(MOST_REASONS).toList());
    return new Comparison(
        base,
        others,
        assumptions.changes(),
        claims,
        uncompared,
        changes,
        new Comparison.Unchanged(
            assumptions.unchanged(),
            sameClaims,
            same,
            all.size() - changes.size() - same,
            compared.size()),
        oneSided(compared, base, others),
        lacking(compared, base, others),
        List.of(),
        List.copyOf(notes),
        warnings);
  }

  /** Returns whether a claim is, on any side, on a metric that is compared. */
  private boolean isTolerated(String id, Side base, List<Side> others) {
    return Stream.concat(Stream.of(base), others.stream())
        .flatMap(side -> side.result().stream())
        .flatMap(result -> result.claim(id).stream())
        .anyMatch(claim -> tolerance.isOf(claim.metric()));
  }

  private List<Comparison.MetricChange> metrics(
      List<Moment> compared, Side base, List<Side> others, Set<String> reasons) {
    List<Comparison.MetricChange> all = new ArrayList<>();
    List<Statistic> statistics = statistics(base, others);
    for (Metric metric : metrics) {
      for (Moment moment : compared) {
        for (Statistic statistic : statistics) {
          if (metric.kind() != Metric.Kind.TEXT || statistic.equals(Statistic.CENTRAL)) {
            metric(metric, statistic, moment, base, others, reasons).ifPresent(all::add);
          }
        }
      }
    }
    return all;
  }

  /** How many dates lie in the base's horizon or another's, but not in both. */
  private static int oneSided(List<Moment> compared, Side base, List<Side> others) {
    int count = 0;
    for (Moment moment : compared) {
      boolean differs = false;
      for (Side other : others) {
        boolean both = base.result().isPresent() && other.result().isPresent();
        differs |= both && has(base, moment) != has(other, moment);
      }
      count += differs ? 1 : 0;
    }
    return count;
  }

  /** How many numbers a side should have, and lacks. */
  private int lacking(List<Moment> compared, Side base, List<Side> others) {
    List<Side> sides = Stream.concat(Stream.of(base), others.stream()).toList();
    List<Statistic> statistics = statistics(base, others);
    int count = 0;
    for (Metric metric : metrics) {
      for (Moment moment : compared) {
        for (Statistic statistic : statistics) {
          boolean lacks = false;
          for (Side side : sides) {
            lacks |= has(side, moment) && lacks(side, metric, statistic, moment);
          }
          count += lacks ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static boolean lacks(Side side, Metric metric, Statistic statistic, Moment moment) {
    Measures measures = side.result().orElseThrow().measures();
    boolean isCentral = statistic.equals(Statistic.CENTRAL);
    if (!isCentral
        && (metric.kind() == Metric.Kind.TEXT || side.result().orElseThrow().samples() == 0)) {
      return false;
    }
    try {
      if (metric.kind() == Metric.Kind.TEXT) {
        measures.word(metric, moment.end());
      } else {
        measures.measure(metric, statistic, moment);
      }
      return false;
    } catch (NotMeasuredException lacking) {
      return true;
    }
  }

  private static boolean differs(Comparison.MetricChange change) {
    return change.to().stream().anyMatch(Comparison.Value::differs);
  }

  private static boolean has(Side side, Moment moment) {
    return side.result()
        .map(result -> result.horizon().contains(Instants.endOf(moment.end())))
        .orElse(false);
  }

  /** What another version of the model computed is compared only where it means the same. */
  private List<String> warnings(Side base, List<Side> others) {
    List<String> warnings = new ArrayList<>();
    for (Side other : others) {
      if (base.result().isPresent() && other.result().isPresent()) {
        Meaning.warning(base.label(), base.result().get(), other.result().get(), metrics)
            .ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private static boolean isComparable(Metric metric, Side base, Side other) {
    return base.result().isEmpty()
        || other.result().isEmpty()
        || Meaning.isSame(metric, base.result().get(), other.result().get());
  }

  /** Whether a claim means the same on all sides that are asked it. */
  private static boolean isComparable(String id, Side base, List<Side> others) {
    return others.stream()
        .allMatch(
            other ->
                Stream.of(base, other)
                    .flatMap(side -> of(side, id).stream())
                    .allMatch(claim -> isComparable(claim.metric(), base, other)));
  }

  /** The central case, and quantiles where a side has draws. */
  private static List<Statistic> statistics(Side base, List<Side> others) {
    boolean drawn =
        Stream.concat(Stream.of(base), others.stream())
            .flatMap(side -> side.result().stream())
            .anyMatch(result -> result.samples() > 0);
    return drawn ? DRAWN : List.of(Statistic.CENTRAL);
  }

  private static Set<String> claimIds(Side base, List<Side> others) {
    Set<String> ids = new LinkedHashSet<>();
    base.result().ifPresent(r -> r.claims().forEach(c -> ids.add(c.id())));
    others.forEach(o -> o.result().ifPresent(r -> r.claims().forEach(c -> ids.add(c.id()))));
    return ids;
  }

  private Comparison.ClaimChange claim(String id, Side base, List<Side> others) {
    Optional<ResultClaim> from = of(base, id);
    List<Optional<ResultClaim>> to = others.stream().map(other -> of(other, id)).toList();
    List<Boolean> noise = new ArrayList<>();
    boolean differs = base.result().isEmpty();
    for (int i = 0; i < to.size(); i++) {
      boolean within = isNoise(id, from, to.get(i), base, others.get(i));
      noise.add(within);
      differs |= from.isPresent() != to.get(i).isPresent();
      if (from.isPresent() && to.get(i).isPresent()) {
        differs |= !isSame(from.get(), to.get(i).get());
        differs |= !within && !isSameProbability(from.get(), to.get(i).get());
      }
    }
    return new Comparison.ClaimChange(id, from, to, noise, differs);
  }

  /** Whether a probability moved, but by no more than chance explains. */
  private boolean isNoise(
      String id, Optional<ResultClaim> from, Optional<ResultClaim> to, Side base, Side other) {
    Optional<Estimate> before = from.flatMap(ResultClaim::probability);
    Optional<Estimate> after = to.flatMap(ResultClaim::probability);
    if (before.isEmpty() || after.isEmpty() || before.get().value() == after.get().value()) {
      return false;
    }
    double error =
        drawn(id, other, after.get())
            .errorOfChange(drawn(id, base, before.get()), Statistic.MEAN, false);
    return chance.explains(after.get().value() - before.get().value(), error);
  }

  private static DrawnNumber drawn(String claim, Side side, Estimate probability) {
    Result result = side.result().orElseThrow();
    return new DrawnNumber(result, probability, result.measures().met(claim));
  }

  private static boolean isSameProbability(ResultClaim from, ResultClaim to) {
    Optional<Double> before = from.probability().map(Estimate::value);
    return before.equals(to.probability().map(Estimate::value));
  }

  private static Optional<ResultClaim> of(Side side, String id) {
    return side.result().flatMap(result -> result.claim(id));
  }

  private static boolean isUnchanged(Comparison.ClaimChange change) {
    return !change.differs() && !change.noise().contains(true);
  }

  private boolean isSame(ResultClaim from, ResultClaim to) {
    return from.asksAs(to)
        && from.verdict() == to.verdict()
        && from.reachedOn().equals(to.reachedOn())
        && isNear(from.value(), to.value(), tolerance.of(from.metric()));
  }

  private static boolean isNear(OptionalDouble a, OptionalDouble b, double share) {
    return a.isPresent() == b.isPresent()
        && (a.isEmpty() || Rounding.isWithin(share, a.getAsDouble(), b.getAsDouble()));
  }

  private static boolean isEqual(Comparison.MetricChange change) {
    return change.to().stream()
        .allMatch(to -> Rounding.isWithin(0, change.from().number(), to.number()));
  }

  private Optional<Comparison.MetricChange> metric(
      Metric metric,
      Statistic statistic,
      Moment moment,
      Side base,
      List<Side> others,
      Set<String> reasons) {
    Comparison.Value from = value(metric, statistic, moment, base, base, Optional.empty(), reasons);
    List<Comparison.Value> to = new ArrayList<>();
    for (Side other : others) {
      to.add(
          isComparable(metric, base, other)
              ? value(metric, statistic, moment, other, base, Optional.of(from), reasons)
              : Comparison.Value.NOT_MEASURED);
    }
    boolean comparable =
        (from.measured() || base.result().isEmpty())
            && to.stream().anyMatch(Comparison.Value::measured);
    boolean gone = from.measured() && others.stream().anyMatch(o -> o.result().isEmpty());
    return comparable || gone
        ? Optional.of(new Comparison.MetricChange(metric, statistic, moment, from, to))
        : Optional.empty();
  }

  private Comparison.Value value(
      Metric metric,
      Statistic statistic,
      Moment moment,
      Side side,
      Side baseSide,
      Optional<Comparison.Value> base,
      Set<String> reasons) {
    Optional<Result> result = side.result();
    if (result.isEmpty()) {
      boolean differs = base.map(Comparison.Value::measured).orElse(false);
      return new Comparison.Value(Double.NaN, 0, Optional.empty(), false, differs, false);
    }
    if (!statistic.equals(Statistic.CENTRAL) && result.get().samples() == 0) {
      reasons.add(side.label() + ": there are no draws; its central case alone is compared");
      return Comparison.Value.NOT_MEASURED;
    }
    Measures measures = result.get().measures();
    try {
      if (metric.kind() == Metric.Kind.TEXT) {
        Optional<String> word = measures.word(metric, moment.end());
        boolean differs = base.map(b -> !b.measured() || !b.word().equals(word)).orElse(false);
        return new Comparison.Value(Double.NaN, 0, word, true, differs, false);
      }
      Estimate estimate = measures.measure(metric, statistic, moment);
      boolean differs =
          base.map(
                  b ->
                      !b.measured()
                          || !Rounding.isWithin(tolerance.of(metric), b.number(), estimate.value()))
              .orElse(false);
      boolean noise =
          differs
              && statistic.kind() != Statistic.Kind.CENTRAL
              && base.get().measured()
              && chance.explains(
                  estimate.value() - base.get().number(),
                  drawn(metric, statistic, moment, side)
                      .errorOfChange(drawn(metric, statistic, moment, baseSide), statistic, false));
      return new Comparison.Value(
          estimate.value(), estimate.error(), Optional.empty(), true, differs, noise);
    } catch (NotMeasuredException notThere) {
      reasons.add(side.label() + ": " + notThere.getMessage());
      return Comparison.Value.NOT_MEASURED;
    }
  }

  private static DrawnNumber drawn(Metric metric, Statistic statistic, Moment moment, Side side)
      throws NotMeasuredException {
    Result result = side.result().orElseThrow();
    Measures measures = result.measures();
    return new DrawnNumber(
        result, measures.measure(metric, statistic, moment), measures.sample(metric, moment));
  }
}
