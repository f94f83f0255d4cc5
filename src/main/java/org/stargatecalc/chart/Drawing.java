package org.stargatecalc.chart;

import java.util.List;

/** Pictures that are drawn when a format asks for them, and not before. */
public interface Drawing {
  /** Returns all pictures, the one that matters most first; at least one. */
  List<Picture> pictures();
}
