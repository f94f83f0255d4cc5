package org.stargatecalc.analysis.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.result.ResultAssumption;

/**
 * Finds the assumptions that differ.
 *
 * <p>A value that many phases inherit is one change, not many; a phase that only got another name
 * is followed; of a phase that came or went only what is written at it is a change.
 */
final class AssumptionComparer {
  /** A phase is the same under another name if at least this share of its values is. */
  private static final double SAME_PHASE = 0.8;

  private static final String PHASES = "phases.";

  private static final int MOST_NAMED = 5;

  /** Every phase has it, so that it tells where an id that holds dots ends. */
  private static final String OF_EVERY_PHASE = ".probability";

  private final Side base;
  private final List<Side> others;
  private final List<Comparison.AssumptionChange> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int unchanged;

  AssumptionComparer(Side base, List<Side> others) {
    this.base = base;
    this.others = others;
  }

  List<Comparison.AssumptionChange> changes() {
    return changes;
  }

  List<String> notes() {
    return notes;
  }

  int unchanged() {
    return unchanged;
  }

  void compare() {
    if (base.result().isEmpty() || others.stream().anyMatch(o -> o.result().isEmpty())) {
      return;
    }
    Map<String, ResultAssumption> from = byPath(base);
    List<Map<String, ResultAssumption>> to = new ArrayList<>();
    for (Side other : others) {
      to.add(followRenames(from, byPath(other), other));
    }
    Set<String> paths = new LinkedHashSet<>(from.keySet());
    to.forEach(side -> paths.addAll(side.keySet()));
    Set<String> everywhere = phases(from);
    to.forEach(side -> everywhere.retainAll(phases(side)));
    Map<List<Object>, List<String>> groups = new LinkedHashMap<>();
    for (String path : paths) {
      Optional<ResultAssumption> before = Optional.ofNullable(from.get(path));
      List<Optional<ResultAssumption>> after =
          to.stream().map(side -> Optional.ofNullable(side.get(path))).toList();
      if (isSame(before, after)) {
        unchanged++;
      } else if (isWorthSaying(path, before, after, everywhere)) {
        groups.computeIfAbsent(key(before, after), k -> new ArrayList<>()).add(path);
      }
    }
    for (List<String> group : groups.values()) {
      String path = group.get(0);
      Optional<ResultAssumption> before = Optional.ofNullable(from.get(path));
      List<Optional<ResultAssumption>> after =
          to.stream().map(side -> Optional.ofNullable(side.get(path))).toList();
      changes.add(
          new Comparison.AssumptionChange(
              group.size() == 1 ? path : declaredAt(before, after),
              group.size(),
              !isOfLastingPhase(path, everywhere),
              before,
              after));
    }
  }

  private static Map<String, ResultAssumption> byPath(Side side) {
    Map<String, ResultAssumption> map = new LinkedHashMap<>();
    side.result()
        .ifPresent(
            r ->
                r.assumptions()
                    .forEach(
                        a -> {
                          map.put(a.path(), a);
                          a.ends().forEach(end -> map.put(end.path(), end));
                        }));
    return map;
  }

  private static boolean isSame(
      Optional<ResultAssumption> before, List<Optional<ResultAssumption>> after) {
    return before.isPresent()
        && after.stream()
            .allMatch(
                a ->
                    a.isPresent()
                        && a.get().hasValueOf(before.get())
                        && a.get().hasProvenanceOf(before.get()));
  }

  /** What a phase that came or went merely inherits is no news. */
  private static boolean isWorthSaying(
      String path,
      Optional<ResultAssumption> before,
      List<Optional<ResultAssumption>> after,
      Set<String> everywhere) {
    return isOfLastingPhase(path, everywhere)
        || sides(before, after).anyMatch(side -> side.origin() == Origin.GIVEN);
  }

  private static boolean isOfLastingPhase(String path, Set<String> everywhere) {
    return !path.startsWith(PHASES)
        || everywhere.stream().anyMatch(id -> path.startsWith(PHASES + id + "."));
  }

  private static Stream<ResultAssumption> sides(
      Optional<ResultAssumption> before, List<Optional<ResultAssumption>> after) {
    return Stream.concat(before.stream(), after.stream().flatMap(Optional::stream));
  }

  private static List<Object> key(
      Optional<ResultAssumption> before, List<Optional<ResultAssumption>> after) {
    List<Object> key = new ArrayList<>();
    key.add(before.map(AssumptionComparer::withoutPath));
    after.forEach(a -> key.add(a.map(AssumptionComparer::withoutPath)));
    return key;
  }

  private static List<Object> withoutPath(ResultAssumption a) {
    return List.of(a.declaredAt(), a.number(), a.word(), a.unit(), a.origin(), a.source());
  }

  /** The place that somebody wrote rather than a default that another one replaced. */
  private static String declaredAt(
      Optional<ResultAssumption> before, List<Optional<ResultAssumption>> after) {
    List<String> places =
        Stream.concat(after.stream().flatMap(Optional::stream), before.stream())
            .map(ResultAssumption::declaredAt)
            .toList();
    return places.stream()
        .filter(place -> !place.startsWith("default.") && !place.startsWith("catalog."))
        .findFirst()
        .orElse(places.get(0));
  }

  private static Set<String> phases(Map<String, ResultAssumption> assumptions) {
    Set<String> ids = new LinkedHashSet<>();
    for (String path : assumptions.keySet()) {
      if (path.startsWith(PHASES) && path.endsWith(OF_EVERY_PHASE)) {
        ids.add(path.substring(PHASES.length(), path.length() - OF_EVERY_PHASE.length()));
      }
    }
    return ids;
  }

  /** Returns the other side with phases under the names that they have on the base side. */
  private Map<String, ResultAssumption> followRenames(
      Map<String, ResultAssumption> from, Map<String, ResultAssumption> to, Side other) {
    Set<String> gone = phases(from);
    gone.removeAll(phases(to));
    Set<String> come = phases(to);
    come.removeAll(phases(from));
    Map<String, String> names = new LinkedHashMap<>();
    List<String> lost = new ArrayList<>();
    for (String old : gone) {
      String best = "";
      double bestShare = 0;
      for (String candidate : come) {
        double share = sameShare(old, from, candidate, to);
        if (share > bestShare && !names.containsKey(candidate)) {
          best = candidate;
          bestShare = share;
        }
      }
      if (bestShare >= SAME_PHASE) {
        names.put(best, old);
        notes.add(
            other.label() + ": the phase " + old + " is called " + best + " here, and followed");
      } else {
        lost.add(old);
      }
    }
    come.removeAll(names.keySet());
    note(other, lost, "gone");
    note(other, come, "new");
    Map<String, ResultAssumption> renamed = new LinkedHashMap<>();
    to.forEach((path, value) -> renamed.put(rename(path, names), value));
    return renamed;
  }

  /** Says of phases that they came or went, by name as far as a line goes. */
  private void note(Side other, Collection<String> phases, String what) {
    if (!phases.isEmpty()) {
      boolean one = phases.size() == 1;
      String names = phases.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
      int left = Math.max(0, phases.size() - MOST_NAMED);
      notes.add(
          other.label()
              + (one ? ": the phase " : ": " + phases.size() + " phases are " + what + ": ")
              + names
              + (left > 0 ? " and " + left + " more" : "")
              + (one ? " is " + what : ""));
    }
  }

  private static String rename(String path, Map<String, String> names) {
    for (Map.Entry<String, String> name : names.entrySet()) {
      String prefix = PHASES + name.getKey() + ".";
      if (path.startsWith(prefix)) {
        return PHASES + name.getValue() + "." + path.substring(prefix.length());
      }
    }
    return path;
  }

  /** The share of what is written at two phases that is the same; what they inherit says little. */
  private static double sameShare(
      String old,
      Map<String, ResultAssumption> from,
      String candidate,
      Map<String, ResultAssumption> to) {
    String prefix = PHASES + old + ".";
    int written = 0;
    int same = 0;
    for (Map.Entry<String, ResultAssumption> entry : from.entrySet()) {
      if (!entry.getKey().startsWith(prefix) || entry.getValue().origin() != Origin.GIVEN) {
        continue;
      }
      written++;
      String suffix = entry.getKey().substring(prefix.length());
      ResultAssumption other = to.get(PHASES + candidate + "." + suffix);
      if (other != null && other.hasValueOf(entry.getValue())) {
        same++;
      }
    }
    return written == 0 ? 0 : (double) same / written;
  }
}
