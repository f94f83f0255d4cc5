package org.stargatecalc.input;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.LocatedCsv;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.ScenarioPatch;
import org.stargatecalc.tree.YamlTree;

/**
 * Reads {@code phases: plan.csv}: a row is a phase, a column one of its keys, a cell what would
 * stand behind the colon, with its unit.
 *
 * <p>The first column is {@code id}. Columns {@code source}, {@code confidence} and {@code as_of}
 * are said of every value of their row, {@code KEY.source} and so on of one. An empty cell says
 * nothing. The scenario gets the mapping that the same lines in YAML would be, and every node of it
 * knows its row and the number of its cell.
 *
 * <p>The file is one that its reader may not have chosen: until its header is that of a plan,
 * nothing of it is quoted.
 */
final class PhaseRows {
  private static final String KEY = "phases";
  private static final String ID = "id";
  private static final int MOST_BYTES = 16 << 20;
  private static final List<String> PROVENANCE = List.of("source", "confidence", "as_of");

  /** What stands for itself, without who says so. */
  private static final List<String> BARE = List.of("refresh", "covers");

  private static final Set<String> KEYS = keys();

  private final LocatedCsv csv;
  private final Problems problems;

  private PhaseRows(LocatedCsv csv, Problems problems) {
    this.csv = csv;
    this.problems = problems;
  }

  private static Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      keys.add(parameter.key());
    }
    for (PhaseWord word : PhaseWord.all()) {
      keys.add(word.key());
    }
    keys.addAll(PlanReader.KEYS);
    keys.addAll(BARE);
    return keys;
  }

  /**
   * Returns a scenario with the phases of a table, empty if it cannot be read.
   *
   * @param scenario with the name under {@code phases}
   * @param file of the scenario, to which the name is relative
   * @param problems receives what is wrong with the table
   */
  static Optional<Node.Mapping> in(
      Node.Mapping scenario, Node.Scalar name, String file, FileSource files, Problems problems) {
    Problems ofRows = new Problems();
    Optional<LocatedCsv> csv = table(name, file, files, ofRows);
    boolean isPlan = csv.isPresent() && hasHeader(csv.get(), problems);
    if (csv.isEmpty() || isPlan) {
      problems.addAll(ofRows, Set.of());
    }
    if (!isPlan) {
      return Optional.empty();
    }
    if (csv.get().rows().isEmpty() && !ofRows.isEmpty()) {
      // every row is wrong, which is said; that there is no phase follows
      return Optional.empty();
    }
    Node phases = new PhaseRows(csv.get(), problems).phases(name.location());
    Map<String, Node.Entry> entries = new LinkedHashMap<>(scenario.entries());
    entries.put(KEY, new Node.Entry(KEY, name.location(), phases));
    return Optional.of(new Node.Mapping(entries, scenario.location()));
  }

  private static Optional<LocatedCsv> table(
      Node.Scalar name, String file, FileSource files, Problems problems) {
    String text = name.text();
    if (!text.endsWith(".csv") || text.startsWith("/") || text.contains("\\")) {
      problems.error(
          name.location(),
          KEY,
          "found " + name.describe(),
          "a mapping of phase ids, or the relative path of a table, such as plan.csv");
      return Optional.empty();
    }
    String table = files.resolve(file, text);
    try {
      byte[] bytes = files.readNamedInFile(table);
      if (bytes.length > MOST_BYTES) {
        problems.error(
            name.location(), KEY, "found a table of more than 16 MB", "at most 16 MB of phases");
        return Optional.empty();
      }
      return LocatedCsv.read(table, bytes, problems);
    } catch (IOException e) {
      problems.error(name.location(), KEY, "cannot read " + table + ": " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** Whether every column is one of a plan; what is none is not quoted, a near word is. */
  private static boolean hasHeader(LocatedCsv csv, Problems problems) {
    List<String> titles = csv.header();
    if (!titles.get(0).equals(ID)) {
      problems.error(
          csv.at(1, 0), KEY, "found a table whose first column is not id", "a row a phase: id,…");
      return false;
    }
    boolean fine = true;
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      if (!isKnown(title)) {
        fine = false;
        problems.error(
            csv.at(1, i),
            KEY,
            title.isEmpty() ? "found a column without a title" : "found an unknown column",
            "a phase parameter, with its unit in the cells",
            nearest(title, problems));
      } else if (!seen.add(title)) {
        fine = false;
        problems.error(csv.at(1, i), KEY, "found a second column " + title, "one");
      }
    }
    return fine;
  }

  private static boolean isKnown(String title) {
    int dot = title.lastIndexOf('.');
    return title.equals(ID)
        || KEYS.contains(title)
        || PROVENANCE.contains(title)
        || (dot > 0
            && PROVENANCE.contains(title.substring(dot + 1))
            && isStated(title.substring(0, dot)));
  }

  private static boolean isStated(String key) {
    return !BARE.contains(key) && (KEYS.contains(key) || key.equals(SplitReader.KEY));
  }

  /** A unit behind the name, as spreadsheets have it, is not what makes it unknown. */
  private static String nearest(String title, Problems problems) {
    String bare = title.replaceFirst("\\s*[(\\[].*", "").strip();
    return KEYS.contains(bare) ? bare : problems.nearest(bare, KEYS);
  }

  private Node phases(Location place) {
    Map<String, Node.Entry> phases = new LinkedHashMap<>();
    for (LocatedCsv.Row row : csv.rows()) {
      String id = row.cells().get(0).strip();
      if (isEmpty(row)) {
        continue;
      }
      if (id.isEmpty() || phases.containsKey(id)) {
        problems.error(
            csv.at(row, 0),
            KEY,
            id.isEmpty() ? "found a row without an id" : "found the id '" + id + "' again",
            "an id for each phase");
        continue;
      }
      phases.put(id, new Node.Entry(id, csv.at(row, 0), phase(row)));
    }
    return new Node.Mapping(phases, csv.rows().isEmpty() ? csv.at(1, 0) : place);
  }

  private static boolean isEmpty(LocatedCsv.Row row) {
    for (String cell : row.cells()) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private Node phase(LocatedCsv.Row row) {
    Map<String, Node.Entry> body = new LinkedHashMap<>();
    Map<String, Node.Entry> shares = new LinkedHashMap<>();
    for (int i = 1; i < csv.header().size(); i++) {
      String key = csv.header().get(i);
      if (!KEYS.contains(key) || row.cells().get(i).isBlank()) {
        continue;
      }
      Node value = value(row, i);
      if (key.startsWith(SplitReader.KEY + ".")) {
        put(shares, key.substring(SplitReader.KEY.length() + 1), csv.at(row, i), value);
      } else {
        put(body, key, csv.at(row, i), stated(row, key, value));
      }
    }
    if (!shares.isEmpty()) {
      Location first = shares.values().iterator().next().keyLocation();
      Node split = new Node.Mapping(shares, first);
      put(body, SplitReader.KEY, first, stated(row, SplitReader.KEY, split));
    }
    return new Node.Mapping(body, csv.at(row, 0));
  }

  private static void put(
      Map<String, Node.Entry> entries, String key, Location location, Node value) {
    entries.put(key, new Node.Entry(key, location, value));
  }

  /** A cell is a text, but for lists and mappings as YAML writes them on a line. */
  private Node value(LocatedCsv.Row row, int column) {
    Location location = csv.at(row, column);
    String text = row.cells().get(column).strip();
    if (!text.startsWith("[") && !text.startsWith("{")) {
      return new Node.Scalar(text, false, location);
    }
    Problems inside = new Problems();
    Optional<Node> read = YamlTree.readNode(csv.file(), text, inside);
    // what cannot be read stays a text, which the reader of the key refuses
    return read.isPresent() && inside.isEmpty()
        ? ScenarioPatch.relocate(read.get(), location)
        : new Node.Scalar(text, false, location);
  }

  /** The value with who says so: its own columns, else those of the row. */
  private Node stated(LocatedCsv.Row row, String key, Node value) {
    Map<String, Node.Entry> stated = new LinkedHashMap<>();
    put(stated, "value", value.location(), value);
    for (String what : PROVENANCE) {
      int column = column(row, key + "." + what);
      column = column < 0 ? column(row, what) : column;
      if (column >= 0 && isStated(key)) {
        Location location = csv.at(row, column);
        String text = row.cells().get(column).strip();
        put(stated, what, location, new Node.Scalar(text, false, location));
      }
    }
    return stated.size() == 1 ? value : new Node.Mapping(stated, value.location());
  }

  /** Returns the number of a column in which the row says something, -1 if there is none. */
  private int column(LocatedCsv.Row row, String title) {
    int column = csv.header().indexOf(title);
    return column < 0 || row.cells().get(column).isBlank() ? -1 : column;
  }
}
