package org.stargatecalc.field;

import java.util.List;
import java.util.Optional;

/**
 * What a field holds.
 *
 * @param kind text, number and so on
 * @param nullable whether a document may say null
 * @param words the only texts there are; empty where any text may stand
 * @param of the fields of a nested record or of each record of a list
 */
public record FieldType(Kind kind, boolean nullable, List<String> words, Optional<Fields<?>> of) {
  /** What kind of value. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** One of a few words. */
    WORD,
    /** An ISO date. */
    DATE,
    /** A number. */
    NUMBER,
    /** A whole number. */
    WHOLE,
    /** A number, or a word or date in its place. */
    NUMBER_OR_TEXT,
    /** True or false; {@code yes} or nothing in a table. */
    TRUTH,
    /** A list of texts. */
    TEXTS,
    /** A record. */
    RECORD,
    /** A list of records. */
    RECORDS
  }

  /** Copies the words. */
  public FieldType {
    words = List.copyOf(words);
  }

  static FieldType of(Kind kind) {
    return new FieldType(kind, false, List.of(), Optional.empty());
  }

  static FieldType word(List<String> words) {
    return new FieldType(Kind.WORD, false, words, Optional.empty());
  }

  static FieldType record(Kind kind, Fields<?> of) {
    return new FieldType(kind, false, List.of(), Optional.of(of));
  }

  FieldType orNull() {
    return new FieldType(kind, true, words, of);
  }

  /** Returns whether a table has a number in its column. */
  public boolean isNumeric() {
    return switch (kind) {
      case NUMBER, WHOLE, NUMBER_OR_TEXT -> true;
      case TEXT, WORD, DATE, TRUTH, TEXTS, RECORD, RECORDS -> false;
    };
  }

  /** Returns whether a table has a column for it at all. */
  boolean isPlain() {
    return of.isEmpty() && kind != Kind.TEXTS;
  }
}
