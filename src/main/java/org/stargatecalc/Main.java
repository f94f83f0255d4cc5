package org.stargatecalc;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.stargatecalc.cli.App;
import org.stargatecalc.cli.Session;
import org.stargatecalc.cli.Terminal;

/** The entry of the program. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] args) {
    removeRefusedArchive();
    // The plain descriptors report a failed write, which System.out would swallow. Input is wrapped
    // since FileInputStream.readNBytes asks for a position, which a pipe has not.
    Session session =
        new Session(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv(),
            new Terminal(System.getenv()));
    System.exit(App.run(args, session).code());
  }

  /**
   * Runs a command line on given streams.
   *
   * @return the exit code
   */
  public static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> environment,
      String... args) {
    return App.run(args, new Session(in, out, err, environment)).code();
  }

  /**
   * Removes the archive of classes that the launcher found if the JVM would not have it, as when it
   * is damaged: the JVM says it here alone, and the launcher makes what is not there.
   */
  private static void removeRefusedArchive() {
    String archive = System.getProperty("stargate-calc.archive");
    if (archive == null || System.getProperty("java.vm.info", "").contains("sharing")) {
      return;
    }
    try {
      Files.deleteIfExists(Path.of(archive));
    } catch (IOException inUse) {
      // Only the next start is slower for it.
    }
  }
}
