package org.stargatecalc.render.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.stargatecalc.render.Decimals;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;

/**
 * Writes cells as bytes, after RFC 4180.
 *
 * <p>A million rows go through here: numbers become digits in the buffer itself, and a text that is
 * the same as the one above it in its column, such as the name of the scenario, is escaped once.
 */
final class CsvBytes {
  private static final int SIZE = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final OutputStream out;
  private final char separator;
  private final int precision;
  private final boolean excel;
  private final byte[] buffer = new byte[SIZE];
  private int filled;
  private int column;
  private String[] lastText = new String[8];
  private byte[][] lastBytes = new byte[8][];

  CsvBytes(OutputStream out, char separator, RenderOptions options) throws IOException {
    this.out = out;
    this.separator = separator;
    this.precision = options.precision();
    this.excel = options.excel();
    if (excel && options.header()) {
      put(BYTE_ORDER_MARK);
    }
  }

  /** Writes a number; NaN leaves the cell empty. */
  void number(double value) throws IOException {
    begin(Decimals.LONGEST);
    if (Double.isFinite(value)) {
      filled = Decimals.put(value, precision, buffer, filled);
    }
  }

  /** Writes words; what a spreadsheet would take for a formula gets an apostrophe before it. */
  void words(String text) throws IOException {
    int here = column;
    begin(0);
    if (here >= lastText.length) {
      lastText = java.util.Arrays.copyOf(lastText, 2 * here);
      lastBytes = java.util.Arrays.copyOf(lastBytes, 2 * here);
    }
    if (!text.equals(lastText[here])) {
      lastText[here] = text;
      lastBytes[here] = escaped(text, here == 0).getBytes(StandardCharsets.UTF_8);
    }
    put(lastBytes[here]);
  }

  void endRow() throws IOException {
    room(2);
    if (excel) {
      buffer[filled++] = '\r';
    }
    buffer[filled++] = '\n';
    column = 0;
  }

  /** Hands over what is still in the buffer; the stream itself is not flushed. */
  void finish() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  private void begin(int length) throws IOException {
    room(length + 1);
    if (column++ > 0) {
      buffer[filled++] = (byte) separator;
    }
  }

  private void room(int length) throws IOException {
    if (filled + length > SIZE) {
      out.write(buffer, 0, filled);
      filled = 0;
    }
  }

  private void put(byte[] bytes) throws IOException {
    if (bytes.length > SIZE) {
      room(SIZE);
      out.write(bytes);
      return;
    }
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, filled, bytes.length);
    filled += bytes.length;
  }

  private String escaped(String text, boolean first) {
    String safe = Printable.of(text);
    if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    // Some readers take a line that begins with # for a comment.
    boolean quoted =
        safe.indexOf(separator) >= 0 || safe.indexOf('"') >= 0 || (first && safe.startsWith("#"));
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
