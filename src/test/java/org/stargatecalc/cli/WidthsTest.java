package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.support.CommandResult;

/**
 * Whatever the width, a word is shown whole or not at all: ids, metrics, dates, numbers.
 *
 * <p>Each word that a command writes at a width is one that it writes where there is room for all.
 */
class WidthsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final int WIDE = 9999;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void noWordIsCut(Path folder) {
    Set<String> whole = words(folder, WIDE);
    for (int width : isForPeople(folder) ? List.of(60, 120) : List.of(60)) {
      Set<String> shown = words(folder, width);
      shown.removeAll(whole);
      assertThat(shown).as("of %s columns", width).isEmpty();
    }
  }

  /** What programs read has one width, whatever there is room for. */
  private static boolean isForPeople(Path folder) {
    return !read(folder.resolve("args")).matches("(?s).*(-f|--format)[\n=](?!table|markdown).*");
  }

  /** The words of an answer; rules have the length of what they underline. */
  private static Set<String> words(Path folder, int width) {
    TreeMap<String, String> environment = new TreeMap<>();
    read(folder.resolve("env"))
        .lines()
        .forEach(line -> environment.put(line.split("=")[0], line.split("=", 2)[1]));
    environment.put("COLUMNS", Integer.toString(width));
    String[] args = read(folder.resolve("args")).lines().toArray(String[]::new);
    CommandResult result = CommandResult.with(read(folder.resolve("stdin")), environment, args);
    String text = (result.stdout() + " " + result.stderr()).replaceAll("\u001b\\[\\d+m", "");
    Set<String> words = new TreeSet<>();
    for (String word : text.split("\\s+")) {
      if (!word.matches("[─═]*|…")) {
        words.add(word);
      }
    }
    return words;
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
