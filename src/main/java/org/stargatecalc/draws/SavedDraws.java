package org.stargatecalc.draws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.result.RecordedDraws;
import org.stargatecalc.result.UnreadableDrawsException;

/** The draws of a run in the files of its parts, of which only what is asked for is read. */
public final class SavedDraws implements RecordedDraws {
  private static final byte SAME = 0;
  private static final byte EACH = 1;

  private final DrawnRun run;
  private final List<Block> blocks;
  private final FilePieces files;

  /**
   * Some draws in a file.
   *
   * @param file its name
   * @param offset where the block begins: with its length, its first and its last draw
   * @param length bytes of the block without this number and the checksum
   * @param range its draws
   */
  record Block(String file, long offset, int length, DrawRange range) {
    /** Bytes of the length, the first and the last draw. */
    static final int HEAD = 3 * Integer.BYTES;

    /** Returns the length of a block in which no number differs between draws. */
    static long shortest(long columns) {
      return 2L * Integer.BYTES + columns * (1 + Double.BYTES);
    }

    /** Returns the length of a block in which all numbers differ. */
    static long longest(long columns, long draws) {
      return 2L * Integer.BYTES + columns * (1 + draws * Double.BYTES);
    }

    /** Returns how many bytes a checksum tells about. */
    int checked() {
      return Integer.BYTES + length;
    }

    /** Returns where the next block begins. */
    long end() {
      return offset + checked() + Integer.BYTES;
    }
  }

  /**
   * Creates it.
   *
   * @param blocks in the order of their draws, which are all of the run
   */
  SavedDraws(DrawnRun run, List<Block> blocks, FilePieces files) {
    this.run = run;
    this.blocks = List.copyOf(blocks);
    this.files = files;
  }

  @Override
  public DrawnRun run() {
    return run;
  }

  @Override
  public void read(int from, int to, double[][] columns) {
    for (int i = blockOf(from); i < blocks.size() && blocks.get(i).range().first() < to; i++) {
      read(blocks.get(i), from, to, columns);
    }
  }

  /** Returns the position of the block that holds a draw. */
  private int blockOf(int draw) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).range().last() < draw) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void read(Block block, int from, int to, double[][] columns) {
    byte[] bytes;
    try {
      bytes = files.read(block.file(), block.offset(), block.checked() + Integer.BYTES);
    } catch (IOException e) {
      throw new UnreadableDrawsException(block.file() + ": cannot read it: " + e.getMessage());
    }
    if (bytes.length < block.checked() + Integer.BYTES || !isWhole(bytes, block.checked())) {
      throw damaged(block);
    }
    int first = block.range().first();
    int start = Math.max(from, first);
    int end = Math.min(to, block.range().last() + 1);
    ByteBuffer buffer = buffer(bytes).position(Block.HEAD).limit(block.checked());
    for (int column = 0; column < run.columns(); column++) {
      byte kind = buffer.remaining() == 0 ? -1 : buffer.get();
      int numbers = kind == SAME ? 1 : block.range().size();
      if ((kind != SAME && kind != EACH) || buffer.remaining() / Double.BYTES < numbers) {
        throw damaged(block);
      }
      int at = buffer.position();
      for (int draw = start; draw < end; draw++) {
        int number = kind == SAME ? 0 : draw - first;
        columns[column][draw - from] =
            Double.longBitsToDouble(buffer.getLong(at + number * Double.BYTES));
      }
      buffer.position(at + numbers * Double.BYTES);
    }
    if (buffer.hasRemaining()) {
      throw damaged(block);
    }
  }

  private static UnreadableDrawsException damaged(Block block) {
    return new UnreadableDrawsException(
        block.file()
            + ": found damaged draws among "
            + block.range().first()
            + " to "
            + block.range().last()
            + "; expected them as they were written");
  }

  /** Returns whether bytes are followed by their checksum. */
  static boolean isWhole(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return buffer(bytes).getInt(length) == (int) checksum.getValue();
  }

  /** Returns bytes whose numbers are little-endian. */
  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
