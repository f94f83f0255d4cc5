package org.stargatecalc.report.solve;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.optionalWord;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;
import static org.stargatecalc.field.Fields.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.solve.Crossing;
import org.stargatecalc.analysis.solve.Notation;
import org.stargatecalc.analysis.solve.Solution;
import org.stargatecalc.analysis.solve.Trial;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.word.Worded;

/** What is told of a search: one row for each value at which the goal changes its truth. */
public final class SolveFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/solve/v1";

  /** A parameter with one of its crossings, or without any. */
  record Row(Solution solution, Optional<Crossing> crossing) {}

  /** One answer at an end of what was tried. */
  record End(String end, Solution solution, Solution.Tried tried, Trial.Reading reading) {}

  private static final String GIVEN =
      "its value now; of an uncertain one the median, of several that of most phases";

  private static final String SOLVED = "the last value on the side where the goal is true";

  static final Fields<Row> ROW =
      Fields.of(
          "input",
          List.<Field<Row>>of(
              text(
                  "path", "of the parameter, as --set takes it", r -> r.solution().sought().path()),
              text("unit", "of given and solved; date for dates", r -> unit(r.solution())),
              Field.<Row>optionalNumberOrText(
                      "given", GIVEN, r -> data(r.solution(), r.solution().sought().given()))
                  .notInTables(),
              Field.<Row>optionalText("given", GIVEN, r -> Optional.of(given(r.solution())))
                  .onlyInTables(),
              Field.<Row>optionalNumberOrText(
                      "solved",
                      SOLVED,
                      r ->
                          r.crossing()
                              .<Data>map(c -> data(r.solution(), c.value()))
                              .orElse(Data.NULL))
                  .notInTables(),
              Field.<Row>optionalText(
                      "solved",
                      SOLVED,
                      r ->
                          r.crossing().map(c -> r.solution().sought().notation().digits(c.value())))
                  .onlyInTables(),
              numberOrNaN(
                  "change",
                  "from given to solved: per cent, of durations and dates months",
                  r -> r.crossing().map(c -> change(r.solution(), c)).orElse(Double.NaN)),
              optionalWord(
                  "side",
                  Worded.ids(Crossing.Side.values()),
                  "where the goal is true",
                  r -> r.crossing().map(c -> c.side().id())),
              whole(
                  "crossings",
                  "how many such values the parameter has, a row for each",
                  r -> r.solution().crossings().size()),
              word(
                  "origin",
                  Worded.ids(Origin.values()),
                  "level at which the given value stands",
                  r -> r.solution().sought().origin().id()),
              optionalText(
                  "source",
                  "who says the given value",
                  r -> r.solution().sought().provenance().source()),
              Field.<Row>optionalText(
                      "setting",
                      "what --set takes to make the goal true",
                      r -> r.crossing().map(c -> setting(r.solution(), c.value())))
                  .notInTables(),
              Field.<Row>optionalText(
                      "beyond",
                      "the setting one unit of the last digit further, where the goal is false",
                      r ->
                          r.crossing()
                              .filter(c -> c.side() != Crossing.Side.AT)
                              .map(c -> setting(r.solution(), c.beyond())))
                  .notInTables()));

  /** What is measured. */
  static final Fields<Trial.Reading> READING =
      Fields.of(
          "reading",
          List.<Field<Trial.Reading>>of(
              text("measure", "as the goal writes it", Trial.Reading::measure),
              numberOrNaN(
                  "value", "its value; of a verdict, at the deadline", Trial.Reading::value),
              text("value_unit", "of the value, empty for a share", Trial.Reading::unit),
              optionalText("verdict", "of a claim", r -> Optional.of(r.word()))));

  /** What is measured at the ends of what was tried. */
  static final Fields<End> END =
      Fields.of(
              "end",
              List.<Field<End>>of(
                  word("end", List.of("low", "high"), "which end", End::end),
                  text("at", "what --set takes", e -> setting(e.solution(), e.tried().value())),
                  truth("holds", "whether the goal is true there", e -> e.tried().trial().holds())))
          .and(READING.<End>of("end", End::reading).all());

  /** All that is told. */
  public static final Fields<Solved> DOCUMENT =
      Fields.of(
          "solve",
          List.<Field<Solved>>of(
              constant("schema", SCHEMA, "name of this form"),
              text("scenario", "id of the scenario", Solved::scenario),
              text("goal", "what is to be true", Solved::goal),
              truth("holds", "whether it is true as it stands", s -> s.given().holds()),
              records("readings", READING, "what is measured now", s -> s.given().readings()),
              records("inputs", ROW, "nearest first; then those without a value", Solved::rows),
              records(
                  "ends", END, "what is measured at the ends, of one parameter", Solved::ends)));

  private SolveFields() {}

  static String unit(Solution solution) {
    return switch (solution.sought().notation().kind()) {
      case DATE -> "date";
      case DAYS -> "days";
      case WHOLE -> "1";
      case NUMBER ->
          solution.sought().notation().unit().isEmpty()
              ? solution.sought().notation().dimension().baseUnit()
              : solution.sought().notation().unit();
    };
  }

  private static Data data(Solution solution, double value) {
    return solution.sought().notation().kind() == Notation.Kind.DATE
        ? Data.text(LocalDate.ofEpochDay((long) value).toString())
        : Data.number(value);
  }

  private static String given(Solution solution) {
    Notation notation = solution.sought().notation();
    return notation.digits(notation.rounded(solution.sought().given()));
  }

  private static Data data(Solution solution, BigDecimal value) {
    return data(solution, value.doubleValue());
  }

  static double change(Solution solution, Crossing crossing) {
    return solution.sought().change(crossing.value().doubleValue());
  }

  /** Returns PATH=VALUE. */
  static String setting(Solution solution, BigDecimal value) {
    return solution.sought().path() + "=" + solution.sought().notation().text(value);
  }

  /** Returns the rows of a solution: one a crossing, or one that says there is none. */
  static List<Row> rows(Solution solution) {
    List<Row> rows = new ArrayList<>();
    for (Crossing crossing : solution.crossings()) {
      rows.add(new Row(solution, Optional.of(crossing)));
    }
    return rows.isEmpty() ? List.of(new Row(solution, Optional.empty())) : rows;
  }
}
