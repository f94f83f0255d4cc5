package org.stargatecalc.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A git repository of a test's own.
 *
 * @param top its folder
 */
public record Repository(Path top) {
  /** A plan that is projected in no time. */
  public static final String PLAN =
      "name: p\nclaims: []\nfacility_power: 1 GW\nonline: 2026\nhorizon: {from: 2026, to: 2027}\n";

  /** Makes a folder one. */
  public static Repository in(Path folder) throws IOException {
    Repository repository = new Repository(Files.createDirectories(folder));
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  /** Returns a copy of it, links and all, which is made faster than another one. */
  public Repository copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(top.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new Repository(to);
  }

  /** Returns the plan by another name. */
  public static String plan(String name) {
    return PLAN.replace("name: p", "name: " + name);
  }

  /** Writes a file. */
  public void write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Doubles the power of a plan. */
  public void change(String name) throws IOException {
    Path file = top.resolve(name);
    Files.writeString(file, Files.readString(file).replace("1 GW", "2 GW"));
  }

  /** Makes a symbolic link, in the place of one that is there. */
  public void link(String name, String target) throws IOException {
    Path link = top.resolve(name);
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(target));
  }

  /** Runs git in it. */
  public void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", top.toString()));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Tool.run(command.toArray(String[]::new));
  }

  /** Commits all that is there. */
  public void commit() throws IOException {
    git("add", "-A");
    git("commit", "-q", "-m", "plans");
  }
}
