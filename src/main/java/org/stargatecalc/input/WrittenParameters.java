package org.stargatecalc.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Steps;
import org.stargatecalc.tree.Location;

/**
 * The phase parameters written at one place: the top of the scenario, a site, or a phase.
 *
 * <p>A key that is written but wrong counts as there, so that its absence is not reported as well.
 */
final class WrittenParameters {
  final String path;
  final Location location;
  final Map<PhaseParameter, Value> numbers = new EnumMap<>(PhaseParameter.class);
  final Map<PhaseWord, Word> words = new EnumMap<>(PhaseWord.class);

  /** Later values of numbers that change with time; {@link #numbers} has the first ones. */
  final Map<PhaseParameter, Later> later = new EnumMap<>(PhaseParameter.class);

  /** Keys that are written but wrong, or probably meant by a misspelt key. */
  final Set<String> broken = new HashSet<>();

  /** How the size comes online, if this level says so. */
  Optional<PlanAtLevel> plan = Optional.empty();

  /** Which share of the split gives way to an uncertain one, if this level says so. */
  Optional<PhaseParameter> rest = Optional.empty();

  /** What replaces the hardware, if this level says so. */
  Optional<List<Refreshed>> refresh = Optional.empty();

  WrittenParameters(String path, Location location) {
    this.path = path;
    this.location = location;
  }

  /** Returns the path of a value below this level. */
  String local(Value value) {
    return path.isEmpty() ? value.declaredAt() : value.declaredAt().substring(path.length() + 1);
  }

  /** Returns where the first of some values that is written stands, for a message about it. */
  Location whereWritten(PhaseParameter... parameters) {
    for (PhaseParameter parameter : parameters) {
      Value value = numbers.get(parameter);
      if (value != null) {
        return value.location();
      }
    }
    return location;
  }

  /** Returns this level without what belongs to the chip that it names or inherits. */
  WrittenParameters withoutHardware() {
    WrittenParameters rest = new WrittenParameters(path, location);
    rest.numbers.putAll(numbers);
    rest.later.putAll(later);
    rest.words.putAll(words);
    rest.broken.addAll(broken);
    rest.plan = plan;
    rest.rest = this.rest;
    for (PhaseParameter parameter :
        List.of(
            PhaseParameter.WATTS_PER_GPU,
            PhaseParameter.CHIP_TDP,
            PhaseParameter.SYSTEM_OVERHEAD,
            PhaseParameter.CAPEX_PER_GPU,
            PhaseParameter.FLOPS_PER_GPU)) {
      rest.numbers.remove(parameter);
      rest.later.remove(parameter);
    }
    return rest;
  }

  /**
   * What replaces the hardware of a phase.
   *
   * @param after how long the hardware before is there
   * @param hardware what the new hardware has otherwise
   * @param location where it stands
   */
  record Refreshed(Assumption after, WrittenParameters hardware, Location location) {}

  /**
   * A value as written.
   *
   * @param value the value
   * @param provenance what is stated about it
   * @param location where it stands
   * @param declaredAt its dotted path
   */
  record Value(AssumedValue value, Provenance provenance, Location location, String declaredAt) {
    Assumption at(String usedAt, Origin origin) {
      return new Assumption(usedAt, declaredAt, value, origin, provenance);
    }
  }

  /**
   * Values that follow a first one.
   *
   * @param first the day from which the first is stated to hold
   * @param steps the others
   */
  record Later(LocalDate first, List<Step> steps) {
    Steps at(WrittenParameters level, String prefix, Origin origin) {
      List<Steps.Step> all = new ArrayList<>();
      for (Step step : steps) {
        Assumption value = step.value().at(prefix + level.local(step.value()), origin);
        all.add(new Steps.Step(step.from(), value, step.isRest()));
      }
      return new Steps(first, all);
    }
  }

  /**
   * A value from a day on.
   *
   * @param from the first day
   * @param value the value
   * @param isRest whether it is what the other shares of a split leave
   */
  record Step(LocalDate from, Value value, boolean isRest) {}

  /**
   * A word as written.
   *
   * @param constant what it names
   * @param text as written
   * @param provenance what is stated about it
   * @param location where it stands
   */
  record Word(Object constant, String text, Provenance provenance, Location location) {}

  /**
   * The way in which this level states a size.
   *
   * @param key the key that states it
   * @param plan the plan; empty for a plain size, which needs {@code online} and maybe {@code ramp}
   * @param location where the key stands
   */
  record PlanAtLevel(String key, Optional<Plan> plan, Location location) {}
}
