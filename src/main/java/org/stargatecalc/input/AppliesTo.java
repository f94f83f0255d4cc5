package org.stargatecalc.input;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/** Reads {@code applies_to}: the phases that a constraint or a risk is about. */
final class AppliesTo {
  /** Phases that all constraints and risks apply to, counted for each anew. */
  private static final int MOST = 1_000_000;

  private final ValueReader values;
  private final Problems problems;

  /** Ids of all phases, as written: also of those that cannot be read. */
  private final Set<String> all;

  /** Ids of phases by their own id and by that of their site. */
  private final Map<String, Set<String>> byId = new LinkedHashMap<>();

  private int applied;

  AppliesTo(Map<String, String> siteByPhase, ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
    this.all = Set.copyOf(siteByPhase.keySet());
    for (Map.Entry<String, String> phase : siteByPhase.entrySet()) {
      add(phase.getKey(), phase.getKey());
      add(phase.getValue(), phase.getKey());
    }
  }

  private void add(String id, String phase) {
    Set<String> phases = byId.get(id);
    if (phases == null) {
      phases = new LinkedHashSet<>();
      byId.put(id, phases);
    }
    phases.add(phase);
  }

  /** Returns the site of every phase that is written, whatever is wrong with the phase. */
  static Map<String, String> sites(Optional<Node> phasesNode, WrittenParameters top, String name) {
    Map<String, String> sites = new LinkedHashMap<>();
    if (phasesNode.isPresent() && phasesNode.get() instanceof Node.Mapping mapping) {
      for (Node.Entry phase : mapping.entries().values()) {
        if (!NamedReader.isNothing(phase.value())) {
          sites.put(phase.key(), siteOf(phase, top));
        }
      }
    } else {
      sites.put(name, SitesAndPhases.site(name, top, top));
    }
    return sites;
  }

  private static String siteOf(Node.Entry phase, WrittenParameters top) {
    String inherited = SitesAndPhases.site(phase.key(), top, top);
    String key = PhaseWord.SITE.key();
    Node site = phase.value() instanceof Node.Mapping mapping ? YamlTree.child(mapping, key) : null;
    if (site instanceof Node.Mapping provenance) {
      site = YamlTree.child(provenance, "value");
    }
    return site instanceof Node.Scalar scalar ? scalar.text() : inherited;
  }

  /** Returns ids of the phases that a constraint or risk names, all if it names none. */
  Set<String> read(MappingReader reader, String path) {
    Optional<Node> node = reader.take("applies_to");
    if (node.isEmpty()) {
      return counted(all, reader, path);
    }
    Set<String> phaseIds = new LinkedHashSet<>();
    Set<String> wanted = new LinkedHashSet<>();
    if (!(node.get() instanceof Node.Sequence list)) {
      problems.error(
          node.get().location(),
          path + ".applies_to",
          "found " + node.get().describe(),
          "a list of site or phase ids");
      return phaseIds;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String itemPath = path + ".applies_to[" + i + "]";
      Optional<String> id = values.id(item, itemPath);
      if (id.isPresent() && !byId.containsKey(id.get())) {
        problems.error(
            item.location(),
            itemPath,
            "found the unknown id '" + id.get() + "'",
            "a site or phase of this scenario",
            problems.nearest(id.get(), byId.keySet()));
      }
      id.filter(wanted::add).ifPresent(one -> phaseIds.addAll(byId.getOrDefault(one, Set.of())));
    }
    return counted(phaseIds, reader, path);
  }

  /** Returns phases that something applies to, none of them if that are too many in all. */
  private Set<String> counted(Set<String> phaseIds, MappingReader reader, String path) {
    applied += phaseIds.size();
    if (applied <= MOST) {
      return phaseIds;
    }
    problems.error(
        reader.location(),
        path,
        "found more than " + MOST + " phases that constraints and risks apply to",
        "fewer constraints and risks, or fewer phases in applies_to");
    return Set.of();
  }
}
