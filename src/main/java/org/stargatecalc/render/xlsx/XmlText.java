package org.stargatecalc.render.xlsx;

import java.util.regex.Pattern;
import org.stargatecalc.render.Printable;

/** Text as XML and as a cell of a spreadsheet. */
final class XmlText {
  /** What spreadsheets take for a character by its number. */
  private static final Pattern CODE = Pattern.compile("_(?=x[0-9a-fA-F]{4}_)");

  private static final int LONGEST = 32_767;

  private XmlText() {}

  /** Returns a text as that of a cell, cut where no cell holds more. */
  static String ofCell(String text) {
    String whole = Printable.of(text);
    String cut = whole;
    if (whole.length() > LONGEST) {
      int end = LONGEST - 1;
      cut = whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end);
      cut += "…";
    }
    return Printable.markup(CODE.matcher(cut).replaceAll("_x005F_"));
  }
}
