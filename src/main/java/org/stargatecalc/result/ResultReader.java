package org.stargatecalc.result;

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
import org.stargatecalc.field.Field;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.tree.JsonTree;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.word.Worded;

/** Reads results that {@code project} saved as JSON, by the fields by which it wrote them. */
public final class ResultReader {
  private ResultReader() {}

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
    SavedRecord record = new SavedRecord(root.get(), "", problems);
    Node.Entry written = root.get().get("schema");
    String schema =
        written != null && written.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    List<Result> results = new ArrayList<>();
    if (schema.equals(Result.SCHEMA)) {
      result(record).ifPresent(results::add);
    } else if (schema.equals(Result.SCHEMA_OF_SEVERAL)) {
      record.records(ResultFields.ALL_RESULTS).forEach(r -> result(r).ifPresent(results::add));
    } else {
      problems.error(
          written == null ? root.get().location() : written.value().location(),
          "schema",
          "found '" + schema + "', which this version does not read",
          Result.SCHEMA + "; make a new one: stargate-calc project SCENARIO -o " + file);
    }
    return problems.isEmpty() ? List.copyOf(results) : List.of();
  }

  private static Optional<Result> result(SavedRecord root) {
    SavedRecord scenario = root.record(ResultFields.SCENARIO);
    LocalDate from = scenario.date(ResultFields.HORIZON_FROM);
    LocalDate to = scenario.date(ResultFields.HORIZON_TO);
    if (root.problems().isEmpty() && to.isBefore(from)) {
      scenario.wrong(ResultFields.HORIZON_TO, "a date not before " + from);
    }
    if (!root.problems().isEmpty()) {
      return Optional.empty();
    }
    Horizon horizon = new Horizon(from, to);
    List<ResultClaim> claims = new ArrayList<>();
    root.records(ResultFields.CLAIMS).forEach(c -> claim(c).ifPresent(claims::add));
    List<ResultAssumption> assumptions = new ArrayList<>();
    root.records(ResultFields.ASSUMPTIONS).forEach(a -> assumption(a).ifPresent(assumptions::add));
    return Optional.of(
        new Result(
            scenario.text(ResultFields.NAME),
            scenario.optionalText(ResultFields.TITLE),
            scenario.text(ResultFields.FILE),
            horizon,
            modelVersion(root),
            root.whole(ResultFields.SEED),
            root.whole(ResultFields.SAMPLES),
            claims,
            assumptions,
            new SavedMeasures(horizon, rows(root, horizon))));
  }

  private static int modelVersion(SavedRecord root) {
    if (!root.has(ResultFields.MODEL_VERSION)) {
      return ModelVersion.FIRST;
    }
    long version = root.whole(ResultFields.MODEL_VERSION);
    if (version < ModelVersion.FIRST || version > Integer.MAX_VALUE) {
      root.wrong(ResultFields.MODEL_VERSION, "a whole number from " + ModelVersion.FIRST);
      return ModelVersion.FIRST;
    }
    return (int) version;
  }

  private static Optional<ResultClaim> claim(SavedRecord claim) {
    Optional<Metric> metric = Metric.of(claim.text(ClaimFields.METRIC));
    if (metric.isEmpty()) {
      claim.wrong(ClaimFields.METRIC, "a metric of this version");
    }
    Optional<Verdict> verdict = Worded.of(Verdict.values(), claim.text(ClaimFields.VERDICT));
    if (metric.isEmpty() || verdict.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble met = claim.optionalNumber(ClaimFields.PROBABILITY);
    return Optional.of(
        new ResultClaim(
            claim.text(ClaimFields.ID),
            claim.optionalText(ClaimFields.TITLE).orElse(""),
            metric.get(),
            claim
                .optionalText(ClaimFields.BASIS)
                .flatMap(basis -> Worded.of(Basis.values(), basis)),
            claim.number(ClaimFields.AT_LEAST),
            claim.date(ClaimFields.BY),
            verdict.get(),
            claim.optionalNumber(ClaimFields.VALUE),
            claim.optionalNumber(ClaimFields.ATTAINMENT),
            claim.optionalNumber(ClaimFields.SHORTFALL),
            claim.optionalDate(ClaimFields.REACHED_ON),
            claim.optionalNumber(ClaimFields.SLIP_MONTHS),
            met.isPresent()
                ? Optional.of(
                    new Estimate(
                        met.getAsDouble(),
                        claim.optionalNumber(ClaimFields.PROBABILITY_ERROR).orElse(0)))
                : Optional.empty()));
  }

  private static Optional<ResultAssumption> assumption(SavedRecord saved) {
    Optional<String> unit = saved.optionalText(AssumptionFields.UNIT);
    Optional<Origin> origin = Worded.of(Origin.values(), saved.text(AssumptionFields.ORIGIN));
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ResultAssumption(
            saved.text(AssumptionFields.PATH),
            saved.text(AssumptionFields.DECLARED_AT),
            unit.isPresent() ? saved.number(AssumptionFields.VALUE) : Double.NaN,
            end(saved, AssumptionFields.LOW, unit.isPresent()),
            end(saved, AssumptionFields.HIGH, unit.isPresent()),
            unit.isPresent() ? "" : saved.text(AssumptionFields.VALUE),
            unit,
            origin.get(),
            saved.optionalText(AssumptionFields.SOURCE),
            saved.optionalText(AssumptionFields.CONFIDENCE),
            saved.optionalText(AssumptionFields.AS_OF)));
  }

  /** An end of an uncertain value: a number, or the day of a date; NaN if there is none. */
  private static double end(SavedRecord saved, Field<?> field, boolean numeric) {
    if (!saved.has(field)) {
      return Double.NaN;
    }
    return numeric ? saved.number(field) : saved.date(field).toEpochDay();
  }

  private static List<SavedMeasures.Row> rows(SavedRecord root, Horizon horizon) {
    Optional<Period> by =
        root.optionalText(ResultFields.BY).flatMap(word -> Worded.of(Period.values(), word));
    LocalDate start = horizon.from().minusDays(1);
    List<SavedMeasures.Row> rows = new ArrayList<>();
    for (SavedRecord row : root.records(ResultFields.TIMELINE)) {
      LocalDate end = row.date(PeriodFields.PERIOD_END);
      LocalDate after = by.map(period -> period.endOfPeriodBefore(end)).orElse(start);
      Map<String, Double> numbers = new HashMap<>();
      Map<Metric, String> words = new HashMap<>();
      for (String key : row.keys()) {
        Optional<Metric> metric = PeriodFields.metric(key);
        if (metric.isEmpty()) {
          continue;
        }
        Field<PeriodValues> field = PeriodFields.written(metric.get(), key);
        if (metric.get().kind() == Metric.Kind.TEXT) {
          row.optionalText(field).ifPresent(word -> words.put(metric.get(), word));
        } else {
          numbers.put(key, row.optionalNumber(field).orElse(Double.NaN));
        }
      }
      rows.add(new SavedMeasures.Row(after.isBefore(start) ? start : after, end, numbers, words));
    }
    return rows;
  }
}
