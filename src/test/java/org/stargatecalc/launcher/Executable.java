package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.support.OwnJvm;

/**
 * The shipped executable, in a place and an environment of its own.
 *
 * @param file where it is
 * @param cache where it keeps its archives
 * @param environment variables that are set, beyond a few that a process cannot do without
 * @param folder the working directory
 */
record Executable(Path file, Path cache, Map<String, String> environment, Path folder) {
  private static final Path BUILT = Path.of("target", "stargate-calc").toAbsolutePath();
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private static @Nullable Executable archived;

  /** What a process left behind; the streams are apart, as a caller sees them. */
  record Finished(int exit, byte[] out, String err) {
    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    /** Checks the exit code; a failure shows both streams. */
    Finished exits(int code) {
      assertThat(exit).as("%s%n%s", text(), err).isEqualTo(code);
      return this;
    }
  }

  /** Copies the executable into a folder. */
  static Executable in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("stargate-calc");
    Files.copy(
        BUILT, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    return new Executable(
        file,
        Files.createDirectories(
            folder.resolveSibling(folder.getFileName().toString().replace(':', '_') + " cache")),
        Map.of(),
        Path.of("").toAbsolutePath());
  }

  /** Returns one with an archive, which is made once for all classes: take a copy of its cache. */
  static synchronized Executable withAnArchive() throws IOException, InterruptedException {
    if (archived == null) {
      Path folder = Files.createTempDirectory("stargate-calc-it");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      Executable program = in(folder.resolve("program"));
      program.run("warmup").exits(0);
      assertThat(program.usesAnArchive()).isTrue();
      archived = program;
    }
    return archived;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns this one with a copy of its cache. */
  Executable withCopyOfTheCache(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = copy.resolve(cache.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return withCache(copy);
  }

  Executable with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Executable(file, cache, more, folder);
  }

  Executable withCache(Path other) {
    return new Executable(file, other, environment, folder);
  }

  Executable from(Path directory) {
    return new Executable(file, cache, environment, directory);
  }

  Finished run(String... args) throws IOException, InterruptedException {
    return runLine(file.toString(), args);
  }

  /** Runs it by a name of the caller's choice, such as a relative one. */
  Finished runLine(String name, String... args) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(List.of(args));
    return start(line);
  }

  /** Runs it without its launcher. */
  Finished runAsJar(String... args) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(java().toString()));
    line.addAll(OwnJvm.QUICK);
    line.addAll(List.of("-jar", file.toString()));
    line.addAll(List.of(args));
    return start(line);
  }

  /** Runs it after some commands of the shell, such as {@code ulimit -v 1000000}. */
  Finished runAfter(String commands, String... args) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of("sh", "-c", commands + "; exec \"$@\"", "sh", file.toString()));
    line.addAll(List.of(args));
    return start(line);
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private Finished start(List<String> line) throws IOException, InterruptedException {
    Path err = Files.createTempFile("stargate-calc-it", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectError(err.toFile());
      Process process = builder.start();
      byte[] out;
      try (InputStream stdout = process.getInputStream()) {
        out = stdout.readAllBytes();
      }
      assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("%s", line).isTrue();
      return new Finished(process.exitValue(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  /** Returns the archives that it keeps. */
  List<Path> archives() throws IOException {
    return archivesBelow(cache);
  }

  static List<Path> archivesBelow(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(f -> f.toString().endsWith(".jsa")).sorted().toList();
    }
  }

  /** Returns whether the JVM takes the classes of the program from an archive. */
  boolean usesAnArchive() throws IOException, InterruptedException {
    Finished run = with("STARGATE_CALC_JAVA_OPTS", "-Xlog:class+load").run("--version");
    return run.exits(0).text().contains("org.stargatecalc.Main source: shared objects file");
  }

  /** Waits until there is an archive that works; before it is there, no program is run for it. */
  void awaitsArchive() throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    boolean isUsed = false;
    while (!isUsed && System.nanoTime() < end) {
      Thread.sleep(200);
      isUsed = archives().stream().anyMatch(Files::isRegularFile) && usesAnArchive();
    }
    assertThat(isUsed).as("%s has an archive", cache).isTrue();
  }
}
