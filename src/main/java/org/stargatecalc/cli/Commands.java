package org.stargatecalc.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All commands by name; only the one that is called is made. */
final class Commands {
  private static final Map<String, Supplier<Command>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("project", ProjectCommand::new);
    ALL.put("validate", ValidateCommand::new);
    ALL.put("sensitivity", SensitivityCommand::new);
    ALL.put("compare", CompareCommand::new);
    ALL.put("backtest", BacktestCommand::new);
    ALL.put("check", CheckCommand::new);
    ALL.put("catalog", CatalogCommand::new);
    ALL.put("claims", ClaimsCommand::new);
    ALL.put("schema", SchemaCommand::new);
    ALL.put("warmup", WarmupCommand::new);
  }

  private Commands() {}

  static Map<String, Supplier<Command>> all() {
    return ALL;
  }
}
