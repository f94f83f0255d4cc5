package org.stargatecalc.analysis.sweep;

import java.util.List;

/** The values that a parameter goes through, as texts that a scenario may have in its place. */
public interface Values {
  /**
   * Returns how many there are; 0 for a range that says no step, of which only points are taken.
   */
  int size();

  /** Returns one of them, from 0. */
  String text(int index);

  /**
   * Returns the value at a part of the way.
   *
   * @param share in (0, 1): evenly over a range, or over the values of a list
   */
  String at(double share);

  /** Several values or ranges, one after the other. */
  record Joined(List<Values> parts) implements Values {
    /** Copies the parts. */
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public int size() {
      int size = 0;
      for (Values part : parts) {
        size += part.size();
      }
      return size;
    }

    @Override
    public String text(int index) {
      int rest = index;
      for (Values part : parts) {
        if (rest < part.size()) {
          return part.text(rest);
        }
        rest -= part.size();
      }
      throw new IndexOutOfBoundsException("no value " + index);
    }

    @Override
    public String at(double share) {
      return text(nth(share, size()));
    }
  }

  /** One value, taken as it is. */
  record One(String text) implements Values {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public String text(int index) {
      return text;
    }

    @Override
    public String at(double share) {
      return text;
    }
  }

  /** Returns which of so many values, or of so many days, a share is of. */
  static int nth(double share, int size) {
    return Math.min(size - 1, (int) (share * size));
  }
}
