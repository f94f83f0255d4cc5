package org.stargatecalc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;

/**
 * What {@code mvn -Pdist package} publishes, unpacked where there is no other Java; skipped where
 * it was not built.
 */
class BundleIT {
  private static final Path DIST = Path.of("target/dist");

  /** What the launcher takes from a system, and no java. */
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "chmod",
          "find",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sleep",
          "stty",
          "tar",
          "gzip",
          "wc");

  @TempDir private Path folder;
  private Path home = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void unpack() throws Exception {
    Path bundle = bundle();
    home = Files.createDirectories(folder.resolve("home"));
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      for (String place : List.of("/usr/bin", "/bin")) {
        if (Files.isExecutable(Path.of(place, tool)) && Files.notExists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), Path.of(place, tool));
        }
      }
    }
    Path local = Files.createDirectories(home.resolve(".local"));
    run(
        "tar",
        "-xzf",
        bundle.toAbsolutePath().toString(),
        "-C",
        local.toString(),
        "--strip-components=1");
  }

  private static Path bundle() throws IOException {
    assumeTrue(Files.isDirectory(DIST), "mvn -Pdist package was not run");
    try (Stream<Path> files = Files.list(DIST)) {
      List<Path> bundles = files.filter(f -> f.toString().endsWith(".tar.gz")).toList();
      assumeTrue(bundles.size() == 1, "there is no bundle of this system");
      return bundles.get(0);
    }
  }

  private String run(String... line) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectInput(Paths.get("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", home.resolve(".local/bin") + ":" + tools);
    builder.environment().put("HOME", home.toString());
    List<String> whole = new ArrayList<>(List.of("/usr/bin/env"));
    whole.addAll(List.of(line));
    Process process = builder.command(whole).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void itProjectsWhatInitWroteOnAMachineWithoutJava() throws Exception {
    run("stargate-calc", "init", "plans");
    Path plan = home.resolve("plans/scenarios/my-plan.yaml");
    String shown = run("stargate-calc", "project", "plans/scenarios/my-plan.yaml", "-f", "csv");
    assertThat(shown)
        .isEqualTo(CommandResult.of("project", plan.toString(), "-f", "csv").succeeds().stdout());
  }

  @Test
  void itIsCalledThroughALink() throws Exception {
    Files.createSymbolicLink(tools.resolve("sc"), home.resolve(".local/bin/stargate-calc"));
    assertThat(run("sc", "--version")).matches("stargate-calc \\d+\\.\\d+\\.\\d+\\n");
  }

  @Test
  void manualAndCompletionAreWhatTheProgramSays() throws Exception {
    Path share = home.resolve(".local/share");
    assertThat(Files.readString(share.resolve("man/man1/stargate-calc.1")))
        .isEqualTo(run("stargate-calc", "man"));
    assertThat(Files.readString(share.resolve("bash-completion/completions/stargate-calc")))
        .isEqualTo(run("stargate-calc", "completion", "bash"));
    assertThat(Files.readString(share.resolve("zsh/site-functions/_stargate-calc")))
        .isEqualTo(run("stargate-calc", "completion", "zsh"));
    assertThat(Files.readString(share.resolve("fish/vendor_completions.d/stargate-calc.fish")))
        .isEqualTo(run("stargate-calc", "completion", "fish"));
    assertThat(home.resolve(".local/lib/stargate-calc/LICENSE"))
        .hasSameBinaryContentAs(Path.of("LICENSE"));
  }

  /** What the page says removes it leaves nothing but empty folders and what was there before. */
  @Test
  void itIsRemovedWithoutTrace() throws Exception {
    run("stargate-calc", "warmup");
    assertThat(Executable.archivesBelow(home.resolve(".cache"))).hasSize(1);
    String page = Files.readString(Path.of("src/site/markdown/install.md"));
    String removal = page.substring(page.indexOf("To **remove**"));
    removal =
        removal.substring(
            removal.indexOf("```sh") + 5, removal.indexOf("```\n", removal.indexOf("```sh") + 5));
    run("sh", "-e", "-c", removal);
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void everyFileHasItsDigestAndTheListNamesTheLibraries() throws Exception {
    Path digests = published(".sha256");
    List<String> known = Files.readAllLines(digests);
    try (Stream<Path> files = Files.list(DIST)) {
      for (Path file : files.filter(f -> !f.equals(digests)).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(known).contains(HexFormat.of().formatHex(digest) + " *" + file.getFileName());
      }
    }
    assertThat(Files.readString(published(".cdx.json")))
        .contains("picocli", "commons-math3", "snakeyaml-engine");
  }

  private static Path published(String ending) throws IOException {
    try (Stream<Path> files = Files.list(DIST)) {
      return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
