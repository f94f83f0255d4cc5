package org.stargatecalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.render.Printable;

/**
 * The world of one run: streams, environment and what was loaded for it.
 *
 * <p>Which streams are terminals is told by the launcher in the variable {@code
 * STARGATE_CALC_TERMINAL}, a list of descriptor numbers: a shell finds it out faster. Without it
 * the terminal of the process is asked, if there is one.
 */
public final class Session {
  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 40;

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final Files files;
  private final @Nullable Terminal terminal;
  private @Nullable Catalog catalog;
  private List<String> arguments = List.of();

  /** Creates a session on given streams, which are no terminal unless the environment says so. */
  public Session(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    this(in, out, err, environment, null);
  }

  /** Creates a session on the streams of a process, which may be terminals. */
  public Session(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> environment,
      @Nullable Terminal terminal) {
    this.terminal = terminal;
    this.in = in;
    this.out = out;
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.environment = Map.copyOf(environment);
    this.files = new Files(this);
  }

  /** Notes the command line that is run. */
  void runs(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  /** Returns the command line as a shell would read it. */
  String commandLine() {
    StringBuilder line = new StringBuilder(App.NAME);
    for (String argument : arguments) {
      boolean plain = argument.matches("[\\w./:=@%+,-]+");
      line.append(' ').append(plain ? argument : "'" + argument.replace("'", "'\\''") + "'");
    }
    return line.toString();
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  Files files() {
    return files;
  }

  /** Returns the shipped data, read when first asked for. */
  synchronized Catalog catalog() {
    if (catalog == null) {
      catalog = CatalogReader.shipped();
    }
    return catalog;
  }

  String environment(String name) {
    return environment.getOrDefault(name, "");
  }

  boolean isTerminal(int descriptor) {
    String told = environment.get("STARGATE_CALC_TERMINAL");
    return told == null
        ? terminal != null && terminal.is(descriptor)
        : List.of(told.split(",")).contains(Integer.toString(descriptor));
  }

  /** Returns how many columns a text has: as {@code COLUMNS} says, else the terminal, else 80. */
  int width() {
    String told = environment("COLUMNS");
    int columns = DEFAULT_WIDTH;
    if (told.matches("[1-9]\\d{0,3}")) {
      columns = Integer.parseInt(told);
    } else if (terminal != null && isTerminal(1)) {
      columns = terminal.columns().orElse(DEFAULT_WIDTH);
    }
    return Math.max(NARROWEST, columns);
  }

  /** Writes what was asked for. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says something to the user, not to the reader of the data. */
  void say(String line) {
    err.print(line.lines().map(Printable::line).reduce((a, b) -> a + "\n" + b).orElse("") + "\n");
  }

  /** Writes over the last line of a terminal. */
  void replaceLine(String line) {
    err.print("\r\u001b[K" + line);
    err.flush();
  }

  /** Shows where a bug is. */
  void trace(Throwable bug) {
    bug.printStackTrace(err);
  }

  void flush() throws IOException {
    out.flush();
    err.flush();
  }
}
