package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.ModelVersion;
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
    String schema = JsonTree.rootText(bytes, "schema").orElse("");
    boolean one = schema.equals(Result.SCHEMA);
    boolean several = schema.equals(Result.SCHEMA_OF_SEVERAL);
    SavedLists lists = new SavedLists(problems);
    Optional<Node.Mapping> root =
        one || several
            ? JsonTree.read(file, bytes, lists, problems)
            : JsonTree.read(file, bytes, problems);
    if (root.isEmpty()) {
      return List.of();
    }
    SavedRecord record = new SavedRecord(root.get(), "", problems);
    List<Result> results = new ArrayList<>();
    if (one) {
      result(record, lists).ifPresent(results::add);
    } else if (several) {
      record
          .records(ResultFields.ALL_RESULTS)
          .forEach(r -> result(r, lists).ifPresent(results::add));
    } else {
      Node.Entry written = root.get().get("schema");
      problems.error(
          written == null ? root.get().location() : written.value().location(),
          "schema",
          "found '" + schema + "', which this version does not read",
          Result.SCHEMA + "; make a new one: stargate-calc project SCENARIO -o " + file);
    }
    return problems.isEmpty() ? List.copyOf(results) : List.of();
  }

  private static Optional<Result> result(SavedRecord root, SavedLists lists) {
    SavedRecord scenario = root.record(ResultFields.SCENARIO);
    LocalDate from = scenario.date(ResultFields.HORIZON_FROM);
    LocalDate to = scenario.date(ResultFields.HORIZON_TO);
    if (root.problems().isEmpty() && to.isBefore(from)) {
      scenario.wrong(ResultFields.HORIZON_TO, "a date not before " + from);
    }
    // Their items are read already; that there are none is a problem.
    SavedLists.ALL.forEach(root::records);
    if (!root.problems().isEmpty()) {
      return Optional.empty();
    }
    Horizon horizon = new Horizon(from, to);
    SavedLists.OfResult list = lists.of(root.path());
    return Optional.of(
        new Result(
            scenario.text(ResultFields.NAME),
            scenario.optionalText(ResultFields.TITLE),
            scenario.text(ResultFields.FILE),
            horizon,
            modelVersion(root),
            root.whole(ResultFields.SEED),
            samples(root),
            list.claims(),
            list.assumptions(),
            new SavedMeasures(horizon, rows(root, list.periods(), horizon))));
  }

  private static List<SavedMeasures.Row> rows(
      SavedRecord root, List<SavedLists.Period> periods, Horizon horizon) {
    Optional<Period> by =
        root.optionalText(ResultFields.BY).flatMap(word -> Worded.of(Period.values(), word));
    LocalDate start = horizon.from().minusDays(1);
    List<SavedMeasures.Row> rows = new ArrayList<>();
    for (SavedLists.Period period : periods) {
      LocalDate end = period.end();
      LocalDate after = by.map(one -> one.endOfPeriodBefore(end)).orElse(start);
      rows.add(
          new SavedMeasures.Row(
              after.isBefore(start) ? start : after, end, period.numbers(), period.words()));
    }
    return rows;
  }

  private static long samples(SavedRecord root) {
    long samples = root.whole(ResultFields.SAMPLES);
    if (samples < 0) {
      root.wrong(ResultFields.SAMPLES, "a whole number from 0");
    }
    return samples;
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
}
