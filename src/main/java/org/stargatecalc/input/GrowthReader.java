package org.stargatecalc.input;

import java.util.Optional;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Problems;

/** Reads {@code growth}: a size, the day on which it is there, and its growth per year. */
final class GrowthReader {
  private static final AssumptionReader.Number FACTOR =
      new AssumptionReader.Number("growth.per_year", Dimension.RATIO, new Domain(1, true, 100));

  private final AssumptionReader assumptions;
  private final SizeReader sizes;
  private final Problems problems;

  GrowthReader(AssumptionReader assumptions, SizeReader sizes, Problems problems) {
    this.assumptions = assumptions;
    this.sizes = sizes;
    this.problems = problems;
  }

  Optional<Plan> read(ValueReader.Stated stated, String path) {
    return MappingReader.open(
            stated.node(),
            path,
            "a mapping such as {from: 2025-03, facility_power: 0.3 GW, per_year: 2}",
            problems)
        .flatMap(reader -> read(reader, path, stated.provenance()));
  }

  private Optional<Plan> read(MappingReader reader, String path, Provenance inherited) {
    Optional<Assumption> from =
        assumptions.dated(reader.require("from", "a date"), reader.path("from"), inherited);
    Optional<SizeReader.Size> size = sizes.read(reader, path, inherited, "growth", Domain.POSITIVE);
    Optional<Assumption> perYear =
        assumptions.measured(
            reader.require("per_year", "a growth factor ≥ 1"),
            reader.path("per_year"),
            FACTOR,
            inherited);
    Optional<Assumption> until =
        assumptions.dated(reader.take("until"), reader.path("until"), inherited);
    reader.finish();
    if (from.isEmpty() || size.isEmpty() || perYear.isEmpty()) {
      return Optional.empty();
    }
    if (until.isPresent() && until.get().median() < from.get().median()) {
      problems.error(
          reader.locationOf("until"),
          reader.path("until"),
          "found a date before from",
          "a later date");
      return Optional.empty();
    }
    return Optional.of(
        new Plan.Growth(size.get().kind(), from.get(), size.get().amount(), perYear.get(), until));
  }
}
