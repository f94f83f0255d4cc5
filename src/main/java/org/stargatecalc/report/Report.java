package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.workbook.Workbook;

/** One answer in its three forms; a renderer takes the one that fits its format. */
public final class Report {
  private final Form<List<Block>> blocks;
  private final Form<DataTable> table;
  private final Form<Data> document;
  private final Map<String, Supplier<DataTable>> parts;
  private final Form<Workbook> workbook;
  private final Form<List<Drawing>> drawings;
  private final List<Verification> verifications;
  private final boolean news;

  /** Creates a report whose forms are made already. */
  public Report(List<Block> blocks, DataTable table, Data document) {
    this(() -> blocks, () -> table, () -> document, Map.of());
  }

  /**
   * Creates a report whose forms are made when they are first asked for, each at most once.
   *
   * @param blocks for people, top to bottom
   * @param table for spreadsheets
   * @param document for programs
   * @param parts other tables by name
   */
  public Report(
      Supplier<List<Block>> blocks,
      Supplier<DataTable> table,
      Supplier<Data> document,
      Map<String, Supplier<DataTable>> parts) {
    this.blocks = new Form<>(() -> List.copyOf(blocks.get()));
    this.table = new Form<>(table);
    this.document = new Form<>(document);
    this.parts = Map.copyOf(parts);
    this.workbook = new Form<>(() -> new Workbook(List.of(TableSheet.of("table", table()))));
    this.drawings = new Form<>(() -> drawn(blocks()));
    this.verifications = List.of();
    this.news = true;
  }

  private static List<Drawing> drawn(List<Block> blocks) {
    List<Drawing> drawings = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Pictures pictures) {
        drawings.add(pictures.drawing());
      }
    }
    return drawings;
  }

  private Report(
      Report other,
      Form<DataTable> table,
      Form<Workbook> workbook,
      Form<List<Drawing>> drawings,
      List<Verification> verifications,
      boolean news) {
    this.blocks = other.blocks;
    this.table = table;
    this.document = other.document;
    this.parts = other.parts;
    this.workbook = workbook;
    this.drawings = drawings;
    this.verifications = List.copyOf(verifications);
    this.news = news;
  }

  /** Returns this report with checks for continuous integration. */
  public Report withVerifications(List<Verification> checks) {
    return new Report(this, table, workbook, drawings, checks, news);
  }

  /** Returns this report, of which nobody needs to be told unasked if it holds no news. */
  public Report withNews(boolean isNews) {
    return new Report(this, table, workbook, drawings, verifications, isNews);
  }

  /** Returns whether it says anything that whoever did not ask for it should know. */
  public boolean isNews() {
    return news;
  }

  /** Returns this report with a workbook of several sheets instead of its table alone. */
  public Report withWorkbook(Supplier<Workbook> sheets) {
    return new Report(this, table, new Form<>(sheets), drawings, verifications, news);
  }

  /** Returns this report, whose pictures are made without anything else of the form for people. */
  public Report withDrawings(Supplier<List<Drawing>> alone) {
    return new Report(this, table, workbook, new Form<>(alone), verifications, news);
  }

  /** Returns whether all files were judged that should be. */
  public boolean isWhole() {
    for (Verification one : verifications) {
      if (one.outcome() == Verification.Outcome.INVALID) {
        return false;
      }
    }
    return true;
  }

  /** Returns the checks for continuous integration. */
  public List<Verification> verifications() {
    return verifications;
  }

  /** Returns the form for people, top to bottom. */
  public List<Block> blocks() {
    return blocks.get();
  }

  /** Returns the form for spreadsheets. */
  public DataTable table() {
    return table.get();
  }

  /** Returns the form for programs. */
  public Data document() {
    return document.get();
  }

  /** Returns the form for spreadsheet programs. */
  public Workbook workbook() {
    return workbook.get();
  }

  /** Returns the pictures among the blocks, for formats that show nothing else. */
  public List<Drawing> drawings() {
    return drawings.get();
  }

  /** Returns this report with the table of a name, or as it is if there is none. */
  public Report withTable(String name) {
    Supplier<DataTable> part = parts.get(name);
    return part == null
        ? this
        : new Report(this, new Form<>(part), workbook, drawings, verifications, news);
  }

  /** A form that is made once. */
  private static final class Form<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Form(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      T form = made;
      if (form == null) {
        form = maker.get();
        made = form;
      }
      return form;
    }
  }
}
