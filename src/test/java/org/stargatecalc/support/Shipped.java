package org.stargatecalc.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios that ship. */
public final class Shipped {
  private Shipped() {}

  /** Returns the files of the folder {@code scenarios} in the order of their names. */
  public static List<Path> scenarios() throws IOException {
    return scenariosIn(Path.of("scenarios"));
  }

  /** Returns the files of a folder in the order of their names. */
  public static List<Path> scenariosIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
