package org.stargatecalc;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.stargatecalc.cli.App;
import org.stargatecalc.cli.Session;

/** The entry of the program. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] args) {
    // The plain descriptors report a failed write, which System.out would swallow. Input is wrapped
    // since FileInputStream.readNBytes asks for a position, which a pipe has not.
    int status =
        run(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv(),
            args);
    System.exit(status);
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
}
