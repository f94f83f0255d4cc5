package org.stargatecalc.render.xlsx;

import org.stargatecalc.workbook.NumberFormat;

/** How cells look: numbered, since cells name their style by its number. */
final class Styles {
  static final int PLAIN = 0;
  static final int HEADING = 1;
  static final int HEADING_OF_VALUES = 2;
  static final int DAY = 3;
  private static final int FIRST_OF_NUMBERS = 4;
  private static final int FIRST_OWN_FORMAT = 164;
  private static final int ISO_DATE = FIRST_OWN_FORMAT;

  private Styles() {}

  /** Returns the style of a number. */
  static int of(NumberFormat format, boolean isInput) {
    return FIRST_OF_NUMBERS + 2 * format.ordinal() + (isInput ? 1 : 0);
  }

  /** Returns the part that describes all styles. */
  static String xml() {
    StringBuilder xml = new StringBuilder();
    xml.append("<styleSheet xmlns=\"").append(SheetXml.NAMESPACE).append("\"><numFmts count=\"");
    NumberFormat[] formats = NumberFormat.values();
    xml.append(formats.length + 1).append("\">");
    numberFormat(xml, ISO_DATE, "yyyy\\-mm\\-dd");
    for (NumberFormat format : formats) {
      numberFormat(xml, id(format), code(format));
    }
    // fonts: usual; bold; grey and slanted, of what no formula follows; blue, of what may be
    // changed
    xml.append("</numFmts><fonts count=\"4\">")
        .append(font("", ""))
        .append(font("<b/>", ""))
        .append(font("<i/>", "<color rgb=\"FF666666\"/>"))
        .append(font("", "<color rgb=\"FF0000C0\"/>"))
        .append("</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>")
        .append("<fill><patternFill patternType=\"gray125\"/></fill></fills>")
        .append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>")
        .append("</borders><cellStyleXfs count=\"1\">")
        .append("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        .append("<cellXfs count=\"")
        .append(FIRST_OF_NUMBERS + 2 * formats.length)
        .append("\">");
    format(xml, 0, 0, false);
    format(xml, 0, 1, true);
    format(xml, 0, 2, true);
    format(xml, ISO_DATE, 0, false);
    for (NumberFormat format : formats) {
      format(xml, id(format), 0, false);
      format(xml, id(format), 3, false);
    }
    return xml.append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\"")
        .append(" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>")
        .toString();
  }

  private static int id(NumberFormat format) {
    return FIRST_OWN_FORMAT + 1 + format.ordinal();
  }

  private static String code(NumberFormat format) {
    return switch (format) {
      case GENERAL -> "General";
      case WHOLE -> "#,##0";
      case TWO_DECIMALS -> "#,##0.00";
      case THREE_DECIMALS -> "#,##0.000";
      case PERCENT -> "0.0%";
      case SCIENTIFIC -> "0.00E+00";
    };
  }

  private static void numberFormat(StringBuilder xml, int id, String code) {
    xml.append("<numFmt numFmtId=\"").append(id).append("\" formatCode=\"").append(code);
    xml.append("\"/>");
  }

  private static String font(String style, String color) {
    return "<font>" + style + "<sz val=\"11\"/>" + color + "<name val=\"Calibri\"/></font>";
  }

  private static void format(StringBuilder xml, int number, int font, boolean isHeading) {
    xml.append("<xf numFmtId=\"").append(number).append("\" fontId=\"").append(font);
    xml.append("\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"");
    xml.append(" applyFont=\"1\"");
    xml.append(
        isHeading
            ? " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            : "/>");
  }
}
