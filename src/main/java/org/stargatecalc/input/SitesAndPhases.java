package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads {@code sites} and {@code phases}; a file without phases is itself one phase. */
final class SitesAndPhases {
  private final LevelReader levels;
  private final NamedReader named;
  private final PhaseReader phases;
  private final UsualCheck usual;
  private final PhaseMemory memory;
  private final Problems problems;

  SitesAndPhases(
      LevelReader levels,
      NamedReader named,
      PhaseReader phases,
      UsualCheck usual,
      PhaseMemory memory,
      Problems problems) {
    this.levels = levels;
    this.named = named;
    this.phases = phases;
    this.usual = usual;
    this.memory = memory;
    this.problems = problems;
  }

  /**
   * Reads the phases that can be read.
   *
   * @param name of the scenario, and of its phase if it has no {@code phases}
   * @param top what is written at the top
   */
  List<PhaseSpec> read(
      Optional<Node> sitesNode, Optional<Node> phasesNode, String name, WrittenParameters top) {
    Map<String, WrittenParameters> sites = read(sitesNode, "sites", "site");
    Map<String, WrittenParameters> stated = read(phasesNode, "phases", "phase");
    List<PhaseSpec> specs = new ArrayList<>();
    Set<String> used = new HashSet<>();
    if (phasesNode.isEmpty()) {
      String site = site(name, top, top);
      used.add(site);
      specs.addAll(phases.read(name, site, chain(List.of(top), sites.get(site))));
    } else if (phasesNode.get() instanceof Node.Mapping mapping && isEmpty(mapping)) {
      problems.error(mapping.location(), "phases", "found no phase", "at least one phase");
    }
    for (Map.Entry<String, WrittenParameters> entry : stated.entrySet()) {
      WrittenParameters level = entry.getValue();
      String site = site(entry.getKey(), level, top);
      used.add(site);
      WrittenParameters atSite = sites.get(site);
      List<PhaseSpec> made = memory.phases(level, atSite);
      if (made == null) {
        made = phases.read(entry.getKey(), site, chain(List.of(level, top), atSite));
        memory.keep(level, atSite, made);
      }
      specs.addAll(made);
    }
    checkCovers(specs, stated, top);
    warnOfUnused(sites, used);
    return specs;
  }

  /** A hedge stands in for another phase that is built for itself. */
  private void checkCovers(
      List<PhaseSpec> specs, Map<String, WrittenParameters> stated, WrittenParameters top) {
    for (PhaseSpec spec : specs) {
      if (!(spec.plan() instanceof Plan.Covering covering)) {
        continue;
      }
      WrittenParameters level = stated.getOrDefault(spec.id(), top);
      Optional<PhaseSpec> covered =
          specs.stream().filter(other -> other.id().equals(covering.phase())).findFirst();
      String why =
          covering.phase().equals(spec.id())
              ? "found itself"
              : !stated.containsKey(covering.phase())
                  ? "found the unknown phase '" + covering.phase() + "'"
                  : covered.isPresent() && covered.get().plan() instanceof Plan.Covering
                      ? "found " + covering.phase() + ", which covers another phase"
                      : covered.isPresent() && covered.get().ownership() == Ownership.OFFTAKE
                          ? "found " + covering.phase() + ", which is rented itself"
                          : "";
      if (!why.isEmpty()) {
        problems.error(
            level.plan.map(WrittenParameters.PlanAtLevel::location).orElse(level.location),
            level.path.isEmpty() ? "covers" : level.path + ".covers",
            why,
            "another phase of this scenario that is owned or in a leased shell");
      }
    }
  }

  private Map<String, WrittenParameters> read(Optional<Node> node, String key, String what) {
    Map<String, WrittenParameters> read = new LinkedHashMap<>();
    if (node.isPresent()) {
      named.read(
          node.get(),
          key,
          what,
          "the parameters of a " + what,
          (id, path, reader) -> {
            PhaseMemory.Level level = memory.level(path, reader.node());
            if (level == null) {
              level = level(path, reader);
              memory.keep(path, level);
            }
            usual.note(level.farthest());
            read.put(id, level.written());
          });
    }
    return read;
  }

  private PhaseMemory.Level level(String path, MappingReader reader) {
    Optional<UsualCheck.Farthest> before = usual.begin();
    WrittenParameters written = levels.read(reader, path);
    LevelReader.finish(reader, written);
    return new PhaseMemory.Level(reader.node(), written, usual.end(before));
  }

  private static boolean isEmpty(Node.Mapping phases) {
    for (Node.Entry phase : phases.entries().values()) {
      if (!NamedReader.isNothing(phase.value())) {
        return false;
      }
    }
    return true;
  }

  /** Puts a site behind the nearest of some levels. */
  private static PhaseAssembly.Levels chain(
      List<WrittenParameters> stated, @Nullable WrittenParameters site) {
    List<WrittenParameters> levels = new ArrayList<>(stated);
    List<Origin> origins = new ArrayList<>(List.of(Origin.GIVEN));
    if (site != null) {
      levels.add(1, site);
      origins.add(Origin.SITE);
    }
    if (stated.size() > 1) {
      origins.add(Origin.SCENARIO);
    }
    return new PhaseAssembly.Levels(levels, origins);
  }

  private void warnOfUnused(Map<String, WrittenParameters> sites, Set<String> used) {
    for (Map.Entry<String, WrittenParameters> site : sites.entrySet()) {
      if (!used.contains(site.getKey())) {
        WrittenParameters level = site.getValue();
        problems.warning(level.location, level.path, "no phase is at this site");
      }
    }
  }

  /** Returns the site that a phase names, else the scenario, else the phase's own id. */
  static String site(String phase, WrittenParameters level, WrittenParameters top) {
    for (WrittenParameters at : List.of(level, top)) {
      WrittenParameters.Word site = at.words.get(PhaseWord.SITE);
      if (site != null) {
        return (String) site.constant();
      }
    }
    return phase;
  }
}
