package org.stargatecalc.tree;

import java.io.IOException;

/** Where the bytes of named files come from. */
public interface FileSource {
  /**
   * Returns the bytes of a file.
   *
   * @param name as the user or an {@code extends} named it; {@code -} is standard input
   * @throws IOException if it cannot be read; the message says why in the user's words
   */
  byte[] read(String name) throws IOException;

  /**
   * Returns the bytes of a file that another one names, which its reader did not choose: a plain
   * file, or one in a revision if the other is.
   *
   * @param name as {@link #resolve} gives it
   * @throws IOException if it cannot be read or is anything else; the message says why
   */
  byte[] readNamedInFile(String name) throws IOException;

  /**
   * Returns the name of a file that another one names relative to itself.
   *
   * @param from the file that names it
   * @param relative the name it gives
   */
  String resolve(String from, String relative);
}
