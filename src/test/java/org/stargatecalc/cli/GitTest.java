package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program in the place of git: what it may take, and what is left of it. */
class GitTest {
  @TempDir Path folder;

  private Git git(String script, long seconds) throws IOException {
    Path program = folder.resolve("git");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new Git(program.toString(), seconds);
  }

  private static boolean isAlive(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** By itself, as the parent of what takes long, and while it writes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo $$ > PID; exec sleep 300",
        "sleep 300 & echo $! > PID; wait",
        "echo begun; echo $$ > PID; exec sleep 300",
        "echo begun >&2; sleep 300 & echo $! > PID; echo $$ > /dev/null; wait",
      })
  void whatTakesTooLongIsStoppedWithAllThatItStarted(String script) throws Exception {
    Path pid = folder.resolve("pid");
    Git git = git(script.replace("PID", "'" + pid + "'"), 1);
    Instant start = Instant.now();
    assertThatThrownBy(() -> git.run(folder, 1 << 10, "rev-parse"))
        .isInstanceOf(IOException.class)
        .hasMessage("git has not answered for 1 seconds");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    for (int i = 0; i < 100 && isAlive(pid); i++) {
      Thread.sleep(50);
    }
    assertThat(isAlive(pid)).isFalse();
  }

  @Test
  void whatHasWrittenEnoughIsStopped() throws IOException {
    Git.Finished finished = git("exec yes", 30).run(folder, 1000, "cat-file");
    assertThat(finished.status()).isZero();
    assertThat(finished.output()).hasSize(1000);
  }

  @Test
  void itFetchesNothingAndAsksNothing() throws IOException {
    Git.Finished finished =
        git("echo \"$@\"; echo $GIT_TERMINAL_PROMPT $GIT_NO_LAZY_FETCH $LC_ALL", 30)
            .run(folder, 1 << 16, "rev-parse", "HEAD");
    assertThat(finished.text())
        .isEqualTo(
            "-c protocol.allow=never -c safe.bareRepository=explicit -C "
                + folder
                + " rev-parse HEAD\n0 1 C\n");
  }

  @Test
  void itsFirstWordsOfAnErrorAreKept() throws IOException {
    Git.Finished finished =
        git("echo fatal: not a thing >&2; echo more >&2; exit 128", 30).run(folder, 10, "x");
    assertThat(finished.status()).isEqualTo(128);
    assertThat(finished.firstError()).isEqualTo("not a thing");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> new Git(folder.resolve("none").toString(), 1).run(folder, 10, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("needs the program git, which cannot be run");
  }
}
