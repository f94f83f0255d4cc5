package org.stargatecalc.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteChips;

/**
 * The chip of the catalogue that stands for what a record names or counts.
 *
 * @param accelerator the chip
 * @param why in the record's words
 * @param watts IT watts of one, where the record's power and compute tell
 */
record RecordedChip(Accelerator accelerator, String why, OptionalDouble watts) {
  /** What the record calls by the die and the catalogue by the system that it comes in. */
  private static final Map<String, String> SYSTEMS =
      Map.of("b200", "gb200", "b300", "gb300", "r200", "vr200", "r300", "vr300");

  /** What stands where nothing is known. */
  private static final String USUAL = "gb200";

  /** Watts per chip that are so far from the catalogue's speak of another chip. */
  private static final double PLAUSIBLE = 4;

  /**
   * Chooses the chip of a step: of those counted on its date the one with most compute, else of
   * those named at the site the one whose watts come nearest to the catalogue's.
   */
  static RecordedChip of(Site site, RecordedStep step, Catalog catalog) {
    List<SiteChips> counted =
        site.chips().stream().filter(c -> c.date().equals(step.date())).toList();
    Optional<RecordedChip> most = Optional.empty();
    double compute = 0;
    for (SiteChips chips : counted) {
      Optional<Accelerator> known = known(chips.type(), catalog);
      double here = chips.count() * known.flatMap(RecordedChip::rate).orElse(0.0);
      if (known.isPresent() && here > compute) {
        compute = here;
        most = Optional.of(fitted(known.get(), "most of the compute counted then", step));
      }
    }
    if (most.isPresent()) {
      return most.get();
    }
    List<RecordedChip> named = new ArrayList<>();
    for (String type : site.chipTypes().split(";")) {
      known(type, catalog)
          .ifPresent(chip -> named.add(fitted(chip, site.chipTypes().strip(), step)));
    }
    return nearest(named)
        .filter(chip -> chip.watts().isPresent() || step.wattsPerH100().isEmpty())
        .orElseGet(() -> ofAny(site, step, catalog));
  }

  /** A record that names no chip of the catalogue, or one that its own figures do not fit. */
  private static RecordedChip ofAny(Site site, RecordedStep step, Catalog catalog) {
    String said = site.chipTypes().isBlank() ? "no chip" : site.chipTypes().strip();
    RecordedChip usual = fitted(catalog.accelerator(USUAL).orElseThrow(), said, step);
    if (usual.watts().isPresent() || step.wattsPerH100().isEmpty()) {
      return usual;
    }
    List<RecordedChip> all = new ArrayList<>();
    for (Accelerator chip : catalog.accelerators().values()) {
      known(chip.id(), catalog)
          .ifPresent(c -> all.add(fitted(c, said + "; the chip that fits its figures", step)));
    }
    return nearest(all).orElse(usual);
  }

  private static Optional<RecordedChip> nearest(List<RecordedChip> chips) {
    return chips.stream().min((a, b) -> Double.compare(a.distance(), b.distance()));
  }

  private static Optional<Accelerator> known(String type, Catalog catalog) {
    String word = type.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    return catalog
        .accelerator(SYSTEMS.getOrDefault(word, word))
        .filter(chip -> chip.bf16Flops().isPresent() && chip.itWatts().isPresent());
  }

  private static Optional<Double> rate(Accelerator chip) {
    OptionalDouble rate = chip.h100Equivalents();
    return rate.isPresent() ? Optional.of(rate.getAsDouble()) : Optional.empty();
  }

  private static RecordedChip fitted(Accelerator chip, String why, RecordedStep step) {
    OptionalDouble perH100 = step.wattsPerH100();
    if (perH100.isEmpty()) {
      return new RecordedChip(chip, why, OptionalDouble.empty());
    }
    double watts = perH100.getAsDouble() * rate(chip).orElse(0.0);
    double off = watts / chip.itWatts().orElse(watts);
    boolean plausible = off > 1 / PLAUSIBLE && off < PLAUSIBLE;
    return new RecordedChip(
        chip, why, plausible ? OptionalDouble.of(watts) : OptionalDouble.empty());
  }

  private double distance() {
    return watts.isEmpty()
        ? Double.MAX_VALUE
        : Math.abs(StrictMath.log(watts.getAsDouble() / accelerator.itWatts().orElse(1)));
  }
}
