package org.stargatecalc.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.expression.Expectation;

/**
 * An expectation that a scenario had or has, and not the same on both sides.
 *
 * @param text as written
 * @param from how bad it was if not so, empty if it was not expected
 * @param to how bad it is now, empty if it is no longer expected
 */
public record ExpectationChange(
    String text, Optional<Expectation.Severity> from, Optional<Expectation.Severity> to) {

  /** Returns what differs: first what is gone or only warns now, then what is new. */
  public static List<ExpectationChange> between(List<Expectation> before, List<Expectation> after) {
    Map<String, Expectation> old = strictest(before);
    Map<String, Expectation> now = strictest(after);
    List<ExpectationChange> changes = new ArrayList<>();
    for (Map.Entry<String, Expectation> one : old.entrySet()) {
      Optional<Expectation.Severity> to =
          Optional.ofNullable(now.get(one.getKey())).map(Expectation::level);
      Expectation was = one.getValue();
      if (!to.equals(Optional.of(was.level()))) {
        changes.add(new ExpectationChange(was.text(), Optional.of(was.level()), to));
      }
    }
    for (Map.Entry<String, Expectation> one : now.entrySet()) {
      if (!old.containsKey(one.getKey())) {
        Expectation is = one.getValue();
        changes.add(new ExpectationChange(is.text(), Optional.empty(), Optional.of(is.level())));
      }
    }
    return changes;
  }

  /** Returns whether less is expected than was. */
  public boolean isWeaker() {
    return from.isPresent() && (to.isEmpty() || to.get().compareTo(from.get()) > 0);
  }

  /** Spaces mean nothing in an expression. */
  private static Map<String, Expectation> strictest(List<Expectation> all) {
    Map<String, Expectation> strictest = new LinkedHashMap<>();
    for (Expectation one : all) {
      strictest.merge(
          one.text().replaceAll("\\s+", ""),
          one,
          (a, b) -> a.level().compareTo(b.level()) <= 0 ? a : b);
    }
    return strictest;
  }
}
