package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Field;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.tree.JsonTree;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.word.Worded;

/**
 * The long lists of saved results, read item by item: a file holds as many results, phases and
 * periods as anybody wrote into it.
 */
final class SavedLists implements JsonTree.Items {
  /** The lists of a result. */
  static final List<Field<?>> ALL =
      List.of(ResultFields.CLAIMS, ResultFields.TIMELINE, ResultFields.ASSUMPTIONS);

  private final Problems problems;
  private final Map<String, OfResult> byResult = new HashMap<>();

  SavedLists(Problems problems) {
    this.problems = problems;
  }

  /**
   * The lists of one result.
   *
   * @param claims the claims
   * @param assumptions the assumptions
   * @param periods the timeline
   */
  record OfResult(
      List<ResultClaim> claims, List<ResultAssumption> assumptions, List<Period> periods) {}

  /**
   * A period of the timeline.
   *
   * @param end its last day
   * @param numbers by key
   * @param words by metric
   */
  record Period(LocalDate end, Map<String, Double> numbers, Map<Metric, String> words) {}

  /** Returns the lists of the result at a path. */
  OfResult of(String path) {
    return byResult.computeIfAbsent(
        path, p -> new OfResult(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }

  @Override
  public boolean take(String list, int index, Node item) {
    int dot = list.lastIndexOf('.');
    String result = list.substring(0, Math.max(0, dot));
    String key = list.substring(dot + 1);
    boolean isOfResult =
        result.isEmpty() || result.matches(ResultFields.ALL_RESULTS.id() + "\\[\\d+]");
    for (Field<?> field : ALL) {
      if (isOfResult && key.equals(field.id())) {
        SavedRecord.item(field, list, index, item, problems)
            .ifPresent(record -> add(field, record, of(result)));
        return true;
      }
    }
    return false;
  }

  private static void add(Field<?> field, SavedRecord record, OfResult lists) {
    if (field == ResultFields.CLAIMS) {
      claim(record).ifPresent(claim -> add(claim, record, lists.claims()));
    } else if (field == ResultFields.TIMELINE) {
      Period period = period(record);
      int count = lists.periods().size();
      if (count > 0 && !period.end().isAfter(lists.periods().get(count - 1).end())) {
        record.wrong(PeriodFields.PERIOD_END, "a later date than that of the row before");
      }
      lists.periods().add(period);
    } else {
      assumption(record).ifPresent(lists.assumptions()::add);
    }
  }

  private static void add(ResultClaim claim, SavedRecord record, List<ResultClaim> claims) {
    for (ResultClaim other : claims) {
      if (other.id().equals(claim.id())) {
        record.wrong(ClaimFields.ID, "each claim once");
      }
    }
    claims.add(claim);
  }

  private static Period period(SavedRecord row) {
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
    return new Period(row.date(PeriodFields.PERIOD_END), numbers, words);
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
            claim.optionalTruth(ClaimFields.HELD),
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
}
