package org.stargatecalc.cli;

import java.util.List;
import org.stargatecalc.render.Format;

/**
 * One command of the tool: a command line becomes a request, and a request is carried out.
 *
 * @param <R> the request
 */
interface Command<R> {
  /** Returns the command's name. */
  String name();

  /** Returns what it does in a few words. */
  String summary();

  /** Returns what it takes besides options. */
  Operands operands();

  /** Returns its own options; each command takes {@link CommandLineReader#COMMON} besides. */
  List<Option> options();

  /** Returns the formats that it writes, empty if they cannot be chosen. */
  default List<Format> formats() {
    return List.of();
  }

  /** Returns command lines that show its use, without the program's name; help lists them. */
  default List<String> examples() {
    return List.of();
  }

  /**
   * Returns what an operand may be, for a shell that completes it.
   *
   * @param before the operands before it
   */
  default Candidates operand(List<String> before, Session session) {
    return operands().areFiles() ? Candidates.FILES : Candidates.NONE;
  }

  /**
   * Makes the request.
   *
   * @throws UsageException if the command line makes no sense
   */
  R request(Arguments arguments) throws UsageException;

  /**
   * Carries a request out.
   *
   * @throws UsageException if it makes no sense for the scenarios that were read
   */
  ExitStatus run(R request, Session session) throws UsageException;
}
