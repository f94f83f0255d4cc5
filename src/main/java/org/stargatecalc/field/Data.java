package org.stargatecalc.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A tree for programs: exact numbers, no format. */
public sealed interface Data {
  /** Nothing. */
  Data NULL = new Null();

  /** Returns a number, or nothing for one that is not finite: no format has a form for it. */
  static Data number(double value) {
    return Double.isFinite(value) ? new Number(value) : NULL;
  }

  /** Returns a number, or nothing. */
  static Data number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : NULL;
  }

  /** Returns a text. */
  static Data text(String text) {
    return new Text(text);
  }

  /** Returns a text, or nothing. */
  static Data text(Optional<String> text) {
    return text.map(Data::text).orElse(NULL);
  }

  /** Returns a text, or nothing if it is empty. */
  static Data textOrNull(String text) {
    return text.isEmpty() ? NULL : new Text(text);
  }

  /** Returns an ISO date, or nothing. */
  static Data date(Optional<LocalDate> date) {
    return date.map(d -> text(d.toString())).orElse(NULL);
  }

  /** A finite number at full precision. */
  record Number(double value) implements Data {
    /** Checks that it is finite. */
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value " + value + " must be finite");
      }
    }
  }

  /** A whole number. */
  record Whole(long value) implements Data {}

  /** A truth value. */
  record Truth(boolean value) implements Data {}

  /** A text. */
  record Text(String text) implements Data {}

  /** Nothing. */
  record Null() implements Data {}

  /** A list. */
  record Items(List<Data> items) implements Data {
    /** Copies the items. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A list so long that its items are made one after the other.
   *
   * @param items hands each of them to whom it is given
   */
  record Stream(Consumer<Consumer<Data>> items) implements Data {}

  /** The rows of a table as objects, one key a column. */
  record Rows(DataTable table) implements Data {}

  /** A member of an object. */
  record Member(String key, Data value) {}

  /** An object whose members keep their order. */
  record Members(List<Member> members) implements Data {
    /** Copies the members. */
    public Members {
      members = List.copyOf(members);
    }

    /** Returns a builder. */
    public static Builder builder() {
      return new Builder();
    }
  }

  /** Builds an object. */
  final class Builder {
    private final List<Member> members = new ArrayList<>();

    /** Adds a member. */
    public Builder put(String key, Data value) {
      members.add(new Member(key, value));
      return this;
    }

    /** Returns the object. */
    public Members build() {
      return new Members(members);
    }
  }
}
