package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.word.Worded;

/**
 * What may stand at a place of the command line.
 *
 * @param areFiles whether the names of files do, which a shell knows itself
 * @param meanings the words that do, each with what it means or nothing
 */
record Candidates(boolean areFiles, Map<String, String> meanings) {
  static final Candidates NONE = new Candidates(false, Map.of());

  static final Candidates FILES = new Candidates(true, Map.of());

  static Candidates of(Map<String, String> meanings) {
    return new Candidates(false, meanings);
  }

  static Candidates of(Collection<String> words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    words.forEach(word -> meanings.put(word, ""));
    return of(meanings);
  }

  static Candidates of(Worded... constants) {
    return of(Worded.ids(constants));
  }

  /** Returns these with the same text before each and the same one after it. */
  Candidates between(String before, String after) {
    Map<String, String> whole = new LinkedHashMap<>();
    meanings.forEach((word, meaning) -> whole.put(before + word + after, meaning));
    return new Candidates(areFiles, whole);
  }

  /** Returns these and others. */
  Candidates and(Candidates others) {
    Map<String, String> all = new LinkedHashMap<>(meanings);
    all.putAll(others.meanings);
    return new Candidates(areFiles || others.areFiles, all);
  }

  /** Returns these as items of a list divided by commas, whose first items are typed already. */
  Candidates inList(String typed) {
    int comma = typed.lastIndexOf(',');
    List<String> before = List.of(typed.substring(0, comma + 1).split(","));
    Map<String, String> left = new LinkedHashMap<>(meanings);
    left.keySet().removeAll(new ArrayList<>(before));
    return new Candidates(areFiles, left).between(typed.substring(0, comma + 1), "");
  }

  /** Returns those that begin with what is typed. */
  Candidates beginningWith(String typed) {
    Map<String, String> left = new LinkedHashMap<>(meanings);
    left.keySet().removeIf(word -> !word.startsWith(typed));
    return new Candidates(areFiles, left);
  }
}
