package org.stargatecalc.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/**
 * A value that changes with time: {@code {steps: {2025: 6 c/kWh, 2028-07: 8 c/kWh}, source: …}}.
 *
 * <p>A step holds from the first day of its period until the next; the first one also before.
 */
final class StepsReader {
  private static final String KEY = "steps";

  private final ValueReader values;
  private final Problems problems;

  StepsReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /**
   * A value and the first day on which it holds.
   *
   * @param from that day
   * @param value the value
   * @param provenance what is stated about it
   * @param node where it stands
   * @param path its dotted path
   */
  record Step<T>(LocalDate from, T value, Provenance provenance, Node node, String path) {}

  /** Returns whether a node is written in steps. */
  static boolean isStepped(Node node) {
    return node instanceof Node.Mapping mapping && mapping.get(KEY) != null;
  }

  /**
   * Returns the steps, at least one, by rising day; empty after saying what is wrong.
   *
   * @param reader reads the value of one step at a path
   */
  <T> Optional<List<Step<T>>> read(
      Node node, String path, BiFunction<Node, String, Optional<T>> reader) {
    Optional<ValueReader.Stated> stated = values.stated(node, path, KEY);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    String here = path + "." + KEY;
    if (!(stated.get().node() instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      problems.error(
          stated.get().node().location(),
          here,
          "found "
              + (stated.get().node() instanceof Node.Mapping
                  ? "no step"
                  : stated.get().node().describe()),
          "values by date, such as {2025: …, 2028-07: …}, or one value without steps");
      return Optional.empty();
    }
    List<Step<T>> steps = new ArrayList<>();
    boolean complete = true;
    for (Node.Entry entry : mapping.entries().values()) {
      String at = here + "." + entry.key();
      Optional<LocalDate> from =
          date(entry, at, steps.isEmpty() ? null : steps.get(steps.size() - 1));
      Optional<ValueReader.Stated> own = values.stated(entry.value(), at);
      Optional<T> value = own.isEmpty() ? Optional.empty() : reader.apply(own.get().node(), at);
      if (from.isEmpty() || own.isEmpty() || value.isEmpty()) {
        complete = false;
        continue;
      }
      Provenance provenance =
          own.get().provenance().equals(Provenance.NONE)
              ? stated.get().provenance()
              : own.get().provenance();
      steps.add(new Step<>(from.get(), value.get(), provenance, own.get().node(), at));
    }
    return complete ? Optional.of(steps) : Optional.empty();
  }

  private <T> Optional<LocalDate> date(Node.Entry entry, String path, @Nullable Step<T> before) {
    try {
      LocalDate from = PartialDate.parse(entry.key()).first();
      if (before == null || from.isAfter(before.from())) {
        return Optional.of(from);
      }
      problems.error(
          entry.keyLocation(),
          path,
          "found a step on " + from + " after the one on " + before.from(),
          "dates that rise");
    } catch (InvalidTextException fault) {
      problems.error(entry.keyLocation(), path, fault);
    }
    return Optional.empty();
  }
}
