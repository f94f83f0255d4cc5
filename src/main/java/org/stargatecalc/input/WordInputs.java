package org.stargatecalc.input;

import java.util.Optional;
import org.stargatecalc.scenario.PhaseWord;

/** Finds the constants that a phase's words name: as written at the nearest level, else default. */
final class WordInputs {
  private final Defaults defaults;

  WordInputs(Defaults defaults) {
    this.defaults = defaults;
  }

  /** Returns the constant of a word of a closed list and notes it as a label. */
  <E extends Enum<E>> E constant(PhaseAssembly phase, PhaseWord key, Class<E> type) {
    Optional<WrittenParameters.Word> word = phase.word(key);
    if (word.isPresent()) {
      return type.cast(word.get().constant());
    }
    phase.labels.add(defaults.named(key.key(), phase.path(key.key())));
    // the shipped default is one of the words: a test reads them all
    return type.cast(key.constant(defaults.word(key.key())).orElseThrow());
  }
}
