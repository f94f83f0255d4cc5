package org.stargatecalc.report;

import java.util.List;

/** How much of a long list people are shown: its first items, or all of them. */
public enum Folding {
  /** The first items of a list, and how many are left. */
  FOLDED,
  /** Everything. */
  IN_FULL;

  /** Returns the items that are shown of a list that is folded after so many. */
  public <T> List<T> shown(List<T> all, int most) {
    return all.subList(0, all.size() - left(all.size(), most));
  }

  /** Returns how many of a list of a size are left out. */
  public int left(int size, int most) {
    return this == IN_FULL ? 0 : Math.max(0, size - most);
  }
}
