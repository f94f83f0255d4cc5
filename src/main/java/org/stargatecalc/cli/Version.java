package org.stargatecalc.cli;

import java.util.Optional;

/** The version of the program. */
final class Version {
  private Version() {}

  /** Returns the version of the jar, or a word for a build that is not packaged. */
  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
