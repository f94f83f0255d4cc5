package org.stargatecalc.catalog;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Records of one kind by id, each read when it is first asked for: a run needs a few of many.
 *
 * @param <T> the kind
 */
final class Records<T> {
  private final Map<String, Supplier<T>> unread;
  private final Map<String, T> read = new HashMap<>();

  Records(Map<String, Supplier<T>> unread) {
    this.unread = unread;
  }

  /** Returns all ids, in the order of the data. */
  Set<String> ids() {
    return Collections.unmodifiableSet(unread.keySet());
  }

  /** Returns a record by id. */
  synchronized Optional<T> get(String id) {
    T record = read.get(id);
    if (record == null && unread.containsKey(id)) {
      record = unread.get(id).get();
      read.put(id, record);
    }
    return Optional.ofNullable(record);
  }

  /** Returns all records by id, in the order of the data. */
  Map<String, T> all() {
    Map<String, T> all = new LinkedHashMap<>();
    for (String id : unread.keySet()) {
      all.put(id, get(id).orElseThrow());
    }
    return Collections.unmodifiableMap(all);
  }
}
