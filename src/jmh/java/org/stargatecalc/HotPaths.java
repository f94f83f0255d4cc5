package org.stargatecalc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.render.Decimals;
import org.stargatecalc.render.Format;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.report.Report;
import org.stargatecalc.support.ProjectedYaml;

/** The parts whose speed users notice: reading, projecting, quantities and writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotPaths {
  private static final int ROWS = 10_000;
  private static final int NUMBERS = 8;

  private byte[] scenario = {};
  private ProjectedYaml.InMemoryFiles files = new ProjectedYaml.InMemoryFiles(Map.of());
  private LoadedScenario loaded;
  private Report table;
  private final double[] numbers = new double[ROWS * NUMBERS];
  private final byte[] bytes = new byte[Decimals.LONGEST];

  /** Reads the scenario of the README and makes a table of random numbers. */
  @Setup
  public void prepare() throws IOException {
    scenario = Files.readAllBytes(Path.of("scenarios/base.yaml"));
    files =
        new ProjectedYaml.InMemoryFiles(
            Map.of("base", new String(scenario, StandardCharsets.UTF_8)));
    loaded = load();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextDouble() * Math.pow(10, random.nextInt(8) - 2);
    }
    table = new Report(List.of(), new Numbers(), Data.NULL);
  }

  /** Reads scenarios/base.yaml from its bytes. */
  @Benchmark
  public LoadedScenario load() {
    ScenarioLoader loader = new ScenarioLoader(CatalogReader.shipped(), files);
    return loader.load("base", ScenarioLoader.Changes.NONE, new Problems()).orElseThrow();
  }

  /** Projects scenarios/base.yaml and judges its claims. */
  @Benchmark
  public Projected project() {
    return Projected.of(loaded.spec(), loaded.claims());
  }

  /** Runs the whole command in a warm process. */
  @Benchmark
  public int command() {
    InputStream in = new ByteArrayInputStream(scenario);
    OutputStream nowhere = OutputStream.nullOutputStream();
    return Main.run(in, nowhere, nowhere, Map.of(), "project", "-");
  }

  /** Reads a quantity with a unit. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public double quantity() throws InvalidTextException {
    return QuantityParser.parse("$12.28M/MW", Dimension.MONEY_PER_POWER);
  }

  /** Writes one number with six significant digits. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(ROWS * NUMBERS)
  public int decimal() {
    int sum = 0;
    for (double number : numbers) {
      sum += Decimals.put(number, 6, bytes, 0);
    }
    return sum;
  }

  /** Writes a CSV cell, header and row ends shared out. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(ROWS * NUMBERS)
  public void csvCell() throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Format.CSV.renderer().render(table, RenderOptions.PLAIN, nowhere);
  }

  private final class Numbers implements DataTable {
    private final List<Column> columns =
        java.util.stream.IntStream.range(0, NUMBERS)
            .mapToObj(i -> Column.number("metric_" + i))
            .toList();

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public int rows() {
      return ROWS;
    }

    @Override
    public double number(int row, int column) {
      return numbers[row * NUMBERS + column];
    }

    @Override
    public Optional<String> text(int row, int column) {
      return Optional.empty();
    }
  }
}
