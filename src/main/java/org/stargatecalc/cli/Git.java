package org.stargatecalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the program git, which reads what is in a repository already: it fetches nothing, asks
 * nothing, and takes no longer than a minute.
 */
final class Git {
  /** The program that is first on the path. */
  static final Git PROGRAM = new Git("git", 60);

  private static final int LONGEST_ERROR = 1 << 16;

  private final String program;
  private final long seconds;

  /**
   * Names the program.
   *
   * @param program its name or file
   * @param seconds after which it is stopped
   */
  Git(String program, long seconds) {
    this.program = program;
    this.seconds = seconds;
  }

  /** What git wrote and how it ended. */
  static final class Finished {
    private final int status;
    private final byte[] output;
    private final String error;

    private Finished(int status, byte[] output, String error) {
      this.status = status;
      this.output = output;
      this.error = error;
    }

    /** Returns its exit code; 0 if it was left before its end, having written enough. */
    int status() {
      return status;
    }

    /** Returns what it wrote, as much as was asked for. */
    byte[] output() {
      return output;
    }

    String text() {
      return new String(output, StandardCharsets.UTF_8);
    }

    String firstError() {
      return error.lines().findFirst().orElse("git failed").replaceFirst("^fatal: ", "");
    }
  }

  /**
   * Returns the repository without a working tree that a folder lies in, which git is told of.
   *
   * <p>One that lies among the files of another repository is refused: it came with them, and its
   * configuration names programs. git since 2.38 would refuse it by itself.
   */
  private static Optional<Path> bareRepository(Path folder) throws IOException {
    @Nullable Path bare = null;
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        if (bare != null) {
          throw new IOException("it is in a repository among the files of another: " + bare);
        }
        return Optional.empty();
      }
      boolean isBare =
          Files.isRegularFile(at.resolve("HEAD"))
              && Files.isDirectory(at.resolve("objects"))
              && Files.isDirectory(at.resolve("refs"));
      bare = bare == null && isBare ? at : bare;
    }
    return Optional.ofNullable(bare);
  }

  /**
   * Runs git in a folder.
   *
   * @param most bytes of its output; it is stopped when it has written so many
   * @throws IOException if it cannot be run or takes too long
   */
  Finished run(Path folder, int most, String... arguments) throws IOException {
    return ask(folder, most, "", arguments);
  }

  /**
   * Runs git in a folder, telling it something.
   *
   * @param most bytes of its output; it is stopped when it has written so many
   * @param input what it is told, so short that it need not be read while more is written
   * @throws IOException if it cannot be run or takes too long
   */
  Finished ask(Path folder, int most, String input, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "-c",
                "protocol.allow=never",
                "-c",
                "safe.bareRepository=explicit",
                "-C",
                folder.toString()));
    if (System.getenv("GIT_DIR") == null) {
      bareRepository(folder).ifPresent(bare -> command.add("--git-dir=" + bare));
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IOException("a git: reference needs the program git, which cannot be run", e);
    }
    Thread stop = new Thread(() -> stop(process));
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      tell(process, input);
      return finished(process, most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      stop(process);
      try {
        Runtime.getRuntime().removeShutdownHook(stop);
      } catch (IllegalStateException stopping) {
        // The hook runs already.
      }
    }
  }

  /** Stops a process with those that it has started: they hold what it writes to open. */
  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void tell(Process process, String input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // what it says and how it ended tells why
    }
  }

  private Finished finished(Process process, int most) throws IOException, InterruptedException {
    Beside<Boolean> tooLong =
        new Beside<>(
            () -> {
              boolean late = !process.waitFor(seconds, TimeUnit.SECONDS);
              // Of a process that has ended, this would close what it wrote.
              if (late) {
                stop(process);
              }
              return late;
            });
    Beside<byte[]> said = new Beside<>(() -> process.getErrorStream().readNBytes(LONGEST_ERROR));
    byte[] written;
    try (InputStream in = process.getInputStream()) {
      written = in.readNBytes(most);
    }
    boolean cut = written.length == most;
    if (cut) {
      stop(process);
    }
    if (tooLong.result()) {
      throw new IOException("git has not answered for " + seconds + " seconds");
    }
    // stopped, it may have closed its errors while they were read, and there is none to tell of
    return cut
        ? new Finished(0, written, "")
        : new Finished(
            process.waitFor(), written, new String(said.result(), StandardCharsets.UTF_8));
  }

  /** Something that is done beside other work. */
  private static final class Beside<T> {
    private final FutureTask<T> task;

    Beside(Callable<T> work) {
      task = new FutureTask<>(work);
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      thread.start();
    }

    T result() throws IOException, InterruptedException {
      try {
        return task.get();
      } catch (ExecutionException failed) {
        throw new IOException("git cannot be read", failed);
      }
    }
  }
}
