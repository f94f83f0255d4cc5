package org.stargatecalc.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Tool;

/** Pages of all commands as axe-core judges them, where it is installed with jsdom. */
class AccessiblePagesTest {
  private static final Path MODULES = Path.of("target/tools/node_modules");
  private static final Path SCRIPT = Path.of("src/test/resources/axe/violations.cjs");

  private static final List<String> COMMANDS =
      List.of(
          "project scenarios/base.yaml",
          "project scenarios/base-uncertain.yaml -n 100 -v",
          "project scenarios/abilene.yaml scenarios/colossus-2.yaml scenarios/minimal.yaml",
          "compare scenarios/base.yaml scenarios/power-late.yaml --explain",
          "compare scenarios/base.yaml scenarios/base.yaml",
          "check scenarios/abilene.yaml scenarios/colossus-2.yaml",
          "backtest scenarios/base.yaml scenarios/colossus-1.yaml",
          "sensitivity scenarios/base-uncertain.yaml --claim stargate-5gw-2027",
          "sweep scenarios/minimal.yaml --vary pue=1.1,1.2,1.3",
          "sweep scenarios/minimal.yaml --vary pue=1.1,1.2,1.3 --vary gpu=gb200,gb300",
          "solve scenarios/base.yaml --claim stargate-5gw-2027",
          "explain scenarios/base.yaml facility_power_gw@2028",
          "claims",
          "catalog accelerators",
          "catalog sites",
          "validate scenarios/base.yaml");

  @TempDir static Path folder;

  @BeforeAll
  static void findAxe() {
    boolean installed =
        Files.exists(MODULES.resolve("axe-core"))
            && Files.exists(MODULES.resolve("jsdom"))
            && Tool.succeeds("node", "--version");
    assumeTrue(installed, "node, axe-core and jsdom are not installed");
  }

  private static String violations(List<Path> pages) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", SCRIPT.toString()));
    command.add(MODULES.toAbsolutePath().toString());
    pages.forEach(page -> command.add(page.toString()));
    return Tool.run(command.toArray(new String[0]));
  }

  @Test
  void axeHasNothingAgainstThePageOfAnyCommand() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String command : COMMANDS) {
      String html = CommandResult.of((command + " -q -f html").split(" ")).stdout();
      assertThat(html).as(command).startsWith("<!DOCTYPE html>");
      String name = command.replaceAll("[^a-z0-9]+", "-") + ".html";
      pages.add(Files.writeString(folder.resolve(name), html));
    }
    String said = violations(pages);
    List<String> wrong =
        said.lines().filter(line -> !line.endsWith(" rules hold")).collect(Collectors.toList());
    assertThat(wrong).isEmpty();
    assertThat(said.lines()).hasSize(COMMANDS.size());
  }

  @Test
  void aPageWithoutALanguageIsFound() throws IOException {
    Path page = Files.writeString(folder.resolve("bad.html"), "<html><img src='x'></html>");
    assertThat(violations(List.of(page))).contains("html-has-lang", "image-alt");
  }
}
