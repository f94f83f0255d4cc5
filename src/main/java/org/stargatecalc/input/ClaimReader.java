package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads claims: catalogue ids, or mappings that state one. */
public final class ClaimReader {
  /** A threshold is only compared: one of 1e27 FLOP overflows nothing. */
  private static final Domain THRESHOLD = Domain.ABOVE_ZERO;

  private static final int MOST = 1000;

  /**
   * Texts of a claim that are nothing but the name of a scope, and the power metric that has it.
   */
  private static final Map<String, Metric> SCOPES =
      Map.of(
          "training system", Metric.LARGEST_TRAINING_SYSTEM_GW,
          "site", Metric.LARGEST_SITE_GW,
          "fleet", Metric.FACILITY_POWER_GW);

  private final Catalog catalog;
  private final ValueReader values;
  private final Problems problems;

  ClaimReader(Catalog catalog, ValueReader values, Problems problems) {
    this.catalog = catalog;
    this.values = values;
    this.problems = problems;
  }

  /** Returns the claim that a shipped record states. */
  public static Claim of(ClaimRecord claim) {
    Metric metric = Metric.of(claim.metric()).orElseThrow();
    Basis basis = claim.basis().equals(Basis.IT.id()) ? Basis.IT : Basis.FACILITY;
    try {
      return new Claim(
          claim.id(),
          claim.title(),
          metric,
          basis,
          QuantityParser.parse(claim.atLeast(), metric.unit().dimension())
              / metric.unit().baseUnits(),
          claim.by(),
          claim.scope(),
          claim.statement(),
          claim.provenance());
    } catch (InvalidTextException fault) {
      throw new IllegalStateException("claim " + claim.id(), fault);
    }
  }

  /** Returns the claims that are asked when a scenario names none. */
  List<Claim> defaults() {
    List<Claim> claims = new ArrayList<>();
    for (String id : catalog.defaultValue("claims").value().split(" ")) {
      claims.add(of(catalog.claim(id).orElseThrow()));
    }
    return claims;
  }

  List<Claim> read(Node node) {
    List<Claim> claims = new ArrayList<>();
    if (!(node instanceof Node.Sequence list)) {
      problems.error(
          node.location(), "claims", "found " + node.describe(), "a list of ids or mappings");
      return claims;
    }
    if (problems.areTooMany(list.items().size(), MOST, node.location(), "claims", "claims")) {
      return claims;
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String path = "claims[" + i + "]";
      Optional<Claim> claim =
          item instanceof Node.Mapping mapping ? stated(mapping, path) : byId(item, path);
      if (claim.isPresent() && !ids.add(claim.get().id())) {
        problems.error(
            item.location(),
            path,
            "found the claim '" + claim.get().id() + "' a second time",
            "each claim once");
      }
      if (claim.isPresent()) {
        claims.add(claim.get());
      }
    }
    return claims;
  }

  private Optional<Claim> byId(Node item, String path) {
    Optional<String> id = values.id(item, path);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<ClaimRecord> found = catalog.claim(id.get());
    if (found.isEmpty()) {
      problems.error(
          item.location(),
          path,
          "found the unknown claim '" + id.get() + "'",
          "a catalogue id ('claims' lists them) or a mapping that states a claim",
          problems.nearest(id.get(), catalog.claimIds()));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(of(found.get()));
  }

  private Optional<Claim> stated(Node.Mapping mapping, String path) {
    MappingReader reader = new MappingReader(mapping, path, problems);
    Optional<String> id = values.id(reader.require("id", "an id"), path + ".id");
    String title = optionalText(reader, "title");
    Optional<Metric> metric =
        reader.require("metric", "a metric").flatMap(n -> metric(n, path + ".metric"));
    Optional<Node> basisNode = reader.take("basis");
    Optional<Basis> basis = values.word(basisNode, path + ".basis", Basis.values());
    Optional<Node> atLeastNode = reader.require("at_least", "a threshold with its unit");
    Optional<PartialDate> by = values.date(reader.require("by", "a date"), path + ".by");
    Optional<Node> scopeNode = reader.take("scope");
    String scope = values.text(scopeNode, path + ".scope").orElse("");
    String statement = optionalText(reader, "statement");
    Optional<String> source = values.text(reader.take("source"), path + ".source");
    reader.finish();
    if (basisNode.isPresent() && metric.isPresent() && !metric.get().hasBasis()) {
      problems.error(
          basisNode.get().location(),
          path + ".basis",
          "found a basis for " + metric.get().id(),
          "a basis only for power: " + ids(true));
      return Optional.empty();
    }
    Optional<Metric> other = metric.flatMap(m -> ofAnotherScope(scope, m));
    if (scopeNode.isPresent() && metric.isPresent() && other.isPresent()) {
      problems.error(
          scopeNode.get().location(),
          path + ".scope",
          "found the scope " + scopeNode.get().describe() + " of " + metric.get().id(),
          "the metric that has this scope, "
              + other.get().id()
              + ", or a text on what the claim is about");
      return Optional.empty();
    }
    Optional<Double> atLeast =
        metric.isEmpty() || atLeastNode.isEmpty()
            ? Optional.empty()
            : threshold(atLeastNode.get(), path + ".at_least", metric.get());
    if (id.isEmpty() || metric.isEmpty() || atLeast.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            id.get(),
            title,
            metric.get(),
            basis.orElse(Basis.FACILITY),
            atLeast.get(),
            by.get().last(),
            scope,
            statement,
            new Provenance(source, Optional.empty(), Optional.empty())));
  }

  /**
   * Returns the power metric whose scope a text names, if it is another one than that of the
   * metric, which carries the scope: the text would be passed over.
   */
  private static Optional<Metric> ofAnotherScope(String scope, Metric metric) {
    String word = scope.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    boolean isOfFleet =
        metric != Metric.LARGEST_TRAINING_SYSTEM_GW && metric != Metric.LARGEST_SITE_GW;
    return Optional.ofNullable(SCOPES.get(word))
        .filter(named -> metric.hasBasis() && named != metric)
        .filter(named -> named != Metric.FACILITY_POWER_GW || !isOfFleet);
  }

  private String optionalText(MappingReader reader, String key) {
    return values.text(reader.take(key), reader.path(key)).orElse("");
  }

  private Optional<Metric> metric(Node node, String path) {
    Optional<String> id = values.text(node, path);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Metric> metric = Metric.of(id.get()).filter(Metric::canBeClaimed);
    if (metric.isEmpty()) {
      boolean exists = Metric.of(id.get()).isPresent();
      problems.error(
          node.location(),
          path,
          exists
              ? "found "
                  + id.get()
                  + ", which is not a stock: only what has grown by a date can be claimed"
              : "found the unknown metric " + node.describe(),
          "one of " + ids(false),
          exists ? "" : problems.nearest(id.get(), metricIds()));
    }
    return metric;
  }

  private static String ids(boolean withBasis) {
    return String.join(
        ", ",
        Arrays.stream(Metric.values())
            .filter(m -> withBasis ? m.hasBasis() : m.canBeClaimed())
            .map(Metric::id)
            .toList());
  }

  private static List<String> metricIds() {
    return Arrays.stream(Metric.values()).filter(Metric::canBeClaimed).map(Metric::id).toList();
  }

  /** Reads a threshold; where the metric has a unit, a bare number could mean W as well as GW. */
  private Optional<Double> threshold(Node node, String path, Metric metric) {
    Dimension dimension = metric.unit().dimension();
    double baseUnits = metric.unit().baseUnits();
    if (node instanceof Node.Scalar scalar
        && baseUnits != 1
        && scalar.text().strip().matches("[-+0-9._eE]+")) {
      problems.error(
          node.location(),
          path,
          "found " + node.describe() + " without a unit",
          dimension.noun() + ", such as " + dimension.example());
      return Optional.empty();
    }
    return values.certain(node, path, dimension, THRESHOLD).map(number -> number / baseUnits);
  }
}
