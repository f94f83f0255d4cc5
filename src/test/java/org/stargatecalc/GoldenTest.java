package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stargatecalc.support.CommandResult;

/**
 * Whole runs, compared byte by byte with what they gave before.
 *
 * <p>A case is a folder of {@code src/test/resources/golden} with the file {@code args}, one
 * argument a line, and the expected {@code stdout}, {@code stderr} and {@code exit}; {@code env}
 * and {@code stdin} if it needs them, and its scenarios. File names in {@code args} are relative to
 * the root of the repository, as a user there would type them.
 *
 * <p>{@code mvn test -Dtest=GoldenTest -Dgolden.update=true} writes what is expected from now on;
 * the difference is then for the reader of the commit.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final List<String> EXPECTED = List.of("exit", "stderr", "stdout");
  private static final Set<String> INPUTS = Set.of("args", "env", "stdin");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return folders().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), folder.toUri(), () -> check(folder)));
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(folders()).hasSizeGreaterThan(25);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void check(Path folder) throws IOException {
    List<String> args = lines(folder.resolve("args"));
    everyFileHasAUse(folder, args);
    CommandResult result =
        CommandResult.with(
            optional(folder.resolve("stdin")), environment(folder), args.toArray(String[]::new));
    if (UPDATE) {
      write(folder.resolve("exit"), result.exit() + "\n");
      write(folder.resolve("stderr"), result.stderr());
      write(folder.resolve("stdout"), result.stdout());
      return;
    }
    for (String name : EXPECTED) {
      assertThat(folder.resolve(name)).exists();
    }
    // the streams first: they say why the code is another one
    assertThat(result.stderr()).as("stderr").isEqualTo(read(folder.resolve("stderr")));
    assertThat(result.stdout()).as("stdout").isEqualTo(read(folder.resolve("stdout")));
    assertThat(result.exit() + "\n").as("exit").isEqualTo(read(folder.resolve("exit")));
  }

  /** A misspelt name would silently change nothing. */
  private static void everyFileHasAUse(Path folder, List<String> args) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean used =
            EXPECTED.contains(name)
                || INPUTS.contains(name)
                || args.stream().anyMatch(arg -> arg.endsWith("/" + name))
                || isNamedInAFile(folder, name);
        assertThat(used).as("%s is of no use", file).isTrue();
      }
    }
  }

  private static boolean isNamedInAFile(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> read(file))
          .anyMatch(text -> text.contains("extends: " + name) || text.contains("phases: " + name));
    }
  }

  private static Map<String, String> environment(Path folder) {
    return optional(folder.resolve("env"))
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static List<String> lines(Path file) {
    return read(file).lines().toList();
  }

  private static String optional(Path file) {
    return Files.exists(file) ? read(file) : "";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !read(file).equals(text)) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
  }
}
