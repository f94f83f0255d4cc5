package org.stargatecalc.report.compare;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalDate;
import static org.stargatecalc.field.Field.optionalNumberOrText;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.texts;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.optionalRecord;
import static org.stargatecalc.field.Fields.optionalRecords;
import static org.stargatecalc.field.Fields.record;
import static org.stargatecalc.field.Fields.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.ExpectationChange;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.CheckedFields;
import org.stargatecalc.report.InvalidFields;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.result.AssumptionFields;
import org.stargatecalc.result.ClaimFields;
import org.stargatecalc.word.Worded;

/** What is told of a comparison. */
public final class CompareFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/compare/v1";

  private static final Fields<Side> SIDE =
      Fields.of(
          "side",
          text("label", "as the user named it", Side::label),
          word(
              "state",
              Worded.ids(Side.State.values()),
              "whether it has a result",
              side -> side.state().id()),
          optionalText("name", "id of the scenario", side -> side.result().map(r -> r.name())),
          optionalText("file", "the scenario's file", side -> side.result().map(r -> r.file())),
          texts("problems", "why it is broken", Side::problems));

  private static final Fields<Comparison.AssumptionChange> ASSUMPTION =
      Fields.of(
          "assumption_change",
          text("path", "where it was written", Comparison.AssumptionChange::path),
          whole("uses", "in how many places it is used", Comparison.AssumptionChange::uses),
          truth(
              "with_phase",
              "whether it came or went with a phase",
              Comparison.AssumptionChange::withPhase),
          optionalRecord(
              "from",
              AssumptionFields.COMPARED,
              "on the base side; null if it has none",
              Comparison.AssumptionChange::from),
          optionalRecords(
              "to",
              AssumptionFields.COMPARED,
              "one an other; null if it has none",
              Comparison.AssumptionChange::to));

  private static final Fields<Comparison.ClaimChange> CLAIM =
      Fields.of(
          "claim_change",
          text("id", "id of the claim", Comparison.ClaimChange::id),
          truth("differs", "beyond the Monte-Carlo error", Comparison.ClaimChange::differs),
          optionalRecord(
              "from",
              ClaimFields.COMPARED,
              "on the base side; null if it is not asked",
              Comparison.ClaimChange::from),
          optionalRecords(
              "to",
              ClaimFields.COMPARED,
              "one an other; null if it is not asked",
              Comparison.ClaimChange::to));

  private static final Fields<Other> OTHER =
      Fields.of(
          "other_value",
          optionalNumberOrText(
              "value", "in the unit, or a word; null where undefined", o -> value(o.value())),
          numberOrNaN("change", "other − base", o -> o.of().change(o.index())),
          numberOrNaN("change_percent", "of the base's size", o -> o.of().share(o.index()) * 100),
          truth("within_noise", "no more than the Monte-Carlo error", o -> o.value().noise()));

  private static final Fields<Comparison.MetricChange> METRIC =
      Fields.of(
          "metric_change",
          word(
              "metric",
              Arrays.stream(Metric.values()).map(Metric::id).toList(),
              "id of the metric",
              change -> change.metric().id()),
          text("unit", "of value and change", change -> change.metric().unit().symbol()),
          word(
              "kind",
              Worded.ids(Metric.Kind.values()),
              "how it relates to a period",
              change -> change.metric().kind().id()),
          text(
              "stat", "central, mean or a quantile such as p05", change -> change.statistic().id()),
          optionalDate(
              "after",
              "day before the period of a flow; null for the horizon's start",
              change -> change.moment().after()),
          date("period_end", "last day", Comparison.MetricChange::date),
          optionalNumberOrText(
              "from",
              "in the unit, or a word; null where undefined",
              change -> value(change.from())),
          records("to", OTHER, "one an other", CompareFields::others));

  private static final Fields<ExpectationChange> EXPECTATION =
      Fields.of(
          "expectation_change",
          text("expression", "as written", ExpectationChange::text),
          optionalText(
              "from",
              "how bad it was if not so, error or warn; null if it was not expected",
              change -> change.from().map(Worded::id)),
          optionalText(
              "to",
              "how bad it is now; null if it is no longer expected",
              change -> change.to().map(Worded::id)));

  private static final Fields<Comparison.Unchanged> UNCHANGED =
      Fields.of(
          "unchanged",
          whole("assumptions", "values", Comparison.Unchanged::assumptions),
          whole("claims", "claims", Comparison.Unchanged::claims),
          whole("metrics", "numbers", Comparison.Unchanged::metrics),
          whole(
              "within_tolerance",
              "numbers that differ by no more than the tolerance",
              Comparison.Unchanged::withinTolerance),
          whole("dates", "dates at which metrics were compared", Comparison.Unchanged::dates));

  private static final Fields<Attribution.Part> PART =
      Fields.of(
          "attributed_part",
          text("path", "of the input", Attribution.Part::path),
          number("effect", "in the unit", Attribution.Part::effect));

  private static final Fields<Attribution.Row> ATTRIBUTED =
      Fields.of(
          "attributed_change",
          optionalText("claim", "whose value it is at the deadline", Attribution.Row::claim),
          text("metric", "id of the metric", row -> row.metric().id()),
          text("unit", "of all numbers", row -> row.metric().unit().symbol()),
          date("period_end", "last day", Attribution.Row::date),
          number("change", "other − base", Attribution.Row::change),
          records("parts", PART, "one an input that moves it alone", Attribution.Row::parts),
          number("interaction", "change − the sum of the parts", Attribution.Row::interaction));

  private static final Fields<Attribution> ATTRIBUTION =
      Fields.of(
          "attribution",
          whole("inputs", "that differ", Attribution::inputs),
          texts("only_together", "inputs that cannot be changed alone", Attribution::onlyTogether),
          records("changes", ATTRIBUTED, "one a result that changed", Attribution::rows));

  /** All that a comparison says. */
  public static final Fields<Document> DOCUMENT =
      Fields.of(
          "comparison",
          constant("schema", SCHEMA, "name of this form"),
          text("tool_version", "version that wrote it", Document::toolVersion),
          truth("different", "whether results differ", d -> d.comparison().isDifferent()),
          record("base", SIDE, "what the others are compared with", d -> d.comparison().base()),
          records("others", SIDE, "in their order", d -> d.comparison().others()),
          texts("notes", "on the comparison itself", d -> d.comparison().notes()),
          records(
              "assumptions", ASSUMPTION, "values that differ", d -> d.comparison().assumptions()),
          records(
              "claims",
              CLAIM,
              "claims that are answered differently",
              d -> d.comparison().claims()),
          records("metrics", METRIC, "metrics that differ", d -> d.comparison().metrics()),
          records(
              "expectations",
              EXPECTATION,
              "what one scenario in two states is expected to give, where it changed",
              d -> d.comparison().expectations()),
          record(
              "unchanged",
              UNCHANGED,
              "how much was compared and does not differ",
              d -> d.comparison().unchanged()),
          whole(
              "one_sided_dates",
              "dates that lie in one horizon alone, where nothing is compared",
              d -> d.comparison().oneSidedDates()),
          whole(
              "lacking_numbers",
              "numbers that a saved result lacks, which are not compared",
              d -> d.comparison().lackingNumbers()),
          optionalRecord(
              "attribution",
              ATTRIBUTION,
              "which inputs carry the changes; null unless that is asked",
              Document::attribution),
          records(
              "checked",
              CheckedFields.SCENARIO,
              "what the command expected besides, one a side that was judged",
              Document::checked),
          records(
              "invalid", InvalidFields.FILE, "files that were not compared", Document::invalid));

  private CompareFields() {}

  /**
   * A comparison as it is written.
   *
   * @param toolVersion the version that the document names
   * @param comparison what differs
   * @param attribution which inputs carry it; empty if that is not asked
   * @param checked what was judged besides
   * @param invalid files that could not be compared
   */
  public record Document(
      String toolVersion,
      Comparison comparison,
      Optional<Attribution> attribution,
      List<CheckedScenario> checked,
      List<InvalidFile> invalid) {
    /** Copies the lists. */
    public Document {
      checked = List.copyOf(checked);
      invalid = List.copyOf(invalid);
    }
  }

  /** What another side says of a metric. */
  private record Other(Comparison.MetricChange of, int index) {
    Comparison.Value value() {
      return of.to().get(index);
    }
  }

  private static List<Other> others(Comparison.MetricChange change) {
    return IntStream.range(0, change.to().size()).mapToObj(i -> new Other(change, i)).toList();
  }

  private static Data value(Comparison.Value value) {
    return value.word().isPresent() ? Data.text(value.word()) : Data.number(value.number());
  }
}
