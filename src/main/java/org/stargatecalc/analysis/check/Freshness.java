package org.stargatecalc.analysis.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * How old the values of a scenario are, by their {@code as_of} against the scenario's.
 *
 * <p>A value is stale if the last day of its date lies longer before the last day of the scenario's
 * than a limit allows; one day as old as the limit is not. A number or date that a file states
 * without a source or a date is named, too. Words, such as a stage, need neither.
 */
public final class Freshness {
  private static final Set<Origin> WRITTEN = Set.of(Origin.GIVEN, Origin.SITE, Origin.SCENARIO);

  private static final Pattern PARTS =
      Pattern.compile("((?:^|.*\\.)(?:capex_split|growth|supply|milestones|available))[.\\[].*");

  private Freshness() {}

  /**
   * What is to be said of a value.
   *
   * @param path where it is written; empty for the scenario itself
   * @param text what is wrong with it
   */
  public record Remark(String path, String text) {}

  /**
   * Returns what is to be said, once for each place at which a value is written.
   *
   * @param days how old a value may be
   */
  public static List<Remark> of(ScenarioSpec spec, double days) {
    List<Remark> remarks = new ArrayList<>();
    Optional<LocalDate> today = lastDay(spec.asOf());
    if (today.isEmpty()) {
      remarks.add(new Remark("", "the scenario has no as_of, so that nothing of it has an age"));
    }
    Map<String, Assumption> values = new LinkedHashMap<>();
    for (Assumption value : spec.assumptions()) {
      values.putIfAbsent(written(value), value);
    }
    for (Map.Entry<String, Assumption> value : values.entrySet()) {
      remark(value.getValue(), today, days)
          .ifPresent(text -> remarks.add(new Remark(value.getKey(), text)));
    }
    return remarks;
  }

  /** The shares of a split, the steps of a plan and of a supply are one value, with one source. */
  private static String written(Assumption value) {
    return PARTS.matcher(value.declaredAt()).replaceFirst("$1");
  }

  private static Optional<String> remark(Assumption value, Optional<LocalDate> today, double days) {
    Provenance provenance = value.provenance();
    Optional<LocalDate> told = lastDay(provenance.asOf());
    if (today.isPresent() && told.isPresent()) {
      long age = today.get().toEpochDay() - told.get().toEpochDay();
      if (age > days) {
        return Optional.of(
            "as of " + provenance.asOf().orElseThrow() + ", " + age + " days before the scenario");
      }
    }
    boolean isFigure = !(value.value() instanceof AssumedValue.Named);
    if (!isFigure
        || !WRITTEN.contains(value.origin())
        || value.declaredAt().startsWith("horizon.")) {
      return Optional.empty();
    }
    boolean hasSource = provenance.source().isPresent();
    return hasSource && told.isPresent()
        ? Optional.empty()
        : Optional.of(
            "has no "
                + (hasSource ? "as_of" : told.isPresent() ? "source" : "source and no as_of"));
  }

  private static Optional<LocalDate> lastDay(Optional<String> written) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(written.get()).last());
    } catch (InvalidTextException notADay) {
      // a shipped record may say "2026-Q2 to Q3", of which no age follows
      return Optional.empty();
    }
  }
}
