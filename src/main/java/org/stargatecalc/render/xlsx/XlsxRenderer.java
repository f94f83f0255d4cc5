package org.stargatecalc.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.Report;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.Workbook;

/**
 * Writes a workbook as Office Open XML (ECMA-376): a zip of XML parts.
 *
 * <p>Formulas stand with the values that they have, so that readers which compute nothing show
 * them. Nothing in the file depends on the time or the place: entries have one date, near the
 * earliest that a zip knows (the earliest itself is written with the zone of the machine).
 */
public final class XlsxRenderer implements Renderer {
  private static final LocalDateTime FIXED = LocalDateTime.of(1980, 2, 1, 0, 0);
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OF_PACKAGES = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OF_DOCUMENTS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    Workbook workbook = report.workbook();
    List<Sheet> sheets = workbook.sheets();
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put(zip, "[Content_Types].xml", contentTypes(sheets.size()));
    put(zip, "_rels/.rels", relationships(relationship(1, "/officeDocument", "xl/workbook.xml")));
    put(zip, "xl/workbook.xml", workbook(sheets));
    StringBuilder parts = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      parts.append(relationship(i, "/worksheet", "worksheets/sheet" + i + ".xml"));
    }
    parts.append(relationship(sheets.size() + 1, "/styles", "styles.xml"));
    put(zip, "xl/_rels/workbook.xml.rels", relationships(parts.toString()));
    put(zip, "xl/styles.xml", DECLARATION + Styles.xml());
    for (int i = 1; i <= sheets.size(); i++) {
      begin(zip, "xl/worksheets/sheet" + i + ".xml");
      new SheetXml(sheets.get(i - 1), DECLARATION, i == 1).writeTo(zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(FIXED);
    zip.putNextEntry(entry);
  }

  private static String contentTypes(int sheets) {
    StringBuilder xml = new StringBuilder(DECLARATION);
    xml.append("<Types xmlns=\"").append(OF_PACKAGES).append("content-types\">");
    xml.append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package")
        .append(".relationships+xml\"/>")
        .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    xml.append(contentType("workbook.xml", "sheet.main"));
    xml.append(contentType("styles.xml", "styles"));
    for (int i = 1; i <= sheets; i++) {
      xml.append(contentType("worksheets/sheet" + i + ".xml", "worksheet"));
    }
    return xml.append("</Types>").toString();
  }

  private static String contentType(String part, String type) {
    return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
  }

  private static String relationships(String all) {
    return DECLARATION
        + "<Relationships xmlns=\""
        + OF_PACKAGES
        + "relationships\">"
        + all
        + "</Relationships>";
  }

  private static String relationship(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OF_DOCUMENTS
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String workbook(List<Sheet> sheets) {
    StringBuilder xml = new StringBuilder(DECLARATION);
    xml.append("<workbook xmlns=\"")
        .append(SheetXml.NAMESPACE)
        .append("\" xmlns:r=\"")
        .append(OF_DOCUMENTS)
        .append("\"><sheets>");
    for (int i = 1; i <= sheets.size(); i++) {
      xml.append("<sheet name=\"")
          .append(Printable.markup(sheets.get(i - 1).name()))
          .append("\" sheetId=\"")
          .append(i)
          .append("\" r:id=\"rId")
          .append(i)
          .append("\"/>");
    }
    xml.append("</sheets><definedNames>");
    for (int i = 0; i < sheets.size(); i++) {
      // what is frozen on the screen stands on every page of paper, too
      String name = Printable.markup("'" + sheets.get(i).name().replace("'", "''") + "'");
      xml.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
          .append(i)
          .append("\">");
      xml.append(name).append("!$A:$A,").append(name).append("!$1:$1</definedName>");
    }
    return xml.append("</definedNames></workbook>").toString();
  }
}
