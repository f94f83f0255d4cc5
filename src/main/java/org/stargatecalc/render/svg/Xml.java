package org.stargatecalc.render.svg;

import org.stargatecalc.render.Decimals;
import org.stargatecalc.render.Printable;

/** Writes elements; every text is escaped, every number has at most two decimals. */
final class Xml {
  private final StringBuilder text;

  Xml(StringBuilder text) {
    this.text = text;
  }

  /** Returns a length or place with at most two decimals. */
  static String number(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == 0 ? "0" : Decimals.significant(rounded, 9);
  }

  /** Returns text that means nothing but itself, in an element or an attribute. */
  static String escape(String plain) {
    return Printable.markup(plain).replace("'", "&#39;");
  }

  /** Opens an element; names and values of attributes follow each other. */
  Xml open(String name, String... attributes) {
    start(name, attributes);
    text.append(">\n");
    return this;
  }

  /** Closes an element. */
  Xml close(String name) {
    text.append("</").append(name).append(">\n");
    return this;
  }

  /** Writes an element that holds nothing. */
  Xml empty(String name, String... attributes) {
    start(name, attributes);
    text.append("/>\n");
    return this;
  }

  /** Writes an element that holds a text. */
  Xml words(String name, String words, String... attributes) {
    start(name, attributes);
    text.append('>').append(escape(words)).append("</").append(name).append(">\n");
    return this;
  }

  private void start(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escape(attributes[i + 1])).append('"');
    }
  }
}
