package org.stargatecalc.cli;

import java.util.List;
import org.stargatecalc.render.Format;

/**
 * One command of the tool: a command line becomes a request, and a request is carried out.
 *
 * @param <R> the request
 */
abstract class Command<R> {
  private final String name;
  private final String summary;
  private final Operands operands;
  private final List<Format> formats;
  private final List<Option> options;

  /**
   * Creates it.
   *
   * @param name as it is typed
   * @param summary what it does in a few words
   * @param operands what it takes besides options
   * @param formats that it writes, empty if they cannot be chosen
   * @param options its own; each command takes {@link CommandLineReader#COMMON} besides
   */
  Command(
      String name, String summary, Operands operands, List<Format> formats, List<Option> options) {
    this.name = name;
    this.summary = summary;
    this.operands = operands;
    this.formats = formats;
    this.options = options;
  }

  final String name() {
    return name;
  }

  final String summary() {
    return summary;
  }

  final Operands operands() {
    return operands;
  }

  final List<Format> formats() {
    return formats;
  }

  final List<Option> options() {
    return options;
  }

  /** Returns command lines that show its use, without the program's name; help lists them. */
  public List<String> examples() {
    return List.of();
  }

  /**
   * Returns what an operand may be, for a shell that completes it.
   *
   * @param before the operands before it
   */
  public Candidates operand(List<String> before, Session session) {
    return operands().areFiles() ? Candidates.FILES : Candidates.NONE;
  }

  /**
   * Makes the request.
   *
   * @throws UsageException if the command line makes no sense
   */
  public abstract R request(Arguments arguments) throws UsageException;

  /**
   * Carries a request out.
   *
   * @throws UsageException if it makes no sense for the scenarios that were read
   */
  public abstract ExitStatus run(R request, Session session) throws UsageException;
}
