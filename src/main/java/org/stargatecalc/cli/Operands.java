package org.stargatecalc.cli;

/**
 * What a command takes besides options.
 *
 * @param label as help writes it, with dots for what may repeat and brackets for what may be absent
 * @param least how many there must be
 * @param most how many there may be
 * @param areFiles whether they are files that are read
 * @param meaning a sentence
 */
record Operands(String label, int least, int most, boolean areFiles, String meaning) {
  /** No operand at all. */
  static final Operands NONE = words("", 0, 0, "");

  /** Scenario files. */
  static final Operands SCENARIOS =
      atLeast(1, "SCENARIO...", "Scenario files; - is standard input.");

  /** One scenario file. */
  static final Operands SCENARIO =
      new Operands("SCENARIO", 1, 1, true, "A scenario file; - is standard input.");

  /** Files, any number from a least one on. */
  static Operands atLeast(int least, String label, String meaning) {
    return new Operands(label, least, Integer.MAX_VALUE, true, meaning);
  }

  /** Words that name no file to read. */
  static Operands words(String label, int least, int most, String meaning) {
    return new Operands(label, least, most, false, meaning);
  }
}
