package org.stargatecalc.catalog;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind by id, each read when it is first asked for: a run needs a few of many.
 *
 * @param <T> the kind
 */
final class LazyRecords<T> {
  private final Supplier<Map<String, Supplier<T>>> source;
  private final Map<String, T> read = new HashMap<>();
  private @Nullable Map<String, Supplier<T>> found;

  /** Creates records of a source that is asked for what there is when the first is wanted. */
  LazyRecords(Supplier<Map<String, Supplier<T>>> source) {
    this.source = source;
  }

  private synchronized Map<String, Supplier<T>> found() {
    Map<String, Supplier<T>> there = found;
    if (there == null) {
      there = Collections.unmodifiableMap(source.get());
      found = there;
    }
    return there;
  }

  /** Returns all ids, in the order of the data. */
  Set<String> ids() {
    return found().keySet();
  }

  /** Returns a record by id. */
  synchronized Optional<T> get(String id) {
    T record = read.get(id);
    Supplier<T> unread = record == null ? found().get(id) : null;
    if (unread != null) {
      record = unread.get();
      read.put(id, record);
    }
    return Optional.ofNullable(record);
  }

  /** Returns all records by id, in the order of the data. */
  Map<String, T> all() {
    Map<String, T> all = new LinkedHashMap<>();
    for (String id : ids()) {
      all.put(id, get(id).orElseThrow());
    }
    return Collections.unmodifiableMap(all);
  }
}
