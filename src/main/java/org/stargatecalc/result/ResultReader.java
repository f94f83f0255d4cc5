package org.stargatecalc.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.tree.JsonTree;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/** Reads results that {@code project} saved as JSON. */
public final class ResultReader {
  private final Problems problems;

  private ResultReader(Problems problems) {
    this.problems = problems;
  }

  /** Returns whether a file's bytes are a saved result rather than a scenario. */
  public static boolean isResult(byte[] bytes) {
    return JsonTree.rootText(bytes, "schema")
        .filter(s -> s.startsWith("stargate-calc/"))
        .isPresent();
  }

  /**
   * Reads a saved result or several in one file.
   *
   * @param file its name, for messages
   * @return the results, empty if anything is wrong
   */
  public static List<Result> read(String file, byte[] bytes, Problems problems) {
    Optional<Node.Mapping> root = JsonTree.read(file, bytes, problems);
    if (root.isEmpty()) {
      return List.of();
    }
    ResultReader reader = new ResultReader(problems);
    List<Result> results = new ArrayList<>();
    String schema = reader.text(root.get(), "", "schema");
    if (schema.equals(Result.SCHEMA)) {
      reader.result(root.get(), "").ifPresent(results::add);
    } else if (schema.equals(Result.SCHEMA_OF_SEVERAL)) {
      int i = 0;
      for (Node item : reader.items(root.get(), "", "results")) {
        String path = "results[" + i++ + "]";
        if (item instanceof Node.Mapping mapping) {
          reader.result(mapping, path).ifPresent(results::add);
        } else {
          problems.error(item.location(), path, "found " + item.describe(), "a result");
        }
      }
    } else {
      Node.Entry entry = root.get().get("schema");
      problems.error(
          entry == null ? root.get().location() : entry.value().location(),
          "schema",
          "found '" + schema + "', which this version does not read",
          Result.SCHEMA + "; make a new one: stargate-calc project SCENARIO -o " + file);
    }
    return problems.isEmpty() ? List.copyOf(results) : List.of();
  }

  private Optional<Result> result(Node.Mapping root, String path) {
    Node.Mapping scenario = object(root, path, "scenario");
    String inside = join(path, "scenario");
    LocalDate from = date(scenario, inside, "horizon_from");
    LocalDate to = date(scenario, inside, "horizon_to");
    if (problems.isEmpty() && to.isBefore(from)) {
      missing(scenario, inside, "horizon_to", "a date not before " + from);
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Horizon horizon = new Horizon(from, to);
    List<ResultClaim> claims = new ArrayList<>();
    int i = 0;
    for (Node item : items(root, path, "claims")) {
      claim(item, join(path, "claims[" + i++ + "]")).ifPresent(claims::add);
    }
    List<ResultAssumption> assumptions = new ArrayList<>();
    i = 0;
    for (Node item : items(root, path, "assumptions")) {
      assumption(item, join(path, "assumptions[" + i++ + "]")).ifPresent(assumptions::add);
    }
    return Optional.of(
        new Result(
            text(scenario, inside, "name"),
            optionalText(scenario, "title"),
            text(scenario, inside, "file"),
            horizon,
            (long) number(root, path, "seed"),
            (long) number(root, path, "samples"),
            claims,
            assumptions,
            new SavedMeasures(horizon, rows(root, path, horizon))));
  }

  private Optional<ResultClaim> claim(Node node, String path) {
    if (!(node instanceof Node.Mapping claim)) {
      problems.error(node.location(), path, "found " + node.describe(), "a claim");
      return Optional.empty();
    }
    Optional<Metric> metric = Metric.of(text(claim, path, "metric"));
    String verdict = text(claim, path, "verdict");
    Optional<Verdict> answer = constant(Verdict.values(), Verdict::id, verdict);
    if (metric.isEmpty() || answer.isEmpty()) {
      problems.error(
          claim.location(), path, "found an unknown metric or verdict", "those of this version");
      return Optional.empty();
    }
    OptionalDouble met = optionalNumber(claim, path, "probability_met");
    return Optional.of(
        new ResultClaim(
            text(claim, path, "id"),
            optionalText(claim, "title").orElse(""),
            metric.get(),
            optionalText(claim, "basis").flatMap(b -> constant(Basis.values(), Basis::id, b)),
            number(claim, path, "at_least"),
            date(claim, path, "by"),
            answer.get(),
            optionalNumber(claim, path, "value"),
            optionalNumber(claim, path, "attainment"),
            optionalNumber(claim, path, "shortfall"),
            optionalText(claim, "reached_on").map(d -> date(claim, path, "reached_on")),
            optionalNumber(claim, path, "slip_months"),
            met.isPresent()
                ? Optional.of(
                    new Estimate(
                        met.getAsDouble(),
                        optionalNumber(claim, path, "probability_met_se").orElse(0)))
                : Optional.empty()));
  }

  private Optional<ResultAssumption> assumption(Node node, String path) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(node.location(), path, "found " + node.describe(), "an assumption");
      return Optional.empty();
    }
    Optional<String> unit = optionalText(mapping, "unit");
    Optional<Origin> origin = constant(Origin.values(), Origin::id, text(mapping, path, "origin"));
    if (origin.isEmpty()) {
      problems.error(mapping.location(), path, "found an unknown origin", "those of this version");
      return Optional.empty();
    }
    return Optional.of(
        new ResultAssumption(
            text(mapping, path, "path"),
            text(mapping, path, "declared_at"),
            unit.isPresent() ? number(mapping, path, "value") : Double.NaN,
            end(mapping, path, "value_p05", unit.isPresent()),
            end(mapping, path, "value_p95", unit.isPresent()),
            unit.isPresent() ? "" : text(mapping, path, "value"),
            unit,
            origin.get(),
            optionalText(mapping, "source"),
            optionalText(mapping, "confidence"),
            optionalText(mapping, "as_of")));
  }

  /** An end of an uncertain value: a number, or the day of a date; NaN if there is none. */
  private double end(Node.Mapping mapping, String path, String key, boolean numeric) {
    if (optionalText(mapping, key).isEmpty()) {
      return Double.NaN;
    }
    return numeric ? number(mapping, path, key) : date(mapping, path, key).toEpochDay();
  }

  private List<SavedMeasures.Row> rows(Node.Mapping root, String path, Horizon horizon) {
    Optional<Period> by =
        optionalText(root, "by").flatMap(word -> constant(Period.values(), Period::id, word));
    LocalDate start = horizon.from().minusDays(1);
    List<SavedMeasures.Row> rows = new ArrayList<>();
    int i = 0;
    for (Node item : items(root, path, "timeline")) {
      String itemPath = join(path, "timeline[" + i++ + "]");
      if (!(item instanceof Node.Mapping row)) {
        problems.error(item.location(), itemPath, "found " + item.describe(), "a period");
        continue;
      }
      LocalDate end = date(row, itemPath, "period_end");
      LocalDate after = by.map(period -> period.endOfPeriodBefore(end)).orElse(start);
      Map<String, Double> numbers = new HashMap<>();
      Map<Metric, String> words = new HashMap<>();
      for (String key : row.keys()) {
        Optional<Metric> metric = Metric.of(key);
        boolean isWord = metric.map(m -> m.kind() == Metric.Kind.TEXT).orElse(false);
        if (isWord) {
          optionalText(row, key).ifPresent(word -> words.put(metric.get(), word));
        } else if (!key.equals("period_end")) {
          numbers.put(key, optionalNumber(row, itemPath, key).orElse(Double.NaN));
        }
      }
      rows.add(new SavedMeasures.Row(after.isBefore(start) ? start : after, end, numbers, words));
    }
    return rows;
  }

  private Node.Mapping object(Node.Mapping parent, String path, String key) {
    Node child = YamlTree.child(parent, key);
    if (child instanceof Node.Mapping mapping) {
      return mapping;
    }
    missing(parent, path, key, "an object");
    return new Node.Mapping(Map.of(), parent.location());
  }

  private List<Node> items(Node.Mapping parent, String path, String key) {
    Node child = YamlTree.child(parent, key);
    if (child instanceof Node.Sequence list) {
      return list.items();
    }
    missing(parent, path, key, "a list");
    return List.of();
  }

  private String text(Node.Mapping parent, String path, String key) {
    Optional<String> text = optionalText(parent, key);
    if (text.isEmpty()) {
      missing(parent, path, key, "a text");
    }
    return text.orElse("");
  }

  private static Optional<String> optionalText(Node.Mapping parent, String key) {
    return YamlTree.child(parent, key) instanceof Node.Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private double number(Node.Mapping parent, String path, String key) {
    OptionalDouble number = optionalNumber(parent, path, key);
    if (number.isEmpty()) {
      missing(parent, path, key, "a number");
    }
    return number.orElse(0);
  }

  private OptionalDouble optionalNumber(Node.Mapping parent, String path, String key) {
    Optional<String> text = optionalText(parent, key);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get()));
    } catch (NumberFormatException notANumber) {
      missing(parent, path, key, "a number");
      return OptionalDouble.empty();
    }
  }

  private LocalDate date(Node.Mapping parent, String path, String key) {
    String text = text(parent, path, key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADate) {
      if (!text.isEmpty()) {
        missing(parent, path, key, "a date");
      }
      return LocalDate.EPOCH;
    }
  }

  private void missing(Node.Mapping parent, String path, String key, String expected) {
    Node child = YamlTree.child(parent, key);
    problems.error(
        child == null ? parent.location() : child.location(),
        join(path, key),
        "found " + (child == null ? "nothing" : child.describe()),
        expected + ", as project -f json writes it");
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static <E> Optional<E> constant(
      E[] constants, java.util.function.Function<E, String> id, String word) {
    for (E constant : constants) {
      if (id.apply(constant).equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
