package org.stargatecalc.cli;

/** The version of the program. */
final class Version {
  /** Where the project is at home: its releases are below. */
  static final String HOME = "https://github.com/stargate-calc/stargate-calc";

  private Version() {}

  /** Returns where a release has its executable. */
  static String download() {
    return HOME + "/releases/download/v" + text() + "/stargate-calc";
  }

  /** Returns the version of the jar, or a word for a build that is not packaged. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
