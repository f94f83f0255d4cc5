package org.stargatecalc.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook read back by its XML alone: what each cell holds, and what it shows. */
public final class WorkbookFile {
  private static final XMLInputFactory XML = XMLInputFactory.newInstance();

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

  private WorkbookFile(Map<String, byte[]> parts) throws XMLStreamException {
    Map<String, String> targets = new LinkedHashMap<>();
    each(
        parts.get("xl/_rels/workbook.xml.rels"),
        "Relationship",
        part -> targets.put(attribute(part, "Id"), "xl/" + attribute(part, "Target")));
    Map<String, String> names = new LinkedHashMap<>();
    each(
        parts.get("xl/workbook.xml"),
        "sheet",
        part -> names.put(attribute(part, "name"), targets.get(attribute(part, "id"))));
    List<String> shared = new ArrayList<>();
    if (parts.containsKey("xl/sharedStrings.xml")) {
      each(
          parts.get("xl/sharedStrings.xml"),
          "si",
          part -> shared.add(texts(part).getOrDefault("t", "")));
    }
    for (Map.Entry<String, String> sheet : names.entrySet()) {
      Map<String, Cell> cells = new LinkedHashMap<>();
      each(
          parts.get(sheet.getValue()),
          "c",
          part -> cells.put(attribute(part, "r"), cell(part, shared)));
      sheets.put(sheet.getKey(), cells);
    }
  }

  /** What is read of an element, whose start a reader is at. */
  private interface Element {
    void read(XMLStreamReader part) throws XMLStreamException;
  }

  private static void each(byte[] xml, String name, Element element) throws XMLStreamException {
    XMLStreamReader part = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
    while (part.hasNext()) {
      if (part.next() == XMLStreamConstants.START_ELEMENT && part.getLocalName().equals(name)) {
        element.read(part);
      }
    }
  }

  private static String attribute(XMLStreamReader part, String name) {
    for (int i = 0; i < part.getAttributeCount(); i++) {
      if (part.getAttributeLocalName(i).equals(name)) {
        return part.getAttributeValue(i);
      }
    }
    return "";
  }

  private static Cell cell(XMLStreamReader part, List<String> shared) throws XMLStreamException {
    String type = attribute(part, "t").isEmpty() ? "n" : attribute(part, "t");
    String style = attribute(part, "s");
    Map<String, String> texts = texts(part);
    String value = texts.getOrDefault(type.equals("inlineStr") ? "t" : "v", "");
    if (type.equals("s")) {
      value = shared.get(Integer.parseInt(value));
    }
    return new Cell(
        type, style.isEmpty() ? 0 : Integer.parseInt(style), texts.getOrDefault("f", ""), value);
  }

  /** Returns the texts in an element by the tag in which each stands, joined. */
  private static Map<String, String> texts(XMLStreamReader part) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    String tag = part.getLocalName();
    for (int depth = 1; depth > 0; ) {
      switch (part.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          tag = part.getLocalName();
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            texts.merge(tag, part.getText(), String::concat);
        default -> {}
      }
    }
    return texts;
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
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
      return new WorkbookFile(parts);
    } catch (IOException | XMLStreamException e) {
      throw new AssertionError("no workbook", e);
    }
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
