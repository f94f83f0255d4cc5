package org.stargatecalc.scenario;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.word.Worded;

/**
 * A parameter of a phase that is a word, declared once: key, meaning and the words it may be.
 *
 * <p>Readers, the schema of scenario files and the pages take their lists from here.
 */
public enum PhaseWord {
  /** The chip. */
  GPU("gpu", Kind.ACCELERATOR, "accelerator"),
  /** The place. */
  SITE("site", Kind.ID, "place; the phase's id if absent"),
  /** What a training run may join. */
  TRAINING_SYSTEM("training_system", Kind.ID, "training capacity with one id is one system"),
  /** How a ramp rises. */
  SHAPE("shape", "of the ramp", RampShape.values()),
  /** What stands between milestones. */
  BETWEEN("between", "between milestones", Between.values()),
  /** How far the phase has come. */
  STAGE("stage", "label", Stage.values()),
  /** Who pays. */
  OWNERSHIP("ownership", "who pays for what", Ownership.values()),
  /** What a price of rented capacity per watt speaks of. */
  OFFTAKE_BASIS(
      "offtake_basis", "the power that an offtake_price per watt speaks of", PowerBasis.values()),
  /** Of training runs. */
  PRECISION("precision", "of training runs", Precision.values());

  /** Where the words of a key come from. */
  public enum Kind {
    /** An id of the catalogue of accelerators. */
    ACCELERATOR,
    /** An id that the scenario chooses. */
    ID,
    /** One of {@link PhaseWord#words()}. */
    CLOSED
  }

  private static final List<PhaseWord> ALL = List.of(values());

  private final String key;
  private final Kind kind;
  private final String meaning;
  private final List<String> words;
  private final List<Worded> constants;

  PhaseWord(String key, Kind kind, String meaning) {
    this.key = key;
    this.kind = kind;
    this.meaning = meaning;
    this.words = List.of();
    this.constants = List.of();
  }

  PhaseWord(String key, String meaning, Worded... constants) {
    this.key = key;
    this.kind = Kind.CLOSED;
    this.meaning = meaning;
    this.words = List.copyOf(Worded.ids(constants));
    this.constants = List.of(constants);
  }

  /** Returns all in their order. */
  public static List<PhaseWord> all() {
    return ALL;
  }

  /** Returns the scenario key. */
  public String key() {
    return key;
  }

  /** Returns where its words come from. */
  public Kind kind() {
    return kind;
  }

  /** Returns what the word says, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Returns the words it may be, none if they are not a closed list. */
  public List<String> words() {
    return words;
  }

  /** Returns the constant that one of {@link #words()} names, empty for any other. */
  public Optional<Object> constant(String word) {
    int at = words.indexOf(word);
    return at < 0 ? Optional.empty() : Optional.of(constants.get(at));
  }
}
