package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Steps;
import org.stargatecalc.tree.Location;

/** A phase that is being put together from its levels. */
final class PhaseAssembly {
  /**
   * The levels of one phase, nearest first.
   *
   * @param levels what is written at each
   * @param origins what each is called in reports
   */
  record Levels(List<WrittenParameters> levels, List<Origin> origins) {
    /** Returns the levels of the next generation, which has all that its hardware does not name. */
    Levels refreshedBy(WrittenParameters hardware) {
      boolean isOtherChip = hardware.words.containsKey(PhaseWord.GPU);
      List<WrittenParameters> all = new ArrayList<>(List.of(hardware));
      List<Origin> from = new ArrayList<>(List.of(Origin.GIVEN));
      for (int i = 0; i < levels.size(); i++) {
        all.add(isOtherChip ? levels.get(i).withoutHardware() : levels.get(i));
        from.add(origins.get(i));
      }
      return new Levels(all, from);
    }

    WrittenParameters nearest() {
      return levels.get(0);
    }
  }

  final Levels levels;
  final String prefix;
  final Map<PhaseParameter, Assumption> parameters = new EnumMap<>(PhaseParameter.class);
  final List<Assumption> labels = new ArrayList<>();
  final Map<PhaseParameter, Steps> steps = new EnumMap<>(PhaseParameter.class);

  PhaseAssembly(Levels levels) {
    this.levels = levels;
    this.prefix = levels.nearest().path.isEmpty() ? "" : levels.nearest().path + ".";
  }

  String path(String key) {
    return prefix + key;
  }

  Location location() {
    return levels.nearest().location;
  }

  String name() {
    return levels.nearest().path.isEmpty() ? "the scenario" : levels.nearest().path;
  }

  /** Returns a word and notes it as a label. */
  Optional<WrittenParameters.Word> word(PhaseWord key) {
    for (int i = 0; i < levels.levels().size(); i++) {
      WrittenParameters.Word word = levels.levels().get(i).words.get(key);
      if (word != null) {
        WrittenParameters level = levels.levels().get(i);
        String declaredAt = level.path.isEmpty() ? key.key() : level.path + "." + key.key();
        labels.add(
            new Assumption(
                path(key.key()),
                declaredAt,
                new AssumedValue.Named(word.text()),
                levels.origins().get(i),
                word.provenance()));
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  boolean isBroken(String key) {
    return levels.levels().stream().anyMatch(level -> level.broken.contains(key));
  }

  /** Takes a parameter from the nearest level that has it. */
  boolean inherit(PhaseParameter parameter) {
    return inherit(parameter, levels.levels().size());
  }

  /** Takes a parameter from the nearest of the first levels that has it. */
  boolean inherit(PhaseParameter parameter, int upTo) {
    for (int i = 0; i < upTo; i++) {
      WrittenParameters.Value value = levels.levels().get(i).numbers.get(parameter);
      if (value != null) {
        WrittenParameters level = levels.levels().get(i);
        parameters.put(parameter, value.at(path(level.local(value)), levels.origins().get(i)));
        WrittenParameters.Later later = level.later.get(parameter);
        if (later != null) {
          steps.put(parameter, later.at(level, prefix, levels.origins().get(i)));
        }
        return true;
      }
      if (levels.levels().get(i).broken.contains(parameter.key())) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the first of some words that is written stands, for a message about it. */
  Location whereNamed(PhaseWord... keys) {
    for (PhaseWord key : keys) {
      for (WrittenParameters level : levels.levels()) {
        WrittenParameters.Word word = level.words.get(key);
        if (word != null) {
          return word.location();
        }
      }
    }
    return location();
  }

  /** Returns where the value in use was written, for a message about it. */
  Location whereWritten(PhaseParameter parameter) {
    for (WrittenParameters level : levels.levels()) {
      WrittenParameters.Value value = level.numbers.get(parameter);
      if (value != null) {
        return value.location();
      }
    }
    return location();
  }

  double central(PhaseParameter parameter) {
    Assumption assumption = parameters.get(parameter);
    return assumption != null && assumption.value() instanceof AssumedValue.Measured measured
        ? measured.distribution().median()
        : Double.NaN;
  }
}
