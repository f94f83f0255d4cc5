package org.stargatecalc.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file that the running program was started from: its launcher makes it the class path. */
final class Executable {
  private static final int PIECE = 1 << 16;

  private Executable() {}

  /**
   * Returns the file's SHA-256 in lower case; empty where the program is not one file, as when it
   * was compiled but not packaged.
   */
  static String sha256() throws IOException {
    String classPath = System.getProperty("java.class.path", "");
    Path file = Path.of(classPath.contains(File.pathSeparator) ? "" : classPath);
    return Files.isRegularFile(file) ? sha256(file) : "";
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] piece = new byte[PIECE];
      while (in.read(piece) >= 0) {
        // reading is digesting
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
