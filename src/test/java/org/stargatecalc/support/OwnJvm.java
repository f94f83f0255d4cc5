package org.stargatecalc.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    return command("org.stargatecalc.Main", arguments);
  }

  private static List<String> command(String main, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // a run of a second is not worth the second compiler, nor a collector with threads
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", classPath(), main));
    line.addAll(List.of(arguments));
    return line;
  }

  /** Runs command lines one after the other in one JVM, from a folder. */
  public static List<CommandResult> run(Path folder, List<List<String>> lines)
      throws IOException, InterruptedException {
    String[] arguments = lines.stream().map(line -> String.join("\n", line)).toArray(String[]::new);
    Process process =
        new ProcessBuilder(command(OwnJvm.class.getName(), arguments))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<CommandResult> results = new ArrayList<>();
    try (DataInputStream said = new DataInputStream(process.getInputStream())) {
      for (int i = 0; i < lines.size(); i++) {
        results.add(new CommandResult(said.readInt(), text(said), text(said)));
      }
    }
    process.waitFor();
    return results;
  }

  private static String text(DataInputStream said) throws IOException {
    return new String(said.readNBytes(said.readInt()), StandardCharsets.UTF_8);
  }

  /** Runs command lines, each an argument of words on lines of their own. */
  public static void main(String[] lines) throws IOException {
    DataOutputStream out = new DataOutputStream(System.out);
    for (String line : lines) {
      CommandResult result = CommandResult.of(line.split("\n"));
      out.writeInt(result.exit());
      for (String text : List.of(result.stdout(), result.stderr())) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
    out.flush();
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
