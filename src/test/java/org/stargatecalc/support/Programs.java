package org.stargatecalc.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.stream.Stream;

/** Programs of the machine that some tests need. */
public final class Programs {
  private Programs() {}

  /** Skips the test, by the program's name, where it is not installed. */
  public static void assumeInstalled(String program) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> new File(place, program).canExecute()),
        program + " is not installed");
  }
}
