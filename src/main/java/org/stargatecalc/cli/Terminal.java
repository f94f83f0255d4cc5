package org.stargatecalc.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which streams of the process are terminals, and how wide they are, where no launcher has said it.
 *
 * <p>Linux tells what each descriptor is open on; elsewhere Java knows only whether input and
 * output both are a terminal, which is then taken for messages too.
 */
public final class Terminal {
  private static final File DESCRIPTORS = new File("/proc/self/fd");
  private static final File CONTROLLING = new File("/dev/tty");

  private final Map<String, String> environment;
  private final File descriptors;

  /** Creates the terminal of this process. */
  public Terminal(Map<String, String> environment) {
    this(environment, DESCRIPTORS);
  }

  Terminal(Map<String, String> environment, File descriptors) {
    this.environment = environment;
    this.descriptors = descriptors;
  }

  /** Returns whether a stream is a terminal that understands the marks of colour. */
  boolean is(int descriptor) {
    if (File.separatorChar == '\\' && !understandsColour()) {
      return false;
    }
    if (!descriptors.isDirectory()) {
      return isConsole();
    }
    try {
      String open = new File(descriptors, Integer.toString(descriptor)).getCanonicalPath();
      return open.startsWith("/dev/pts/")
          || open.startsWith("/dev/tty")
          || open.equals("/dev/console");
    } catch (IOException unknown) {
      return false;
    }
  }

  /** The console of old Windows prints what newer terminals take for colour. */
  private boolean understandsColour() {
    return environment.containsKey("WT_SESSION")
        || environment.containsKey("TERM")
        || environment.getOrDefault("ConEmuANSI", "").toUpperCase(Locale.ROOT).equals("ON");
  }

  @SuppressWarnings("SystemConsoleNull") // null again by the property
  private static boolean isConsole() {
    // From Java 22 on there would be a console in a pipe, too.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** Returns how many columns it has, as stty says; empty where there is none. */
  Optional<Integer> columns() {
    if (!CONTROLLING.exists()) {
      return Optional.empty();
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(CONTROLLING)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said;
      try (InputStream in = stty.getInputStream()) {
        said = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      }
      stty.waitFor(1, TimeUnit.SECONDS);
      // not a constant: the first pattern of a process takes as long as ten lines of YAML
      Matcher size = Pattern.compile("\\d+ ([1-9]\\d{0,3})\\s*").matcher(said);
      return size.matches() ? Optional.of(Integer.parseInt(size.group(1))) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
