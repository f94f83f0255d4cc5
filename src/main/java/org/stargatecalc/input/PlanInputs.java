package org.stargatecalc.input;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.scenario.Between;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.tree.Problems;

/** Finds how much a phase has and when: the nearest level that states a size decides. */
final class PlanInputs {
  private final Defaults defaults;
  private final WordInputs words;
  private final Problems problems;

  PlanInputs(Defaults defaults, WordInputs words, Problems problems) {
    this.defaults = defaults;
    this.words = words;
    this.problems = problems;
  }

  /** The nearest level that states a size decides how it comes online, as a whole. */
  Optional<Plan> of(PhaseAssembly phase) {
    for (int i = 0; i < phase.levels.levels().size(); i++) {
      WrittenParameters level = phase.levels.levels().get(i);
      if (level.plan.isPresent()) {
        return ofLevel(phase, level.plan.get(), i);
      }
    }
    boolean misspelt = PlanReader.KEYS.stream().anyMatch(phase::isBroken);
    if (!misspelt) {
      problems.error(
          phase.location(),
          phase.levels.nearest().path,
          "found no size in " + phase.name(),
          "one of " + String.join(", ", PlanReader.KEYS));
    }
    return Optional.empty();
  }

  private Optional<Plan> ofLevel(
      PhaseAssembly phase, WrittenParameters.PlanAtLevel stated, int levelIndex) {
    if (stated.plan().isPresent()) {
      warnOfUselessDates(phase, stated, levelIndex);
      Plan plan = stated.plan().get();
      if (plan instanceof Plan.Milestones milestones) {
        boolean linear = words.constant(phase, PhaseWord.BETWEEN, Between.class) == Between.LINEAR;
        return Optional.of(new Plan.Milestones(milestones.size(), milestones.steps(), linear));
      }
      return Optional.of(plan);
    }
    if (!PhaseParameter.SIZE_KEYS.contains(stated.key())) {
      return Optional.empty();
    }
    PhaseParameter size = size(stated.key());
    phase.inherit(size, levelIndex + 1);
    if (!phase.inherit(PhaseParameter.ONLINE)) {
      problems.error(
          phase.location(),
          phase.levels.nearest().path,
          "found no key 'online' in " + phase.name(),
          "online: the date on which the first capacity is usable");
    }
    if (!phase.inherit(PhaseParameter.RAMP)) {
      phase.parameters.put(
          PhaseParameter.RAMP, defaults.of(PhaseParameter.RAMP, phase.path("ramp")));
    }
    return Optional.of(new Plan.Ramped(size));
  }

  private static PhaseParameter size(String key) {
    for (PhaseParameter size : PhaseParameter.SIZES) {
      if (size.key().equals(key)) {
        return size;
      }
    }
    throw new IllegalArgumentException(key + " is no size");
  }

  private void warnOfUselessDates(
      PhaseAssembly phase, WrittenParameters.PlanAtLevel stated, int levelIndex) {
    for (int i = 0; i < levelIndex; i++) {
      WrittenParameters level = phase.levels.levels().get(i);
      for (PhaseParameter date : List.of(PhaseParameter.ONLINE, PhaseParameter.RAMP)) {
        WrittenParameters.Value value = level.numbers.get(date);
        if (value != null) {
          problems.warning(
              value.location(),
              value.declaredAt(),
              date.key()
                  + " has no effect: "
                  + stated.key()
                  + " ("
                  + stated.location()
                  + ") has its own dates");
        }
      }
    }
  }
}
