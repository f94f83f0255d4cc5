package org.stargatecalc.report;

import java.util.List;

/**
 * One answer in its three forms; a renderer takes the one that fits its format.
 *
 * @param blocks for people, top to bottom
 * @param table for spreadsheets
 * @param document for programs
 */
public record Report(List<Block> blocks, DataTable table, Data document) {
  /** Copies the blocks. */
  public Report {
    blocks = List.copyOf(blocks);
  }
}
