package org.stargatecalc.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The SHA-256 of a file's bytes, computed when it is asked for: only some formats show it, and the
 * first digest of a process costs as much as reading the scenario.
 */
final class Fingerprint implements Supplier<String> {
  private final byte[] bytes;

  Fingerprint(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the digest in hexadecimal. */
  @Override
  public String get() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
