package org.stargatecalc.cli;

import java.util.List;

/**
 * Arguments and names of files, which the JVM translates from and to bytes by the locale it was
 * started in.
 *
 * <p>The launcher starts it in a locale of UTF-8. By {@code java -jar} in the locale {@code C} it
 * knows ASCII alone: every other byte of an argument becomes U+FFFD, and a name with any other
 * character is the name of no file.
 */
final class PlatformText {
  /** What stands for bytes that could not be read. */
  private static final char UNREADABLE = '\ufffd';

  private PlatformText() {}

  /**
   * Refuses arguments that were not read as they were written.
   *
   * @throws UsageException if there is one; it says what to set
   */
  static void check(List<String> args) throws UsageException {
    for (String arg : args) {
      if (arg.indexOf(UNREADABLE) >= 0) {
        throw new UsageException("'" + arg + "' holds bytes that are not " + encoding() + remedy());
      }
    }
  }

  /** Returns what is wrong with a name that the JVM cannot translate. */
  static String invalidName(String name) {
    boolean isAscii = name.chars().allMatch(c -> c < 0x80);
    return isAscii || isUtf8() ? "not a file name" : "not a file name in " + encoding() + remedy();
  }

  private static String remedy() {
    return isUtf8()
        ? ""
        : ", which is all that Java reads in this locale;"
            + " set LC_ALL=C.UTF-8, or start stargate-calc by its name";
  }

  private static String encoding() {
    // Java's name for ASCII is known to nobody.
    return System.getProperty("sun.jnu.encoding", "UTF-8").replace("ANSI_X3.4-1968", "ASCII");
  }

  private static boolean isUtf8() {
    return encoding().equalsIgnoreCase("UTF-8");
  }
}
