package org.stargatecalc.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the tool. */
interface Command {
  /** Returns the command's name. */
  String name();

  /** Returns what it does in a few words. */
  String summary();

  /** Declares its options and operands. */
  void declare(CommandSpec spec);

  /**
   * Carries it out.
   *
   * @throws UsageException if the command line makes no sense
   */
  ExitStatus run(ParseResult line, Session session) throws UsageException;
}
