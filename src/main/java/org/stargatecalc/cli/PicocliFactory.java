package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * Makes the objects that picocli asks for: the lists that hold repeated options.
 *
 * <p>picocli's own factory searches the class path for Groovy at every start.
 */
final class PicocliFactory implements CommandLine.IFactory {
  static {
    // Every value is read from its text here: no converter of dates, paths or databases is needed.
    System.setProperty("picocli.converters.excludes", ".*");
  }

  @Override
  public <K> K create(Class<K> type) throws ReflectiveOperationException {
    return type == List.class
        ? type.cast(new ArrayList<String>())
        : type.getDeclaredConstructor().newInstance();
  }
}
