package org.stargatecalc.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The data files that ship with the program, as resources beside the classes of the catalogue. */
final class ShippedData {
  private static final String FOLDER = "/org/stargatecalc/catalog/";

  private ShippedData() {}

  /**
   * Returns the text of a file.
   *
   * @throws IllegalStateException if there is no such file
   */
  static String text(String file) {
    try (InputStream in = ShippedData.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its data file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's data file " + file, e);
    }
  }
}
