package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stargatecalc.projection.LeavesOut;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.render.Printable;
import org.stargatecalc.report.Folding;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * Says what is wrong with files: one line a problem, on a terminal with the place shown.
 *
 * @param strict whether a warning is as bad as an error
 * @param quiet whether warnings are left unsaid
 * @param folding whether a long list of problems is cut
 */
record ProblemPrinter(boolean strict, boolean quiet, Folding folding) {
  private static final int MOST = 50;
  private static final int WIDEST = 100;

  static ProblemPrinter of(Arguments arguments) {
    return new ProblemPrinter(
        arguments.has(Option.STRICT), arguments.has(Option.QUIET), arguments.folding());
  }

  /** Returns what makes a file unusable: errors, and warnings where they count as such. */
  List<Problem> wrong(Problems problems) {
    List<Problem> wrong = new ArrayList<>(problems.errors());
    if (strict) {
      wrong.addAll(problems.warnings());
    }
    return wrong;
  }

  /** Says what is wrong or worth knowing; returns whether nothing makes the file unusable. */
  boolean accepts(Problems problems, Session session) {
    List<Problem> wrong = wrong(problems);
    print(wrong, session);
    if (!strict) {
      sayWarnings(problems, session);
    }
    return wrong.isEmpty();
  }

  /** Says what metrics that an option asks for leave out; returns whether that is no error. */
  boolean accepts(Option option, Set<Metric> asked, Session session) {
    Problems problems = new Problems();
    LeavesOut.warning(asked)
        .ifPresent(text -> problems.warning(new Location(option.word(), 0, 0), "", text));
    return accepts(problems, session);
  }

  void print(List<Problem> problems, Session session) {
    for (Problem problem : folding.shown(problems, MOST)) {
      session.say(Printable.of(problem.message()));
      if (session.isTerminal(2)) {
        session.files().line(problem.location()).ifPresent(line -> show(line, problem, session));
      }
    }
    int left = folding.left(problems.size(), MOST);
    if (left > 0) {
      boolean all = problems.size() < Problems.MOST;
      session.say("and " + (all ? "" : "at least ") + left + " more problems");
    }
  }

  /** Says the warnings among problems. */
  void sayWarnings(Problems problems, Session session) {
    List<String> warnings = new ArrayList<>();
    for (Problem warning : problems.warnings()) {
      warnings.add(warning.message());
    }
    sayWarnings(warnings, session);
  }

  /** Says warnings, one line each. */
  void sayWarnings(List<String> warnings, Session session) {
    if (!quiet) {
      for (String warning : folding.shown(warnings, MOST)) {
        session.say("warning: " + warning);
      }
      int left = folding.left(warnings.size(), MOST);
      if (left > 0) {
        session.say("and " + left + " more warnings; -v shows them");
      }
    }
  }

  /** Says what is no problem but good to know, one line each. */
  void sayNotes(List<String> notes, Session session) {
    if (!quiet) {
      notes.forEach(session::say);
    }
  }

  private static void show(String line, Problem problem, Session session) {
    int column = problem.location().column();
    if (column > WIDEST) {
      return;
    }
    String text = Printable.of(line);
    session.say("    " + text.substring(0, Math.min(WIDEST, text.length())));
    session.say("    " + " ".repeat(Math.max(0, column - 1)) + "^");
  }
}
