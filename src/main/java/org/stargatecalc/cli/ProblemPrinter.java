package org.stargatecalc.cli;

import java.util.List;
import org.stargatecalc.render.Printable;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/** Says what is wrong with scenarios: one line a problem, on a terminal with the place shown. */
final class ProblemPrinter {
  private static final int MOST = 50;
  private static final int WIDEST = 100;

  private final Session session;

  ProblemPrinter(Session session) {
    this.session = session;
  }

  void print(List<Problem> problems) {
    for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
      session.say(Printable.of(problem.message()));
      if (session.isTerminal(2)) {
        session.files().line(problem.location()).ifPresent(line -> show(line, problem));
      }
    }
    if (problems.size() > MOST) {
      boolean all = problems.size() < Problems.MOST;
      session.say("and " + (all ? "" : "at least ") + (problems.size() - MOST) + " more problems");
    }
  }

  private void show(String line, Problem problem) {
    int column = problem.location().column();
    if (column > WIDEST) {
      return;
    }
    String text = Printable.of(line);
    session.say("    " + text.substring(0, Math.min(WIDEST, text.length())));
    session.say("    " + " ".repeat(Math.max(0, column - 1)) + "^");
  }
}
