package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;

/** All commands by name; the class of a command is loaded when it is called, not before. */
final class Commands {
  /** Their names, in the order in which help lists them. */
  static final List<String> NAMES =
      List.of(
          "project",
          "merge",
          "validate",
          "check",
          "compare",
          "sensitivity",
          "sweep",
          "explain",
          "solve",
          "backtest",
          "catalog",
          "record",
          "claims",
          "schema",
          "init",
          "completion",
          "man",
          "warmup");

  private Commands() {}

  /** Returns the command of a name. */
  static Optional<Command<?>> of(String name) {
    // Not a map of constructors: linking each would load every command at every start.
    return switch (name) {
      case "project" -> Optional.of(new ProjectCommand());
      case "merge" -> Optional.of(new MergeCommand());
      case "validate" -> Optional.of(new ValidateCommand());
      case "sensitivity" -> Optional.of(new SensitivityCommand());
      case "sweep" -> Optional.of(new SweepCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "solve" -> Optional.of(new SolveCommand());
      case "check" -> Optional.of(new CheckCommand());
      case "compare" -> Optional.of(new CompareCommand());
      case "backtest" -> Optional.of(new BacktestCommand());
      case "catalog" -> Optional.of(new CatalogCommand());
      case "record" -> Optional.of(new RecordCommand());
      case "claims" -> Optional.of(new ClaimsCommand());
      case "schema" -> Optional.of(new SchemaCommand());
      case "init" -> Optional.of(new InitCommand());
      case "completion" -> Optional.of(new CompletionCommand());
      case "man" -> Optional.of(new ManCommand());
      // what the scripts of completion call; help does not list it
      case CompleteCommand.NAME -> Optional.of(new CompleteCommand());
      case "warmup" -> Optional.of(new WarmupCommand());
      default -> Optional.empty();
    };
  }
}
