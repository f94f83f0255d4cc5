package org.stargatecalc.result;

import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalDate;
import static org.stargatecalc.field.Field.optionalNumber;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.optionalTruth;
import static org.stargatecalc.field.Field.optionalWord;
import static org.stargatecalc.field.Field.quantile;
import static org.stargatecalc.field.Field.quantileDate;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.records;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Answered;
import org.stargatecalc.claim.Odds;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.field.Presence;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.word.Worded;

/**
 * What is told of a claim and its answer.
 *
 * <p>A field that is added to {@link #ALL} is a key of every result, a column of {@code --show
 * claims}, a property of the schema and a row of the page; {@link #COMPARED} and {@link
 * #COMPARED_ROWS} pick what {@code compare} tells.
 */
public final class ClaimFields {
  // ---- of a threshold under any reading ----

  static final Field<Answered> METRIC =
      text("metric", "id of the metric, which carries the scope", a -> a.metric().id());
  static final Field<Answered> BASIS =
      optionalWord(
          "basis",
          Worded.ids(Basis.values()),
          "power basis; null where the metric has none",
          a -> a.readBasis().map(Basis::id));
  static final Field<Answered> VERDICT =
      word("verdict", Worded.ids(Verdict.values()), "the answer", a -> a.verdict().id());
  static final Field<Answered> VALUE =
      optionalNumber("value", "the metric at the deadline or the horizon's end", Answered::value);
  static final Field<Answered> ATTAINMENT =
      optionalNumber("attainment", "value / at_least", Answered::attainment);
  static final Field<Answered> REACHED_ON =
      optionalDate("reached_on", "day at whose end it is reached", Answered::reachedOn);
  static final Field<Answered> SLIP_MONTHS =
      optionalNumber(
              "slip_months",
              "from the deadline to reaching, negative when early",
              (Answered a) -> a.slipMonths())
          .in("months");

  private static final Field<Answer> PRECISION =
      optionalWord(
          "precision",
          Worded.ids(Precision.values()),
          "at which all chips are counted; null where that is not what tells readings apart",
          a -> a.reading().precision().map(Precision::id));

  static final Field<Answered> HELD =
      optionalTruth(
              "held",
              "whether it is still reached at the deadline or the horizon's end; with verdict met",
              (Answered a) -> a.held())
          .only(Presence.WHERE_KNOWN);

  /** The answer under another reading. */
  public static final Fields<Answer> READING =
      Fields.of(
          "reading",
          METRIC.of(a -> a),
          BASIS.of(a -> a),
          PRECISION,
          VERDICT.of(a -> a),
          VALUE.of(a -> a),
          ATTAINMENT.of(a -> a),
          REACHED_ON.of(a -> a),
          SLIP_MONTHS.of(a -> a),
          HELD.of(a -> a));

  // ---- of a claim ----

  static final Field<ResultClaim> ID =
      text("id", "id of the claim", (ResultClaim c) -> c.id()).column("claim");
  static final Field<ResultClaim> TITLE =
      optionalText("title", "what is claimed", (ResultClaim c) -> Optional.of(c.title()))
          .notInTables();
  static final Field<ResultClaim> AT_LEAST = number("at_least", "threshold", ResultClaim::atLeast);
  static final Field<ResultClaim> BY = date("by", "the last day", ResultClaim::by);
  static final Field<ResultClaim> SHORTFALL =
      optionalNumber(
          "shortfall", "at_least − value, negative when exceeded", ResultClaim::shortfall);
  static final Field<ResultClaim> PROBABILITY =
      numberOrNaN(
              "probability_met",
              "share of draws in which it is met",
              (ResultClaim c) -> c.probability().map(Estimate::value).orElse(Double.NaN))
          .in("1")
          .only(Presence.WITH_DRAWS);
  static final Field<ResultClaim> PROBABILITY_ERROR =
      numberOrNaN(
              "probability_met_se",
              "Monte-Carlo standard error of that share",
              (ResultClaim c) -> c.probability().map(Estimate::error).orElse(Double.NaN))
          .only(Presence.WITH_DRAWS);
  static final Field<ResultClaim> ODDS =
      optionalWord(
              "odds",
              Worded.ids(Odds.values()),
              "that share in calibrated words; the verdict stays that of the central case",
              (ResultClaim c) -> c.probability().map(met -> Odds.of(met.value()).id()))
          .only(Presence.WITH_DRAWS);

  /** What a result says of a claim and every comparison can know. */
  static final Fields<ResultClaim> ANSWER =
      Fields.of(
          "answer",
          ID,
          TITLE,
          METRIC.of(c -> c),
          text(
                  "unit",
                  "of value, at_least and shortfall",
                  (ResultClaim c) -> c.metric().unit().symbol())
              .columnAfter("at_least"),
          BASIS.of(c -> c),
          AT_LEAST,
          BY,
          VERDICT.of(c -> c),
          VALUE.of(c -> c),
          ATTAINMENT.of(c -> c),
          SHORTFALL,
          REACHED_ON.of(c -> c),
          SLIP_MONTHS.of(c -> c),
          HELD.of(c -> c),
          PROBABILITY,
          PROBABILITY_ERROR,
          ODDS);

  /** All that a run says of a claim. */
  public static final Fields<ClaimAnswer> ALL =
      ANSWER
          .<ClaimAnswer>of("claim", ClaimAnswer::claim)
          .and(
              numberOrNaN(
                      "never_share",
                      "share of draws in which it is not reached within the horizon",
                      (ClaimAnswer a) -> a.spread().map(ClaimSpread::neverShare).orElse(Double.NaN))
                  .only(Presence.WITH_DRAWS),
              quantile(
                  "value",
                  "value at a percentile of the draws",
                  (a, percentile) -> a.spread().map(s -> s.value(percentile)).orElse(Double.NaN)),
              quantileDate(
                  "reached_on",
                  "day of reaching at a percentile of the draws; null for never",
                  (a, percentile) -> a.spread().flatMap(s -> s.reachedOn(percentile))),
              optionalText(
                      "scope",
                      "what the claim is about and leaves open",
                      (ClaimAnswer a) -> Optional.of(a.scope()))
                  .notInTables(),
              optionalText("source", "who says so", ClaimAnswer::source).notInTables(),
              records(
                  "readings",
                  READING,
                  "the answer under every reading that could be meant",
                  ClaimAnswer::readings));

  /** What a comparison tells of either side. */
  public static final Fields<ResultClaim> COMPARED =
      ANSWER.without("compared_claim", "id", "title", "attainment", "shortfall");

  /** What a comparison has a row for in tables. */
  public static final List<Field<ResultClaim>> COMPARED_ROWS =
      List.of(
          VERDICT.of(c -> c),
          REACHED_ON.of(c -> c),
          VALUE.of(c -> c),
          PROBABILITY,
          SLIP_MONTHS.of(c -> c));

  private ClaimFields() {}
}
