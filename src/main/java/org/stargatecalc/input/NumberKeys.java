package org.stargatecalc.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/** The numbers and dates that stand at a level by themselves: all but the shares of the split. */
final class NumberKeys implements LevelKeys {
  private static final Map<String, PhaseParameter> NUMBERS = new LinkedHashMap<>();

  static {
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!PhaseParameter.SHARES.contains(parameter)) {
        NUMBERS.put(parameter.key(), parameter);
      }
    }
  }

  private final ValueReader values;
  private final Problems problems;

  NumberKeys(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  @Override
  public void read(MappingReader reader, WrittenParameters level) {
    reader.know(NUMBERS.keySet());
    for (String key : reader.keys()) {
      PhaseParameter parameter = NUMBERS.get(key);
      if (parameter != null) {
        number(reader, level, parameter);
      }
    }
  }

  private void number(MappingReader reader, WrittenParameters level, PhaseParameter parameter) {
    Node node = reader.take(parameter.key()).orElseThrow();
    String path = reader.path(parameter.key());
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    Optional<AssumedValue> value =
        stated.isEmpty() ? Optional.empty() : value(stated.get().node(), path, parameter);
    if (stated.isEmpty() || value.isEmpty()) {
      level.broken.add(parameter.key());
      return;
    }
    level.numbers.put(
        parameter,
        new WrittenParameters.Value(
            value.get(), stated.get().provenance(), stated.get().node().location(), path));
  }

  private Optional<AssumedValue> value(Node node, String path, PhaseParameter parameter) {
    if (parameter.isDate()) {
      Optional<Distribution> date = values.instant(node, path);
      return date.isEmpty() ? Optional.empty() : Optional.of(new AssumedValue.Dated(date.get()));
    }
    if (parameter == PhaseParameter.SYSTEMS || parameter == PhaseParameter.PROBABILITY) {
      return known(node, path, parameter);
    }
    Dimension dimension =
        parameter == PhaseParameter.OFFTAKE_PRICE ? ofOfftake(node) : parameter.dimension();
    Optional<Distribution> number =
        values.number(node, path, dimension, parameter.domain(), parameter.daysPerBareNumber());
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new AssumedValue.Measured(number.get(), dimension));
  }

  /** A number of systems and a chance are known; what the chance decides is drawn. */
  private Optional<AssumedValue> known(Node node, String path, PhaseParameter parameter) {
    Optional<Double> number = values.certain(node, path, parameter.dimension(), parameter.domain());
    if (parameter == PhaseParameter.SYSTEMS
        && number.isPresent()
        && number.get() != Math.rint(number.get())) {
      problems.error(node.location(), path, "found " + node.describe(), "a whole number ≥ 1");
      return Optional.empty();
    }
    return number.map(
        n -> new AssumedValue.Measured(new Distribution.Certain(n), parameter.dimension()));
  }

  /** An offtake price is money per power and year or money per GPU-hour, as written. */
  private static Dimension ofOfftake(Node node) {
    boolean perGpuHour =
        node instanceof Node.Scalar scalar && scalar.text().matches("(?s).*(GPU|chip|package)-.*");
    return perGpuHour ? Dimension.MONEY_PER_COUNT_TIME : PhaseParameter.OFFTAKE_PRICE.dimension();
  }
}
