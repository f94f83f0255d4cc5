package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.Measures;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Sample;
import org.stargatecalc.result.Statistic;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * The metrics of a scenario over all draws, at moments that are known beforehand.
 *
 * <p>Flows whose periods follow one another come from one run; any other flow gets its own.
 */
public final class DrawnMeasures implements Measures {
  /** Draws that are kept one by one: enough to tell the error of a difference. */
  private static final int KEPT = 4096;

  private final Measures central;
  private final ScenarioSpec spec;
  private final List<Claim> claims;
  private final Settings settings;
  private final DrawPlan plan;
  private final List<Metric> metrics;
  private final List<LocalDate> ends;
  private final Drawn drawn;
  private final Map<List<LocalDate>, Bands> ownRuns = new HashMap<>();
  private final Map<List<Object>, Sample> samples = new HashMap<>();
  private final Map<List<LocalDate>, Map<List<Object>, Sample>> ownSamples = new HashMap<>();

  /**
   * Makes all draws.
   *
   * @param central answers for the central case
   * @param claims judged in every draw
   * @param metrics to be measured, none of them a text
   * @param moments at which they will be measured; those outside the horizon are left out
   */
  public DrawnMeasures(
      Measures central,
      ScenarioSpec spec,
      List<Claim> claims,
      List<Metric> metrics,
      List<Moment> moments,
      Settings settings,
      DrawPlan plan,
      Progress progress) {
    this.central = central;
    this.spec = spec;
    this.claims = List.copyOf(claims);
    this.metrics = List.copyOf(metrics);
    this.settings = settings;
    this.plan = plan;
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (Moment moment : moments) {
      moment.after().filter(this::isInside).ifPresent(dates::add);
      if (isInside(moment.end())) {
        dates.add(moment.end());
      }
    }
    this.ends = List.copyOf(dates);
    this.drawn = run(ends, this.metrics, progress);
  }

  private boolean isInside(LocalDate date) {
    return !date.isBefore(spec.horizon().from()) && !date.isAfter(spec.horizon().to());
  }

  private Drawn run(List<LocalDate> at, List<Metric> which, Progress progress) {
    return new MonteCarlo(spec, claims, at, which, settings, plan, progress).run();
  }

  /** Returns a result of the central case with what the draws say. */
  public Result addTo(Result result) {
    List<ResultClaim> judged = new ArrayList<>();
    for (int i = 0; i < result.claims().size(); i++) {
      ClaimOdds odds = drawn.odds().get(i);
      judged.add(
          result
              .claims()
              .get(i)
              .withProbability(new Estimate(odds.probabilityMet(), odds.standardError())));
    }
    return result.withDraws(settings.seed(), settings.draws(), judged, this);
  }

  @Override
  public Estimate measure(Metric metric, Statistic statistic, Moment moment)
      throws NotMeasuredException {
    Estimate ofCentral = central.measure(metric, Statistic.CENTRAL, moment);
    if (statistic.kind() == Statistic.Kind.CENTRAL) {
      return ofCentral;
    }
    Bands bands = bands(metric, moment);
    if (statistic.kind() == Statistic.Kind.MEAN) {
      return new Estimate(
          bands.mean(metric, moment.end()), bands.standardError(metric, moment.end()));
    }
    int percentile = (int) Math.round(statistic.level() * 100);
    if (!bands.percentiles().contains(percentile)) {
      throw new NotMeasuredException("no quantile " + statistic.id() + " was asked of the draws");
    }
    double error = sample(metric, moment).map(s -> s.error(statistic)).orElse(0.0);
    return new Estimate(bands.quantile(metric, moment.end(), percentile), error);
  }

  private Bands bands(Metric metric, Moment moment) throws NotMeasuredException {
    if (!metrics.contains(metric) || !ends.contains(moment.end())) {
      throw new NotMeasuredException(
          metric.id() + " at " + moment.end() + " was not asked of the draws");
    }
    if (metric.kind() != Metric.Kind.FLOW || isStepOfTheRun(moment)) {
      return drawn.bands();
    }
    return ownRuns.computeIfAbsent(
        steps(moment), steps -> run(steps, flows(), Progress.NONE).bands());
  }

  private List<Metric> flows() {
    return metrics.stream().filter(metric -> metric.kind() == Metric.Kind.FLOW).toList();
  }

  private List<LocalDate> steps(Moment moment) {
    List<LocalDate> steps = new ArrayList<>();
    moment.after().filter(this::isInside).ifPresent(steps::add);
    steps.add(moment.end());
    return steps;
  }

  /** Whether a flow is one that the common run adds up between two of its dates. */
  private boolean isStepOfTheRun(Moment moment) {
    int at = ends.indexOf(moment.end());
    Optional<LocalDate> after = moment.after().filter(this::isInside);
    return at == 0 ? after.isEmpty() : after.isPresent() && ends.get(at - 1).equals(after.get());
  }

  @Override
  public Optional<String> word(Metric metric, LocalDate date) throws NotMeasuredException {
    return central.word(metric, date);
  }

  @Override
  public Optional<Sample> sample(Metric metric, Moment moment) throws NotMeasuredException {
    bands(metric, moment);
    if (metric.kind() != Metric.Kind.FLOW || isStepOfTheRun(moment)) {
      if (samples.isEmpty()) {
        samples.putAll(firstDraws(ends, metrics));
      }
      return Optional.ofNullable(samples.get(List.of(metric, moment.end())));
    }
    return Optional.ofNullable(
        ownSamples
            .computeIfAbsent(steps(moment), steps -> firstDraws(steps, flows()))
            .get(List.of(metric, moment.end())));
  }

  /** Projects the first draws once more and keeps what they give, by metric and date. */
  private Map<List<Object>, Sample> firstDraws(List<LocalDate> at, List<Metric> which) {
    int draws = Math.min(settings.draws(), KEPT);
    double[] instants = at.stream().mapToDouble(Instants::endOf).toArray();
    Metric[] array = which.toArray(Metric[]::new);
    double[][] kept = new double[array.length * instants.length][draws];
    ScenarioResolver resolver = new ScenarioResolver(spec);
    Scenario scenario = resolver.central();
    ProjectionEngine.Draw projector =
        new ProjectionEngine(scenario, instants).draws(instants, which, List.of());
    double[] inputs = new double[plan.inputs().size()];
    double[] values = new double[kept.length];
    for (int draw = 0; draw < draws; draw++) {
      plan.write(draw, inputs);
      resolver.resolve(inputs, scenario);
      projector.project(values);
      for (int cell = 0; cell < kept.length; cell++) {
        kept[cell][draw] = values[cell];
      }
    }
    Map<List<Object>, Sample> first = new HashMap<>();
    for (int m = 0; m < array.length; m++) {
      for (int p = 0; p < instants.length; p++) {
        double[] cell = kept[m * instants.length + p];
        first.put(List.of(array[m], at.get(p)), new Sample(cell, settings.draws()));
      }
    }
    return first;
  }

  @Override
  public Optional<Sample> met(String claim) {
    for (int c = 0; c < claims.size(); c++) {
      if (claims.get(c).id().equals(claim)) {
        int draws = Math.min(settings.draws(), KEPT);
        double[] met = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
          met[draw] = drawn.outcomes().reached(c, draw) <= claims.get(c).deadline() ? 1 : 0;
        }
        return Optional.of(new Sample(met, settings.draws()));
      }
    }
    return Optional.empty();
  }
}
