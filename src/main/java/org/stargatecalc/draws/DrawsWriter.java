package org.stargatecalc.draws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.stargatecalc.render.json.JsonRenderer;

/**
 * Writes draws exactly: one line of JSON that tells the run, then blocks of binary numbers.
 *
 * <p>All numbers of the binary part are little-endian. The line, with its line feed, is followed by
 * its CRC-32C (4 bytes). A block is its length in bytes without this number and the checksum (4),
 * its first and its last draw (4 each), its columns, and the CRC-32C of all that (4). A column is
 * one byte, 0 if all draws have the same number, which follows (8); 1 if the numbers of all draws
 * follow (8 each).
 */
public final class DrawsWriter {
  private static final byte SAME = 0;
  private static final byte EACH = 1;

  private final PartialResult result;

  /** Creates the writer of a result. */
  public DrawsWriter(PartialResult result) {
    this.result = result;
  }

  /**
   * Makes the draws and writes them; neither flushes nor closes the stream.
   *
   * @throws IOException if the stream cannot be written
   */
  public void writeTo(OutputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    JsonRenderer.writeLine(result.head(), line);
    write(line.toByteArray(), line.size(), out);
    try {
      result.forEach((first, last, columns) -> write(first, last, columns, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(int first, int last, double[][] columns, OutputStream out) {
    int draws = last - first + 1;
    ByteBuffer block =
        ByteBuffer.allocate(3 * Integer.BYTES + columns.length * (1 + draws * Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    block.position(Integer.BYTES).putInt(first).putInt(last);
    for (double[] column : columns) {
      boolean same = allSame(column, draws);
      block.put(same ? SAME : EACH);
      for (int i = 0; i < (same ? 1 : draws); i++) {
        block.putLong(Double.doubleToRawLongBits(column[i]));
      }
    }
    block.putInt(0, block.position() - Integer.BYTES);
    try {
      write(block.array(), block.position(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes bytes and their checksum. */
  private static void write(byte[] bytes, int length, OutputStream out) throws IOException {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    out.write(bytes, 0, length);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) checksum.getValue())
            .array());
  }

  private static boolean allSame(double[] column, int draws) {
    long bits = Double.doubleToRawLongBits(column[0]);
    for (int i = 1; i < draws; i++) {
      if (Double.doubleToRawLongBits(column[i]) != bits) {
        return false;
      }
    }
    return true;
  }
}
