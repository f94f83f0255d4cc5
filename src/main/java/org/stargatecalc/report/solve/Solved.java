package org.stargatecalc.report.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stargatecalc.analysis.solve.Notation;
import org.stargatecalc.analysis.solve.Solution;
import org.stargatecalc.analysis.solve.Trial;

/**
 * A search and what it found.
 *
 * @param scenario id of the scenario
 * @param title of the scenario, its id if it has none
 * @param goal what is to be true, as written
 * @param given what the scenario answers as it is
 * @param solutions of each parameter that matters, nearest first; of one alone as it is
 * @param isOfOne whether one parameter was asked for
 * @param days of the horizon
 */
public record Solved(
    String scenario,
    String title,
    String goal,
    Trial given,
    List<Solution> solutions,
    boolean isOfOne,
    double days) {
  /** Copies the list, nearest first. */
  public Solved {
    List<Solution> sorted = new ArrayList<>(solutions);
    if (!isOfOne) {
      sorted.removeIf(solution -> !solution.matters());
      sorted.sort(Comparator.comparingDouble(solution -> distance(solution, days)));
    }
    solutions = List.copyOf(sorted);
  }

  /** How far away a solution is: relative to what is given, for days relative to the horizon. */
  private static double distance(Solution solution, double days) {
    if (solution.crossings().isEmpty()) {
      return Double.MAX_VALUE;
    }
    double given = solution.sought().given();
    double far = Math.abs(solution.crossings().get(0).value().doubleValue() - given);
    Notation.Kind kind = solution.sought().notation().kind();
    boolean isNumber = kind == Notation.Kind.NUMBER || kind == Notation.Kind.WHOLE;
    return isNumber ? (given == 0 ? 1e300 : far / Math.abs(given)) : far / days;
  }

  /** Returns whether any value was found. */
  public boolean isFound() {
    return solutions.stream().anyMatch(solution -> !solution.crossings().isEmpty());
  }

  List<SolveFields.Row> rows() {
    return solutions.stream().flatMap(s -> SolveFields.rows(s).stream()).toList();
  }

  List<SolveFields.End> ends() {
    List<SolveFields.End> ends = new ArrayList<>();
    if (isOfOne) {
      Solution solution = solutions.get(0);
      solution.low().ifPresent(tried -> add("low", solution, tried, ends));
      solution.high().ifPresent(tried -> add("high", solution, tried, ends));
    }
    return ends;
  }

  private static void add(
      String end, Solution solution, Solution.Tried tried, List<SolveFields.End> ends) {
    for (Trial.Reading reading : tried.trial().readings()) {
      ends.add(new SolveFields.End(end, solution, tried, reading));
    }
  }
}
