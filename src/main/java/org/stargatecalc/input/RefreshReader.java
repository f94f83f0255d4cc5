package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Refresh;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads {@code refresh}: what replaces the hardware of a phase, one entry or a list of them. */
final class RefreshReader implements LevelKeys {
  private static final String KEY = "refresh";
  private static final AssumptionReader.Number AFTER =
      new AssumptionReader.Number("refresh.after", Dimension.DURATION, Domain.POSITIVE);

  private final ValueReader values;
  private final AssumptionReader assumptions;
  private final List<LevelKeys> families;
  private final Problems problems;

  RefreshReader(
      ValueReader values,
      AssumptionReader assumptions,
      List<LevelKeys> families,
      Problems problems) {
    this.values = values;
    this.assumptions = assumptions;
    this.families = families;
    this.problems = problems;
  }

  @Override
  public void read(MappingReader reader, WrittenParameters level) {
    Optional<Node> node = reader.take(KEY);
    if (node.isEmpty()) {
      return;
    }
    String path = reader.path(KEY);
    Optional<ValueReader.Stated> stated = values.stated(node.get(), path);
    if (stated.isEmpty()) {
      level.broken.add(KEY);
      return;
    }
    Node list = stated.get().node();
    List<WrittenParameters.Refreshed> entries = new ArrayList<>();
    int wanted = 1;
    if (list instanceof Node.Sequence sequence) {
      wanted = sequence.items().size();
      for (int i = 0; i < wanted; i++) {
        entry(sequence.items().get(i), path + "[" + i + "]", stated.get().provenance())
            .ifPresent(entries::add);
      }
    } else {
      entry(list, path, stated.get().provenance()).ifPresent(entries::add);
    }
    if (wanted == 0) {
      problems.error(list.location(), path, "found an empty list", "{after: 4 years, gpu: vr200}");
    }
    if (entries.size() < wanted || wanted == 0) {
      level.broken.add(KEY);
    }
    level.refresh = Optional.of(List.copyOf(entries));
  }

  private Optional<WrittenParameters.Refreshed> entry(Node node, String path, Provenance from) {
    Optional<MappingReader> opened =
        MappingReader.open(node, path, "an entry such as {after: 4 years, gpu: vr200}", problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = opened.get();
    Optional<Assumption> after =
        assumptions.measured(
            reader.require("after", "a duration such as 4 years"),
            reader.path("after"),
            AFTER,
            from);
    WrittenParameters hardware = new WrittenParameters(path, reader.location());
    for (LevelKeys family : families) {
      family.read(reader, hardware);
    }
    reader.finish();
    boolean fits = true;
    for (PhaseParameter parameter : hardware.numbers.keySet()) {
      fits &= fits(Refresh.NUMBERS.contains(parameter), parameter.key(), reader);
    }
    for (PhaseWord word : hardware.words.keySet()) {
      fits &= fits(Refresh.WORDS.contains(word), word.key(), reader);
    }
    return after.isEmpty() || !fits || !hardware.broken.isEmpty()
        ? Optional.empty()
        : Optional.of(new WrittenParameters.Refreshed(after.get(), hardware, reader.location()));
  }

  private boolean fits(boolean may, String key, MappingReader reader) {
    if (!may) {
      problems.error(
          reader.locationOf(key),
          reader.path(key),
          "found " + key + " in a refresh",
          "what the new hardware has otherwise: gpu, watts_per_gpu or chip_tdp with"
              + " system_overhead, capex_per_gpu, flops_per_gpu, precision, mfu, compute_life");
    }
    return may;
  }
}
