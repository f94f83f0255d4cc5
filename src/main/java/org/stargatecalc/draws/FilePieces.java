package org.stargatecalc.draws;

import java.io.IOException;

/** Where the bytes of files come from that are too large to be held. */
public interface FilePieces {
  /**
   * Returns how many bytes a file has.
   *
   * @param name as the user named it
   * @throws IOException if it cannot be read; the message says why in the user's words
   */
  long size(String name) throws IOException;

  /**
   * Returns some bytes of a file, fewer than asked for at its end.
   *
   * @param name as the user named it
   * @param offset of the first byte
   * @param length how many bytes are wanted
   * @throws IOException if it cannot be read; the message says why in the user's words
   */
  byte[] read(String name, long offset, int length) throws IOException;
}
