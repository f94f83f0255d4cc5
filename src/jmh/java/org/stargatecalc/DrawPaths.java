package org.stargatecalc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.support.ProjectedYaml;
import org.stargatecalc.uncertainty.MeanCollector;
import org.stargatecalc.uncertainty.QuantileCollector;
import org.stargatecalc.uncertainty.Sampling;

/** What one draw costs, part by part: the sampler, the engine, means and quantiles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DrawPaths {
  private static final int CHUNK = 512;
  private static final int FIRST = 1 << 15;

  private final DrawPlan random;
  private final DrawPlan sobol;
  private final ScenarioResolver resolver;
  private final Scenario scenario;
  private final ProjectionEngine.Draw metrics;
  private final ProjectionEngine.Draw claims;
  private final double[] inputs;
  private final double[] values;
  private final double[] chunk = new double[CHUNK];
  private final MeanCollector mean;
  private final QuantileCollector quantiles;
  private int draw;

  /** Reads the scenario that src/bench/draws.sh measures as a whole. */
  public DrawPaths() {
    ScenarioSpec spec = ProjectedYaml.load(text("src/bench/five-phases.yaml")).spec();
    random = DrawPlan.of(List.of(spec), Sampling.RANDOM, 1).get(0);
    sobol = DrawPlan.of(List.of(spec), Sampling.SOBOL, 1).get(0);
    resolver = new ScenarioResolver(spec);
    scenario = resolver.central();
    double[] ends =
        spec.horizon().periodEnds(Period.YEAR).stream().mapToDouble(Instants::endOf).toArray();
    List<Metric> all =
        Arrays.stream(Metric.values()).filter(m -> m.kind() != Metric.Kind.TEXT).toList();
    ProjectionEngine engine = new ProjectionEngine(scenario, ends);
    metrics = engine.draws(ends, all, List.of());
    claims =
        engine.draws(
            new double[0],
            List.of(),
            List.of(Metric.LARGEST_TRAINING_SYSTEM_GW),
            Set.of(Basis.FACILITY));
    inputs = new double[random.inputs().size()];
    values = new double[all.size() * ends.length];
    SplittableRandom numbers = new SplittableRandom(1);
    double[] first = numbers.doubles(FIRST).toArray();
    Arrays.setAll(chunk, i -> first[i]);
    mean = MeanCollector.of(first, FIRST, FIRST);
    quantiles = QuantileCollector.bracketing(first, FIRST, 5, 0.05, 0.5, 0.95);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws all inputs at random and resolves the scenario. */
  @Benchmark
  public Scenario drawAtRandom() {
    return draw(random);
  }

  /** Draws all inputs by Sobol points and resolves the scenario. */
  @Benchmark
  public Scenario drawSobol() {
    return draw(sobol);
  }

  private Scenario draw(DrawPlan plan) {
    plan.write(draw++ & 0xFFFF, inputs);
    resolver.resolve(inputs, scenario);
    return scenario;
  }

  /** Draws at random and projects every metric by year. */
  @Benchmark
  public double[] drawAndProjectMetrics() {
    draw(random);
    metrics.project(values);
    return values;
  }

  /** Draws at random and finds when the largest training system reaches 5 GW. */
  @Benchmark
  public double drawAndReach() {
    draw(random);
    claims.project(values);
    return claims.firstReached(Metric.LARGEST_TRAINING_SYSTEM_GW, Basis.FACILITY, 5);
  }

  /** Adds one value to a mean. */
  @Benchmark
  @OperationsPerInvocation(CHUNK)
  public MeanCollector mean() {
    MeanCollector part = mean.sibling();
    part.add(chunk, 0, CHUNK);
    return part;
  }

  /** Counts one value for three quantiles. */
  @Benchmark
  @OperationsPerInvocation(CHUNK)
  public QuantileCollector quantiles() {
    QuantileCollector part = quantiles.sibling(1);
    part.add(chunk, CHUNK);
    return part;
  }
}
