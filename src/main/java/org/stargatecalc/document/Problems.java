package org.stargatecalc.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.quantity.InvalidTextException;

/** Collects every problem and warning of one reading. */
public final class Problems {
  private final Set<Problem> errors = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  /** Adds an error. */
  void error(Location location, String path, String found, String expected) {
    errors.add(new Problem(location, path, found, expected, ""));
  }

  /** Adds an error with the nearest known word. */
  void error(Location location, String path, String found, String expected, String suggestion) {
    errors.add(new Problem(location, path, found, expected, suggestion));
  }

  /** Adds an error found while reading a text. */
  void error(Location location, String path, InvalidTextException fault) {
    error(location, path, "found " + fault.found(), fault.expected());
  }

  /** Adds something that the user should know though the scenario can be projected. */
  void warning(Location location, String path, String text) {
    warnings.add(new Problem(location, path, text, "", ""));
  }

  /** Returns whether nothing prevents a projection. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Returns all errors by place. */
  public List<Problem> errors() {
    return sorted(errors);
  }

  /** Returns all warnings by place. */
  public List<Problem> warnings() {
    return sorted(warnings);
  }

  private static List<Problem> sorted(Set<Problem> problems) {
    List<Problem> list = new ArrayList<>(problems);
    if (list.size() > 1) {
      list.sort((a, b) -> a.location().compareTo(b.location()));
    }
    return List.copyOf(list);
  }
}
