package org.stargatecalc.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A workbook read back by its XML alone: what each cell holds, and what it shows. */
public final class WorkbookFile {
  /** By name of the sheet, then by place such as B2. */
  private final Map<String, Map<String, Cell>> sheets = new LinkedHashMap<>();

  /**
   * A cell.
   *
   * @param type as the file has it: n, str or inlineStr
   * @param style number of it
   * @param formula without equals sign; empty for a value
   * @param value as text
   */
  public record Cell(String type, int style, String formula, String value) {
    /** Returns whether the value is a number. */
    public boolean isNumber() {
      return type.equals("n") && !value.isEmpty();
    }
  }

  private WorkbookFile(Map<String, Document> parts) {
    NodeList names = parts.get("xl/workbook.xml").getElementsByTagName("sheet");
    NodeList targets = parts.get("xl/_rels/workbook.xml.rels").getElementsByTagName("Relationship");
    Map<String, String> byId = new LinkedHashMap<>();
    for (int i = 0; i < targets.getLength(); i++) {
      Element target = (Element) targets.item(i);
      byId.put(target.getAttribute("Id"), "xl/" + target.getAttribute("Target"));
    }
    List<String> shared = sharedTexts(parts.get("xl/sharedStrings.xml"));
    for (int i = 0; i < names.getLength(); i++) {
      Element sheet = (Element) names.item(i);
      Map<String, Cell> cells = new LinkedHashMap<>();
      NodeList all = parts.get(byId.get(sheet.getAttribute("r:id"))).getElementsByTagName("c");
      for (int c = 0; c < all.getLength(); c++) {
        Element cell = (Element) all.item(c);
        cells.put(cell.getAttribute("r"), cell(cell, shared));
      }
      sheets.put(sheet.getAttribute("name"), cells);
    }
  }

  private static List<String> sharedTexts(Document part) {
    List<String> texts = new ArrayList<>();
    NodeList all = part == null ? null : part.getElementsByTagName("si");
    for (int i = 0; all != null && i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  private static Cell cell(Element cell, List<String> shared) {
    String type = cell.getAttribute("t").isEmpty() ? "n" : cell.getAttribute("t");
    String style = cell.getAttribute("s");
    String value = text(cell, type.equals("inlineStr") ? "is" : "v");
    if (type.equals("s")) {
      value = shared.get(Integer.parseInt(value));
    }
    return new Cell(type, style.isEmpty() ? 0 : Integer.parseInt(style), text(cell, "f"), value);
  }

  private static String text(Element cell, String tag) {
    NodeList found = cell.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  /** Returns whether bytes are a zip, as workbooks are. */
  public static boolean isOne(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /** Reads a file. */
  public static WorkbookFile of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /** Reads the bytes of a file. */
  public static WorkbookFile of(byte[] bytes) {
    Map<String, Document> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().matches(".*\\.(xml|rels)")) {
          parts.put(
              entry.getName(),
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(zip.readAllBytes())));
        }
      }
    } catch (Exception e) {
      throw new AssertionError("no workbook", e);
    }
    return new WorkbookFile(parts);
  }

  /** Returns the names of the sheets in their order. */
  public List<String> names() {
    return List.copyOf(sheets.keySet());
  }

  /** Returns the cells of a sheet by place. */
  public Map<String, Cell> cells(String sheet) {
    return sheets.get(sheet);
  }

  /** Returns a cell, an empty one where the file has none. */
  public Cell cell(String sheet, String place) {
    return sheets.get(sheet).getOrDefault(place, new Cell("n", 0, "", ""));
  }

  /** Returns the cell below a heading. */
  public Cell cell(String sheet, String heading, int row) {
    return cell(sheet, column(sheet, heading) + (row + 1));
  }

  /** Returns the letters of the column that has a heading. */
  public String column(String sheet, String heading) {
    for (Map.Entry<String, Cell> cell : sheets.get(sheet).entrySet()) {
      if (cell.getValue().value().equals(heading) && row(cell.getKey()) == 1) {
        return cell.getKey().replace("1", "");
      }
    }
    throw new AssertionError("no column " + heading + " on " + sheet);
  }

  /** Returns how many rows a sheet has below its header. */
  public int rows(String sheet) {
    int last = 0;
    for (String place : sheets.get(sheet).keySet()) {
      last = Math.max(last, row(place));
    }
    return last - 1;
  }

  /** Returns the row of a place such as B2. */
  public static int row(String place) {
    int letters = 0;
    while (place.charAt(letters) > '9') {
      letters++;
    }
    return Integer.parseInt(place, letters, place.length(), 10);
  }

  /** Returns all cells as lines of text. */
  public String listing() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Map<String, Cell>> sheet : sheets.entrySet()) {
      text.append("== ").append(sheet.getKey()).append('\n');
      for (Map.Entry<String, Cell> cell : sheet.getValue().entrySet()) {
        Cell what = cell.getValue();
        text.append(cell.getKey()).append(' ');
        text.append(what.isNumber() ? what.value() : '"' + what.value() + '"');
        text.append(what.formula().isEmpty() ? "" : " =" + what.formula()).append('\n');
      }
    }
    return text.toString();
  }
}
