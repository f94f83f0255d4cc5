package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/**
 * The words that a scenario gives a meaning to: paths, ids of phases and claims.
 *
 * <p>Its file need not be right: what of it can be read is enough.
 */
final class ScenarioWords {
  private final Catalog catalog;
  private final Optional<Node.Mapping> tree;

  private ScenarioWords(Catalog catalog, Optional<Node.Mapping> tree) {
    this.catalog = catalog;
    this.tree = tree;
  }

  /** Reads the first of some names that is a plain file, and what it extends. */
  static ScenarioWords of(List<String> names, Session session) {
    for (String name : names) {
      if (new java.io.File(name).isFile()) {
        ScenarioLoader loader = new ScenarioLoader(session.catalog(), session.files());
        return new ScenarioWords(
            session.catalog(),
            loader.open(name, ScenarioLoader.Changes.NONE, new Problems()).map(OpenScenario::tree));
      }
    }
    return new ScenarioWords(session.catalog(), Optional.empty());
  }

  static Candidates metrics() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      meanings.put(metric.id(), metric.label());
    }
    return Candidates.of(meanings);
  }

  /** Returns the claims of the scenario, all known ones if none was read. */
  Candidates claims() {
    Map<String, String> meanings = new LinkedHashMap<>();
    Node claims = at(List.of("claims"));
    if (claims instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        Node id = item instanceof Node.Mapping mapping ? YamlTree.child(mapping, "id") : item;
        if (id instanceof Node.Scalar scalar) {
          meanings.put(scalar.text(), title(scalar.text(), item));
        }
      }
    }
    return meanings.isEmpty() ? shippedClaims(catalog) : Candidates.of(meanings);
  }

  private String title(String id, Node claim) {
    Node own = claim instanceof Node.Mapping mapping ? YamlTree.child(mapping, "title") : null;
    return own instanceof Node.Scalar scalar
        ? scalar.text()
        : catalog.claim(id).map(ClaimRecord::title).orElse("");
  }

  static Candidates shippedClaims(Catalog catalog) {
    Map<String, String> meanings = new LinkedHashMap<>();
    catalog.claims().forEach((id, claim) -> meanings.put(id, claim.title()));
    return Candidates.of(meanings);
  }

  Candidates phases() {
    return Candidates.of(keys(at(List.of("phases"))));
  }

  /**
   * Returns the paths that go on from what is typed by one step: what the file has there, and what
   * it could have.
   *
   * @param end what follows a path that leads to a value
   */
  Candidates paths(String typed, String end) {
    String before = typed.substring(0, typed.lastIndexOf('.') + 1);
    List<String> place =
        before.isEmpty()
            ? List.of()
            : List.of(before.substring(0, before.length() - 1).split("\\."));
    Map<String, String> found = new LinkedHashMap<>();
    int last = place.size() - 1;
    if (isLevel(place)) {
      parameters("", end, found);
      for (PhaseWord word : PhaseWord.all()) {
        found.put(word.key() + end, word.meaning());
      }
    } else if (isLevel(place.subList(0, last))) {
      parameters(place.get(last) + ".", end, found);
    }
    if (place.isEmpty()) {
      for (ScenarioParameter parameter : ScenarioParameter.values()) {
        found.put(parameter.key() + end, parameter.meaning());
      }
    }
    Node here = at(place);
    for (String key : keys(here)) {
      Node value = here instanceof Node.Mapping mapping ? YamlTree.child(mapping, key) : null;
      boolean leads = value instanceof Node.Mapping mapping && mapping.get("value") == null;
      found.putIfAbsent(key + (leads ? "." : end), "");
    }
    return Candidates.of(found).between(before, "");
  }

  /** Adds the parameters whose keys begin with a text, without it. */
  private static void parameters(String begin, String end, Map<String, String> found) {
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (parameter.key().startsWith(begin)) {
        found.put(parameter.key().substring(begin.length()) + end, parameter.meaning());
      }
    }
  }

  /** Whether parameters of phases may stand at a place: at the top, at a site or at a phase. */
  private static boolean isLevel(List<String> place) {
    return place.isEmpty()
        || place.equals(List.of("**"))
        || (place.size() == 2 && List.of("sites", "phases").contains(place.get(0)));
  }

  /** Returns the words that the value of a path may be. */
  Candidates values(String path) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    for (PhaseWord word : PhaseWord.all()) {
      if (word.key().equals(key)) {
        return switch (word.kind()) {
          case ACCELERATOR -> chips();
          case ID ->
              word == PhaseWord.SITE ? Candidates.of(keys(at(List.of("sites")))) : Candidates.NONE;
          case CLOSED -> Candidates.of(word.words());
        };
      }
    }
    return Candidates.NONE;
  }

  private Candidates chips() {
    return Candidates.of(catalog.acceleratorIds())
        .and(Candidates.of(keys(at(List.of("accelerators")))));
  }

  /** Returns what is at a place; any id stands for all where a star does. */
  private @Nullable Node at(List<String> place) {
    @Nullable Node node = tree.orElse(null);
    for (String step : place) {
      if (!(node instanceof Node.Mapping mapping)) {
        return null;
      }
      boolean any = step.equals("*") && !mapping.entries().isEmpty();
      node = YamlTree.child(mapping, any ? mapping.keys().get(0) : step);
    }
    return node;
  }

  /** Returns the keys of a mapping that a path can name as they are. */
  private static Collection<String> keys(@Nullable Node node) {
    List<String> keys = new ArrayList<>();
    if (node instanceof Node.Mapping mapping) {
      for (String key : mapping.keys()) {
        if (key.matches("[\\w-]+")) {
          keys.add(key);
        }
      }
    }
    return keys;
  }
}
