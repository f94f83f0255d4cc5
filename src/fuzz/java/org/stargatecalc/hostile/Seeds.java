package org.stargatecalc.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes what a target starts from: the battery of bad files and the scenarios of the project. */
public final class Seeds {
  private static final int LARGEST = 16_384;
  private static final Pattern BEFORE_VALUE = Pattern.compile("^\\s*(?:- )?|: ");

  private Seeds() {}

  /** Writes whole files for the targets that read files, and the single values in them for the others. */
  public static void main(String[] args) throws IOException {
    Set<String> seeds = new LinkedHashSet<>();
    for (BadFile bad : BadFile.all()) {
      seeds.add(new String(bad.bytes(), StandardCharsets.ISO_8859_1));
    }
    try (Stream<Path> scenarios = Files.list(Path.of("scenarios"))) {
      for (Path scenario : scenarios.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        seeds.add(Files.readString(scenario, StandardCharsets.ISO_8859_1));
      }
    }
    if (!args[0].equals("ScenarioFuzz") && !args[0].equals("YamlFuzz")) {
      List<String> values =
          seeds.stream().flatMap(String::lines).flatMap(BEFORE_VALUE::splitAsStream).toList();
      seeds.clear();
      seeds.addAll(values);
    }
    Path folder = Files.createDirectories(Path.of(args[1]));
    int count = 0;
    for (String seed : seeds) {
      if (seed.length() <= LARGEST) {
        Files.writeString(
            folder.resolve("seed-" + count++), seed, StandardCharsets.ISO_8859_1);
      }
    }
  }
}
