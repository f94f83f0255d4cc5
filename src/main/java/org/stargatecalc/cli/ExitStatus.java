package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the process says with its exit code; of several that apply the first here counts. */
public enum ExitStatus {
  /** The program is wrong. */
  BUG(1, "a bug of ours"),
  /** The command line is wrong. */
  USAGE(2, "wrong usage"),
  /** A scenario is invalid or cannot be read. */
  INVALID(3, "a scenario is invalid or unreadable"),
  /** Output cannot be written. */
  OUTPUT(4, "output cannot be written"),
  /** A check failed. */
  CHECK_FAILED(10, "a check failed"),
  /** Compared results differ by more than the tolerance. */
  DIFFERENT(11, "compare --exit-code found a difference beyond the tolerance"),
  /** No value makes the goal true, or false where it is true. */
  NO_SOLUTION(12, "solve --for found no value that changes the goal's truth"),
  /** The user stopped it. */
  INTERRUPTED(130, "interrupted"),
  /** The reader of standard output went away. */
  CLOSED_PIPE(141, "the reader closed the pipe"),
  /** All is done. */
  DONE(0, "done");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Returns the lines of help that list the codes, ascending. */
  static List<String> help() {
    List<ExitStatus> statuses = new ArrayList<>(Arrays.asList(values()));
    statuses.sort(Comparator.comparingInt(ExitStatus::code));
    List<String> lines = new ArrayList<>(List.of("", "Exit codes:"));
    for (ExitStatus status : statuses) {
      lines.add(String.format(Locale.ROOT, "  %3d  %s", status.code, status.meaning));
    }
    return lines;
  }

  /** Returns the exit code. */
  public int code() {
    return code;
  }

  /** Returns what it means, in a few words. */
  public String meaning() {
    return meaning;
  }
}
