package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.expression.Askable;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads what a scenario is expected to give: a list of expressions. */
public final class ExpectationReader {
  private static final int MOST = 10_000;

  private final ValueReader values;
  private final Problems problems;

  ExpectationReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /**
   * Reads the list.
   *
   * @param claims ids of the claims that the scenario is asked
   */
  List<Expectation> read(Node node, Horizon horizon, Set<String> claims) {
    List<Expectation> read = new ArrayList<>();
    if (!(node instanceof Node.Sequence list)) {
      problems.error(
          node.location(), "expect", "found " + node.describe(), "a list of expressions");
      return read;
    }
    if (problems.areTooMany(list.items().size(), MOST, node.location(), "expect", "expressions")) {
      return read;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String path = "expect[" + i + "]";
      Expectation.Severity level = Expectation.Severity.ERROR;
      String message = "";
      Optional<Node> expression = Optional.of(item);
      if (item instanceof Node.Mapping mapping) {
        MappingReader reader = new MappingReader(mapping, path, problems);
        expression = reader.require("expr", "an expression");
        level =
            values
                .word(reader.take("level"), path + ".level", Expectation.Severity.values())
                .orElse(level);
        message = values.text(reader.take("message"), path + ".message").orElse("");
        reader.finish();
      }
      if (expression.isPresent()) {
        expectation(expression.get(), path, level, message, horizon, claims).ifPresent(read::add);
      }
    }
    return read;
  }

  private Optional<Expectation> expectation(
      Node node,
      String path,
      Expectation.Severity level,
      String message,
      Horizon horizon,
      Set<String> claims) {
    Optional<String> text = values.text(node, path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Location location = node.location();
    try {
      Expression expression = ExpressionReader.parse(text.get());
      Optional<String> wrong = Askable.wrong(expression, horizon, claims, problems::nearest);
      if (wrong.isPresent()) {
        problems.error(
            location, path, "found " + wrong.get(), "what this scenario can be asked", "");
        return Optional.empty();
      }
      return Optional.of(
          new Expectation(
              expression,
              text.get().strip(),
              level,
              message,
              new Expectation.Place(location.file(), location.line(), location.column())));
    } catch (ExpressionReader.InvalidExpressionException fault) {
      boolean oneLine = text.get().indexOf('\n') < 0 && location.line() > 0;
      problems.error(
          oneLine
              ? new Location(location.file(), location.line(), location.column() + fault.offset())
              : location,
          path,
          "found " + fault.found(),
          fault.expected(),
          fault.suggestion());
      return Optional.empty();
    }
  }
}
