package org.stargatecalc.input;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ChipParameter;
import org.stargatecalc.uncertainty.Distribution;

/**
 * A chip that a phase names, of the catalogue or of the scenario.
 *
 * @param record what reports say of it
 * @param own its numbers as the scenario states them; empty for one of the catalogue
 */
record Chip(Accelerator record, Optional<Map<ChipParameter, Assumption>> own) {
  static Chip ofCatalogue(Accelerator record) {
    return new Chip(record, Optional.empty());
  }

  String id() {
    return record.id();
  }

  boolean isOwn() {
    return own.isPresent();
  }

  /**
   * Returns a number of the chip, empty if it is not known.
   *
   * @param usedAt path of the parameter that has it
   */
  Optional<Assumption> value(ChipParameter parameter, String usedAt) {
    if (own.isPresent()) {
      Optional<Assumption> stated = Optional.ofNullable(own.get().get(parameter));
      return stated.map(
          s -> new Assumption(usedAt, s.declaredAt(), s.value(), s.origin(), s.provenance()));
    }
    OptionalDouble published = published(parameter);
    if (published.isEmpty()) {
      return Optional.empty();
    }
    Provenance provenance =
        parameter == ChipParameter.CAPEX_PER_GPU ? record.capexProvenance() : record.provenance();
    return Optional.of(
        new Assumption(
            usedAt,
            "catalog.accelerators." + record.id() + "." + parameter.column(),
            new AssumedValue.Measured(
                new Distribution.Certain(published.getAsDouble()), parameter.gives().dimension()),
            Origin.CATALOGUE,
            provenance));
  }

  private OptionalDouble published(ChipParameter parameter) {
    return switch (parameter) {
      case IT_WATTS -> record.itWatts();
      case CHIP_TDP -> record.chipTdpWatts();
      case CAPEX_PER_GPU -> record.capexPerGpuUsd();
      case BF16_FLOPS -> record.bf16Flops();
      case FP8_FLOPS -> record.fp8Flops();
    };
  }
}
