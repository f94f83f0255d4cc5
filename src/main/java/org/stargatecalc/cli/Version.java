package org.stargatecalc.cli;

/** The version of the program. */
final class Version {
  private Version() {}

  /**
   * Returns the version of the jar, or a word for a build that is not packaged.
   *
   * <p>The launcher says it in a property, since it loads the classes in a way that leaves their
   * manifest unread.
   */
  static String text() {
    String version = System.getProperty("stargate-calc.version");
    if (version == null) {
      version = Version.class.getPackage().getImplementationVersion();
    }
    return version == null ? "unpackaged" : version;
  }
}
