package org.stargatecalc.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.Measures;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.NotMeasuredException;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/** Results whose every number is stated, the same on every date. */
public final class Results implements Measures {
  /** The time that all of them cover. */
  public static final Horizon HORIZON =
      new Horizon(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31));

  private final String name;
  private final Map<Metric, Estimate> numbers = new EnumMap<>(Metric.class);
  private final List<ResultClaim> claims = new ArrayList<>();
  private final List<ResultAssumption> assumptions = new ArrayList<>();
  private Optional<String> word = Optional.empty();
  private int version = ModelVersion.CURRENT;
  private long samples;
  private long seed = 1;

  private Results(String name) {
    this.name = name;
  }

  /** Creates one of a name that says nothing yet. */
  public static Results named(String name) {
    return new Results(name);
  }

  /** States a metric. */
  public Results with(Metric metric, double value) {
    numbers.put(metric, Estimate.exact(value));
    return this;
  }

  /** States a metric that was drawn, for another value by another seed. */
  public Results drawn(Metric metric, double value, double error) {
    numbers.put(metric, new Estimate(value, error));
    samples = 100;
    seed = (long) value;
    return this;
  }

  /** States a metric that was drawn so often by a seed, and, as in a saved result, no error. */
  public Results saved(Metric metric, double value, long draws, long itsSeed) {
    numbers.put(metric, Estimate.exact(value));
    samples = draws;
    seed = itsSeed;
    return this;
  }

  /** States the binding constraint. */
  public Results bound(String constraint) {
    word = Optional.of(constraint);
    return this;
  }

  /** States a claim on facility power; reached on a day unless it is not reached. */
  public Results claim(String id, Verdict verdict, double probability) {
    return claim(id, verdict, probability, 0.01);
  }

  /** States a claim whose probability has another error than one point. */
  public Results claim(String id, Verdict verdict, double probability, double error) {
    boolean reached = verdict == Verdict.MET || verdict == Verdict.LATE;
    claims.add(
        new ResultClaim(
            id,
            "",
            Metric.FACILITY_POWER_GW,
            Optional.of(Basis.FACILITY),
            1,
            LocalDate.of(2027, 12, 31),
            verdict,
            OptionalDouble.of(reached ? 1 : 0.5),
            OptionalDouble.of(reached ? 1 : 0.5),
            OptionalDouble.of(reached ? 0 : 0.5),
            reached ? Optional.of(LocalDate.of(2027, 6, 30)) : Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Double.isNaN(probability)
                ? Optional.empty()
                : Optional.of(new Estimate(probability, error))));
    return this;
  }

  /** States a given assumption. */
  public Results assume(String path, double value) {
    return assume(path, value, Double.NaN, Double.NaN);
  }

  /** States an uncertain assumption. */
  public Results assume(String path, double low, double high) {
    return assume(path, (low + high) / 2, low, high);
  }

  private Results assume(String path, double value, double low, double high) {
    assumptions.add(
        new ResultAssumption(
            path,
            path,
            value,
            low,
            high,
            "",
            Optional.of("1"),
            Origin.GIVEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  /** Says by which version of the model it was computed. */
  public Results ofModel(int itsVersion) {
    version = itsVersion;
    return this;
  }

  /** Returns the result. */
  public Result result() {
    return new Result(
        name,
        Optional.empty(),
        name + ".yaml",
        HORIZON,
        version,
        seed,
        samples,
        claims,
        assumptions,
        this);
  }

  @Override
  public Estimate measure(Metric metric, Statistic statistic, Moment moment)
      throws NotMeasuredException {
    Estimate number = numbers.get(metric);
    if (number == null || !HORIZON.contains(moment.end().toEpochDay() + 1.0)) {
      throw new NotMeasuredException("it does not say " + metric.id());
    }
    return number;
  }

  @Override
  public Optional<String> word(Metric metric, LocalDate date) {
    return word;
  }
}
