package org.stargatecalc.report.solve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stargatecalc.analysis.solve.Crossing;
import org.stargatecalc.analysis.solve.Notation;
import org.stargatecalc.analysis.solve.Solution;
import org.stargatecalc.analysis.solve.Sought;
import org.stargatecalc.analysis.solve.Trial;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;

/** Where a goal becomes true or false: of one parameter, or of each that matters. */
public final class SolveReport {
  /** Parameters without a solution that are named. */
  private static final int MOST_WITHOUT = 12;

  private SolveReport() {}

  /** Shows what a search found. */
  public static Report of(Solved solved, Folding folding) {
    return new Report(
        () -> solved.isOfOne() ? one(solved) : all(solved, folding),
        () -> SolveFields.ROW.table(solved.rows()),
        () -> SolveFields.DOCUMENT.document(solved),
        Map.of());
  }

  private static List<Block> all(Solved solved, Folding folding) {
    List<Block> blocks = head(solved);
    List<List<Cell>> rows = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (SolveFields.Row row : solved.rows()) {
      if (row.crossing().isEmpty()) {
        without.add(row.solution().sought().path());
        continue;
      }
      rows.add(cells(row));
    }
    String becomes = solved.given().holds() ? "false" : "true";
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph("No parameter alone makes it " + becomes + "."));
    } else {
      blocks.add(new Block.Table(columns(solved), rows));
    }
    List<String> remarks = new ArrayList<>();
    if (!without.isEmpty()) {
      int left = folding.left(without.size(), MOST_WITHOUT);
      remarks.add(
          "No value makes it "
              + becomes
              + ": "
              + String.join(", ", folding.shown(without, MOST_WITHOUT))
              + (left > 0 ? " and " + left + " more; -v shows them" : "")
              + ".");
    }
    remarks.add(
        "One at a time, all else as it is; --set PATH=VALUE with a value shown is on the true side."
            + " Changes are looked for between some 25 values over the domain of each: two between"
            + " neighbours are not seen.");
    blocks.add(new Block.Remarks(remarks));
    return blocks;
  }

  private static List<Block.Column> columns(Solved solved) {
    return List.of(
        Block.Column.words("parameter"),
        new Block.Column("given", "", true, 0),
        new Block.Column(solved.given().holds() ? "true while" : "true if", "", true, 0),
        new Block.Column("change", "", true, 0),
        new Block.Column("from", "", false, 2),
        new Block.Column("source", "", false, 3));
  }

  private static List<Cell> cells(SolveFields.Row row) {
    Solution solution = row.solution();
    Crossing crossing = row.crossing().orElseThrow();
    return List.of(
        Cell.words(solution.sought().path()),
        Cell.words(solution.sought().givenText()),
        Cell.words(condition(solution, crossing)),
        Cell.words(change(solution, crossing)),
        Cell.words(solution.sought().origin().id()),
        Cell.words(solution.sought().provenance().source().orElse("")));
  }

  private static List<Block> one(Solved solved) {
    Solution solution = solved.solutions().get(0);
    List<Block> blocks = head(solved);
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of("Parameter", Cell.words(solution.sought().path())));
    facts.add(
        Block.Fact.of(
            "Given",
            Cell.words(
                solution.sought().givenText()
                    + " ("
                    + solution.sought().origin().id()
                    + ")"
                    + places(solution.sought()))));
    solution
        .sought()
        .provenance()
        .source()
        .ifPresent(source -> facts.add(Block.Fact.of("Source", Cell.words(source))));
    for (Crossing crossing : solution.crossings()) {
      String change = change(solution, crossing);
      facts.add(
          Block.Fact.of(
              "True if",
              Cell.words(
                  condition(solution, crossing) + (change.isEmpty() ? "" : " (" + change + ")"))));
    }
    if (solution.crossings().isEmpty()) {
      facts.add(
          Block.Fact.of(
              "Found",
              Cell.words("no value that makes it " + (solved.given().holds() ? "false" : "true"))));
    }
    solution.low().ifPresent(tried -> facts.add(end("At the low end", solution, tried)));
    solution.high().ifPresent(tried -> facts.add(end("At the high end", solution, tried)));
    facts.add(
        Block.Fact.of(
            "Scan",
            Cell.words(
                solution.points()
                    + " values and the ends of what is valid; two changes between neighbours are"
                    + " not seen")));
    blocks.add(new Block.Facts(facts));
    return blocks;
  }

  /** Returns at how many of several places the given value stands, empty if at each of them. */
  private static String places(Sought sought) {
    return sought.places() == sought.alike()
        ? ""
        : " at " + sought.alike() + " of " + sought.places() + " places";
  }

  private static Block.Fact end(String label, Solution solution, Solution.Tried tried) {
    return Block.Fact.of(label, Cell.words(end(solution, tried)));
  }

  private static String end(Solution solution, Solution.Tried tried) {
    return solution.sought().notation().text(tried.value())
        + ": "
        + readings(tried.trial())
        + (tried.trial().holds() ? ", true" : ", false");
  }

  private static List<Block> head(Solved solved) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "What would have to be true for " + solved.goal()));
    blocks.add(
        new Block.Facts(
            List.of(
                Block.Fact.of("Scenario", Cell.words(solved.title())),
                Block.Fact.of(
                    "As it stands",
                    Cell.words(
                        (solved.given().holds() ? "true: " : "false: ")
                            + readings(solved.given()))))));
    return blocks;
  }

  /** Returns one line that says why there is no solution: what is measured at both ends. */
  public static String none(Solved solved) {
    Solution solution = solved.solutions().get(0);
    String ends =
        solution.low().isEmpty() || solution.high().isEmpty()
            ? "no value tried is valid"
            : end(solution, solution.low().get()) + "; " + end(solution, solution.high().get());
    return "no value of "
        + solution.sought().path()
        + " makes "
        + solved.goal()
        + (solved.given().holds() ? " false: " : " true: ")
        + ends;
  }

  static String condition(Solution solution, Crossing crossing) {
    String value = solution.sought().notation().text(crossing.value());
    boolean isDate = solution.sought().notation().kind() == Notation.Kind.DATE;
    return switch (crossing.side()) {
      case AT -> value;
      case AT_LEAST -> isDate ? value + " or later" : "≥ " + value;
      case AT_MOST -> isDate ? value + " or earlier" : "≤ " + value;
    };
  }

  private static String change(Solution solution, Crossing crossing) {
    double change = SolveFields.change(solution, crossing);
    Notation.Kind kind = solution.sought().notation().kind();
    boolean isNumber = kind == Notation.Kind.NUMBER || kind == Notation.Kind.WHOLE;
    return Double.isNaN(change)
        ? ""
        : String.format(Locale.ROOT, isNumber ? "%+.1f %%" : "%+.1f months", change)
            .replace('-', '−');
  }

  private static String readings(Trial trial) {
    List<String> texts = new ArrayList<>();
    for (Trial.Reading reading : trial.readings()) {
      String value = value(reading);
      texts.add(
          reading.measure()
              + " is "
              + (reading.word().isEmpty()
                  ? value
                  : reading.word().replace('_', ' ') + " (" + value + " at the deadline)"));
    }
    return String.join(", ", texts);
  }

  private static String value(Trial.Reading reading) {
    if (!Double.isFinite(reading.value())) {
      return "undefined";
    }
    return reading.unit().isEmpty()
        ? digits(100 * reading.value()) + " %"
        : digits(reading.value()) + " " + reading.unit();
  }

  /** Returns a number to five digits, enough to see which side of a bound it is on. */
  private static String digits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
    boolean isLong = rounded.scale() < -9 || rounded.scale() > 9;
    return value == 0 ? "0" : isLong ? rounded.toString() : rounded.toPlainString();
  }
}
