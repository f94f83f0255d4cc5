package org.stargatecalc.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * Collects the problems and warnings of one reading; of very many, the first {@value #MOST} by
 * place.
 */
public final class Problems {
  /** Problems that are kept: a list of this length stands for at least as many. */
  public static final int MOST = 1000;

  /** Words that are looked at for suggestions: a file with more typing errors has none. */
  static final int MOST_LOOKED_AT = 1_000_000;

  private final Set<Problem> errors = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final boolean wantsWarnings;
  private long lookedAt;

  /** Creates an empty collection of errors and warnings. */
  public Problems() {
    this(true);
  }

  private Problems(boolean wantsWarnings) {
    this.wantsWarnings = wantsWarnings;
  }

  /**
   * Creates an empty collection of errors alone, for one of many readings whose warnings nobody
   * will see: what only warns need not be looked for.
   */
  public static Problems ofErrors() {
    return new Problems(false);
  }

  /** Returns whether warnings are collected. */
  public boolean wantsWarnings() {
    return wantsWarnings;
  }

  /** Adds an error. */
  public void error(Location location, String path, String found, String expected) {
    add(new Problem(location, path, found, expected, ""), errors);
  }

  /** Adds an error with the nearest known word. */
  public void error(
      Location location, String path, String found, String expected, String suggestion) {
    add(new Problem(location, path, found, expected, suggestion), errors);
  }

  /** Adds an error found while reading a text. */
  public void error(Location location, String path, InvalidTextException fault) {
    error(location, path, "found " + fault.found(), fault.expected());
  }

  /** Returns whether any error is in a file. */
  public boolean hasErrorsIn(String file) {
    return errors.stream().anyMatch(problem -> problem.location().file().equals(file));
  }

  /**
   * Adds the problems of another reading.
   *
   * @param unnamed files that the user did not name, of which nothing is quoted
   */
  public void addAll(Problems others, Set<String> unnamed) {
    for (Problem problem : others.errors) {
      boolean named = !unnamed.contains(problem.location().file());
      add(named ? problem : problem.withoutQuotes(), errors);
    }
    for (Problem problem : others.warnings) {
      // Of what is no scenario nothing is told, not even in a warning.
      if (others.isEmpty() || !unnamed.contains(problem.location().file())) {
        add(problem, warnings);
      }
    }
  }

  /** Adds something that the user should know though the scenario can be projected. */
  public void warning(Location location, String path, String text) {
    if (wantsWarnings) {
      add(new Problem(location, path, text, "", ""), warnings);
    }
  }

  private static void add(Problem problem, Set<Problem> problems) {
    if (!problem.location().isOfPattern() || !isSaid(problem, problems)) {
      problems.add(problem);
    }
    if (problems.size() >= 2 * MOST) {
      List<Problem> first = sorted(problems);
      problems.clear();
      problems.addAll(first);
    }
  }

  /** Reports a list or mapping of more than so many entries; returns whether it is one. */
  public boolean areTooMany(int count, int most, Location location, String path, String what) {
    if (count > most) {
      error(location, path, "found " + count + " " + what, "at most " + most);
    }
    return count > most;
  }

  /** A mistake in an option for several places is one mistake. */
  private static boolean isSaid(Problem problem, Set<Problem> problems) {
    for (Problem said : problems) {
      if (said.location().equals(problem.location()) && said.found().equals(problem.found())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the known word nearest to one that is not known, empty if none is near. */
  public String nearest(String word, Collection<String> known) {
    lookedAt += known.size();
    return lookedAt > MOST_LOOKED_AT ? "" : NearestWord.of(word, known);
  }

  /** Returns whether nothing prevents a projection. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Returns the errors by place. */
  public List<Problem> errors() {
    return sorted(errors);
  }

  /** Returns the warnings by place. */
  public List<Problem> warnings() {
    return sorted(warnings);
  }

  private static List<Problem> sorted(Set<Problem> problems) {
    List<Problem> list = new ArrayList<>(problems);
    if (list.size() > 1) {
      list.sort((a, b) -> a.location().compareTo(b.location()));
    }
    return List.copyOf(list.subList(0, Math.min(MOST, list.size())));
  }
}
