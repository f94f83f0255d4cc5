package org.stargatecalc.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/** Reads {@code horizon}: the first day of what {@code from} names, the last of {@code to}. */
final class HorizonReader {
  private static final int LONGEST_YEARS = 100;

  private final Catalog catalog;
  private final ValueReader values;
  private final Problems problems;

  HorizonReader(Catalog catalog, ValueReader values, Problems problems) {
    this.catalog = catalog;
    this.values = values;
    this.problems = problems;
  }

  /** A day and whether it is written. */
  private record End(LocalDate day, Origin origin) {
    static End of(Optional<PartialDate> stated, PartialDate otherwise, boolean first) {
      PartialDate date = stated.orElse(otherwise);
      return new End(
          first ? date.first() : date.last(), stated.isPresent() ? Origin.GIVEN : Origin.DEFAULT);
    }
  }

  /**
   * Reads the horizon; what is not written is the default.
   *
   * @param labels receives both ends, for reports
   */
  Horizon read(Optional<Node> node, List<Assumption> labels) {
    Optional<PartialDate> statedFrom = Optional.empty();
    Optional<PartialDate> statedTo = Optional.empty();
    Optional<MappingReader> opened =
        node.isEmpty()
            ? Optional.empty()
            : MappingReader.open(
                node.get(), "horizon", "a mapping such as {from: 2025-01, to: 2030-12}", problems);
    if (opened.isPresent()) {
      statedFrom = values.date(opened.get().take("from"), "horizon.from");
      statedTo = values.date(opened.get().take("to"), "horizon.to");
      opened.get().finish();
    }
    End from = End.of(statedFrom, byDefault("horizon.from"), true);
    End to = End.of(statedTo, byDefault("horizon.to"), false);
    labels.add(label("horizon.from", from));
    labels.add(label("horizon.to", to));
    if (to.day().isBefore(from.day()) || to.day().isAfter(from.day().plusYears(LONGEST_YEARS))) {
      problems.error(
          opened.orElseThrow().location(),
          "horizon",
          "found a horizon from " + from.day() + " to " + to.day(),
          "a horizon of at most " + LONGEST_YEARS + " years that ends after it begins");
      return new Horizon(from.day(), from.day());
    }
    return new Horizon(from.day(), to.day());
  }

  private Assumption label(String key, End end) {
    boolean given = end.origin() == Origin.GIVEN;
    return new Assumption(
        key,
        given ? key : "default." + key,
        new AssumedValue.Dated(new Distribution.Certain((double) end.day().toEpochDay())),
        end.origin(),
        given ? Provenance.NONE : catalog.defaultValue(key).provenance());
  }

  private PartialDate byDefault(String key) {
    try {
      return PartialDate.parse(catalog.defaultValue(key).value());
    } catch (InvalidTextException fault) {
      throw new IllegalStateException("the default of " + key, fault);
    }
  }
}
