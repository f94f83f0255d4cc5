package org.stargatecalc.support;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program in a JVM of its own, for what only a process has: a folder it is in, a terminal, an
 * umask. Where a run in the same JVM will do, {@link CommandResult} is some hundred times quicker.
 */
public final class OwnJvm {
  private OwnJvm() {}

  /** Returns a command line of the program. */
  public static List<String> command(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // a run of a second is not worth the second compiler, nor a collector with threads
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", classPath(), "org.stargatecalc.Main"));
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
