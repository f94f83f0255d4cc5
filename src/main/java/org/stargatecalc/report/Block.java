package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.chart.Drawing;

/** A part of a report that people read. */
public sealed interface Block {
  /**
   * A title.
   *
   * @param level 1 for the report, 2 for its sections, 3 within a section
   * @param text the words
   */
  record Heading(int level, String text) implements Block {}

  /**
   * Running text.
   *
   * @param text the words, without line breaks
   */
  record Paragraph(String text) implements Block {}

  /**
   * Labelled values.
   *
   * @param facts in order
   */
  record Facts(List<Fact> facts) implements Block {
    /** Copies the facts. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A labelled value.
   *
   * @param label what it is
   * @param cells the value, and words around it
   */
  record Fact(String label, List<Cell> cells) {
    /** Copies the cells. */
    public Fact {
      cells = List.copyOf(cells);
    }

    /** Creates a fact of several cells that are read one after the other. */
    public static Fact of(String label, Cell... cells) {
      return new Fact(label, List.of(cells));
    }
  }

  /**
   * A table.
   *
   * @param columns its columns
   * @param rows cells in the order of the columns
   */
  record Table(List<Column> columns, List<List<Cell>> rows) implements Block {
    /** Copies columns and rows, checking that they fit. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row has " + row.size() + " cells for " + columns.size() + " columns");
        }
      }
    }

    /** Returns this table without the columns in which no row has anything. */
    public Table withoutEmptyColumns() {
      List<Column> kept = new ArrayList<>();
      List<List<Cell>> shorter = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        shorter.add(new ArrayList<>());
      }
      for (int c = 0; c < columns.size(); c++) {
        if (isEmpty(c)) {
          continue;
        }
        kept.add(columns.get(c));
        for (int row = 0; row < rows.size(); row++) {
          shorter.get(row).add(rows.get(row).get(c));
        }
      }
      return new Table(kept, shorter);
    }

    private boolean isEmpty(int column) {
      for (List<Cell> row : rows) {
        if (row.get(column) != Cell.EMPTY) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A column of a table.
   *
   * @param title its heading
   * @param unit of all its numbers, empty for words
   * @param right whether cells align right
   * @param priority columns of a higher number are left out first where there is no room
   */
  record Column(String title, String unit, boolean right, int priority) {
    /** Creates a column of numbers that is always shown. */
    public static Column number(String title, String unit) {
      return new Column(title, unit, true, 0);
    }

    /** Returns its title with its unit in brackets, if it has one. */
    public String heading() {
      return unit.isEmpty() ? title : title + " [" + unit + "]";
    }

    /** Creates a column of words that is always shown. */
    public static Column words(String title) {
      return new Column(title, "", false, 0);
    }
  }

  /**
   * A mark that readers do not see, by which a program finds what it wrote before.
   *
   * @param name letters only
   */
  record Marker(String name) implements Block {}

  /**
   * Pictures, which formats show that can.
   *
   * @param drawing draws them when they are shown
   */
  record Pictures(Drawing drawing) implements Block {}

  /**
   * How the answer was made, for the foot of a page; formats without one leave it out.
   *
   * @param facts in order
   */
  record Foot(List<Fact> facts) implements Block {
    /** Copies the facts. */
    public Foot {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A list of remarks.
   *
   * @param items one remark each
   */
  record Remarks(List<String> items) implements Block {
    /** Copies the items. */
    public Remarks {
      items = List.copyOf(items);
    }
  }

  /**
   * What is folded away unless it is asked for; text leaves a line of it.
   *
   * @param summary what it is, in a few words
   * @param open whether it is shown unasked
   * @param blocks top to bottom
   */
  record Details(String summary, boolean open, List<Block> blocks) implements Block {
    /** Copies the blocks. */
    public Details {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Things that are made of others.
   *
   * @param branches the topmost, in order
   */
  record Tree(List<Branch> branches) implements Block {
    /** Copies the branches. */
    public Tree {
      branches = List.copyOf(branches);
    }
  }

  /**
   * A thing and what it is made of.
   *
   * @param head its value and name, read one after the other
   * @param lines what more is to be said of it
   * @param branches what it is made of
   * @param open whether what it is made of is shown unasked; a page folds it, text leaves it out
   */
  record Branch(List<Cell> head, List<List<Cell>> lines, List<Branch> branches, boolean open) {
    /** Copies the lists. */
    public Branch {
      head = List.copyOf(head);
      lines = List.copyOf(lines);
      branches = List.copyOf(branches);
    }
  }
}
