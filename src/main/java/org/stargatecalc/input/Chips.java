package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ChipParameter;
import org.stargatecalc.scenario.OwnChip;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.uncertainty.Distribution;

/** The chips that phases may name: those of the scenario, then those of the catalogue. */
final class Chips {
  private static final List<String> WORDS = List.of("title", "vendor");

  private final Catalog catalog;
  private final ValueReader values;
  private final UsualCheck usual;
  private final NamedReader named;
  private final Map<String, Chip> own = new LinkedHashMap<>();
  private final List<OwnChip> stated = new ArrayList<>();

  Chips(Catalog catalog, ValueReader values, UsualCheck usual, NamedReader named) {
    this.catalog = catalog;
    this.values = values;
    this.usual = usual;
    this.named = named;
  }

  /** Returns the chip of an id. */
  Optional<Chip> of(String id) {
    Chip stated = own.get(id);
    return stated != null ? Optional.of(stated) : catalog.accelerator(id).map(Chip::ofCatalogue);
  }

  /** Returns the ids of all chips. */
  Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>(own.keySet());
    ids.addAll(catalog.acceleratorIds());
    return ids;
  }

  /** Returns the chips of the scenario, in file order. */
  List<OwnChip> stated() {
    return List.copyOf(stated);
  }

  /** Reads the scenario's {@code accelerators}. */
  void read(Optional<Node> node) {
    if (node.isPresent()) {
      named.read(node.get(), "accelerators", "accelerator", "the numbers of a chip", this::chip);
    }
  }

  private void chip(String id, String path, MappingReader reader) {
    List<Assumption> labels = new ArrayList<>();
    Provenance provenance = values.provenance(reader);
    Map<String, String> words = new LinkedHashMap<>();
    for (String key : WORDS) {
      Optional<String> word = values.text(reader.take(key), reader.path(key));
      word.ifPresent(text -> words.put(key, text));
    }
    Optional<String> available =
        values.dateAsWritten(reader.take("available_from"), reader.path("available_from"));
    available.ifPresent(text -> words.put("available_from", text));
    values.text(reader.take("note"), reader.path("note"));
    words.forEach(
        (key, text) ->
            labels.add(
                new Assumption(
                    reader.path(key),
                    reader.path(key),
                    new AssumedValue.Named(text),
                    Origin.SCENARIO,
                    provenance)));
    Map<ChipParameter, Assumption> numbers = new EnumMap<>(ChipParameter.class);
    for (ChipParameter parameter : ChipParameter.all()) {
      Optional<Node> node = reader.take(parameter.key());
      if (node.isPresent()) {
        number(parameter, node.get(), reader.path(parameter.key()), provenance)
            .ifPresent(number -> numbers.put(parameter, number));
      }
    }
    reader.finish();
    own.put(id, new Chip(record(id, words, numbers, provenance), Optional.of(numbers)));
    boolean isRedefined = catalog.acceleratorIds().contains(id);
    stated.add(new OwnChip(id, isRedefined, labels, List.copyOf(numbers.values())));
  }

  private Optional<Assumption> number(
      ChipParameter parameter, Node node, String path, Provenance ofChip) {
    PhaseParameter gives = parameter.gives();
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Dimension dimension = NumberKeys.dimension(stated.get().node(), gives);
    Optional<Distribution> number =
        values.number(stated.get().node(), path, dimension, gives.domain(), 1);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    usual.check(gives.key(), stated.get().node(), path, number.get(), dimension);
    return Optional.of(
        new Assumption(
            path,
            path,
            new AssumedValue.Measured(number.get(), dimension),
            Origin.SCENARIO,
            stated.get().provenance().orElse(ofChip)));
  }

  /** Returns what reports say of a chip. */
  private static Accelerator record(
      String id,
      Map<String, String> words,
      Map<ChipParameter, Assumption> numbers,
      Provenance provenance) {
    OptionalDouble none = OptionalDouble.empty();
    return new Accelerator(
        id,
        words.getOrDefault("title", id),
        words.getOrDefault("vendor", ""),
        "own",
        "package",
        words.getOrDefault("available_from", ""),
        median(numbers, ChipParameter.CHIP_TDP),
        median(numbers, ChipParameter.IT_WATTS),
        new Accelerator.Range(none, none),
        "",
        median(numbers, ChipParameter.BF16_FLOPS),
        median(numbers, ChipParameter.FP8_FLOPS),
        none,
        "",
        "",
        none,
        none,
        provenance,
        provenance);
  }

  private static OptionalDouble median(
      Map<ChipParameter, Assumption> numbers, ChipParameter parameter) {
    Assumption number = numbers.get(parameter);
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.median());
  }
}
