package org.stargatecalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

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
    if (version == null && Version.class.getClassLoader() == null) {
      version = ofManifest();
    }
    return version == null ? "unpackaged" : version;
  }

  /**
   * Behind the JVM's own classes it does not look for the manifest of a jar that begins with a
   * script.
   */
  private static @Nullable String ofManifest() {
    try (InputStream in = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      return in == null
          ? null
          : new Manifest(in).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest of the program", e);
    }
  }
}
