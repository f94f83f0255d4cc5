package org.stargatecalc.support;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program in a JVM of its own, for what only a process has: a terminal, an umask, an end. Where
 * a run in the same JVM will do, {@link CommandResult} is some hundred times quicker.
 */
public final class OwnJvm {
  /**
   * A run of a second is worth neither the second compiler, nor a collector with threads, nor a
   * check of classes that a compiler of Java has just made.
   */
  public static final List<String> QUICK =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  private OwnJvm() {}

  /** Returns a command line of the program. */
  public static List<String> command(String... arguments) {
    return commandOf("org.stargatecalc.Main", arguments);
  }

  /** Returns a command line of a class that a JVM starts with. */
  static List<String> commandOf(String main, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(QUICK);
    line.addAll(List.of("-cp", classPath(), main));
    line.addAll(List.of(arguments));
    return line;
  }

  /** Returns the command line of the program without arguments, as a shell reads it. */
  public static String shellCommand() {
    return command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  /** From any folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(place -> Path.of(place).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
