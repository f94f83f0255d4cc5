package org.stargatecalc.report;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One answer in its three forms; a renderer takes the one that fits its format.
 *
 * @param blocks for people, top to bottom
 * @param table for spreadsheets
 * @param document for programs
 * @param parts other tables by name, each built when it is asked for
 */
public record Report(
    List<Block> blocks, DataTable table, Data document, Map<String, Supplier<DataTable>> parts) {
  /** Copies blocks and parts. */
  public Report {
    blocks = List.copyOf(blocks);
    parts = Map.copyOf(parts);
  }

  /** Creates a report with one table. */
  public Report(List<Block> blocks, DataTable table, Data document) {
    this(blocks, table, document, Map.of());
  }

  /** Returns this report with the table of a name, or as it is if there is none. */
  public Report withTable(String name) {
    Supplier<DataTable> part = parts.get(name);
    return part == null ? this : new Report(blocks, part.get(), document, parts);
  }
}
