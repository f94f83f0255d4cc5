package org.stargatecalc.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A constant that files, options and outputs call by its name in lower case. */
public interface Worded {
  /** Returns the name in Java. */
  String name();

  /** Returns the word that files, options and outputs use. */
  default String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the words of constants in their order. */
  static List<String> ids(Worded[] constants) {
    List<String> ids = new ArrayList<>();
    for (Worded constant : constants) {
      ids.add(constant.id());
    }
    return ids;
  }

  /** Returns the constant of a word, empty if there is none. */
  static <E extends Worded> Optional<E> of(E[] constants, String word) {
    for (E constant : constants) {
      if (constant.id().equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
