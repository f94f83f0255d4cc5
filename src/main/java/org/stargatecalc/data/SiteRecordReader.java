package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.input.ValueReader;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;
import org.stargatecalc.word.Worded;

/**
 * Lays a user's file over the record of sites.
 *
 * <p>{@code sites} maps ids to what changes. {@code null} deletes a site, {@code rename} gives it
 * another id, {@code capacity} replaces the points of its newest vintage; an id that the record
 * does not have is a new site if it has a {@code name} and {@code capacity}.
 */
public final class SiteRecordReader {

  private final SiteRecord base;
  private final ValueReader values;
  private final Problems problems;
  private final Map<String, Site> sites;
  private final List<String> changes;
  private final Map<String, String> gone;

  private SiteRecordReader(SiteRecord base, Problems problems) {
    this.base = base;
    this.problems = problems;
    values = new ValueReader(problems);
    sites = new LinkedHashMap<>(base.sites());
    changes = new ArrayList<>(base.changes());
    gone = new LinkedHashMap<>(base.gone());
  }

  /** A site's stage of construction. */
  private enum Stage implements Worded {
    OPERATIONAL,
    UNDER_CONSTRUCTION,
    PLANNED;
  }

  /**
   * Reads a file and lays it over a record.
   *
   * @param base the record below
   * @param file the file's name, for messages
   * @param bytes its bytes
   * @param problems receives everything that is wrong; deletions and renamings are warned of
   * @return the changed record, empty if anything is wrong
   */
  public static Optional<SiteRecord> overlay(
      SiteRecord base, String file, byte[] bytes, Problems problems) {
    Optional<Node.Mapping> tree = YamlTree.read(file, bytes, problems);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    return new SiteRecordReader(base, problems).read(tree.get());
  }

  private Optional<SiteRecord> read(Node.Mapping tree) {
    MappingReader top = new MappingReader(tree, "", problems);
    Optional<Node> list = top.take("sites");
    top.finish();
    if (list.isEmpty()) {
      if (problems.isEmpty()) {
        problems.error(tree.location(), "", "found no key 'sites'", "sites: a map from site ids");
      }
      return Optional.empty();
    }
    if (list.get() instanceof Node.Mapping mapping) {
      mapping.entries().values().forEach(this::entry);
    } else {
      problems.error(
          list.get().location(), "sites", "found " + list.get().describe(), "a map from site ids");
    }
    return problems.isEmpty()
        ? Optional.of(new SiteRecord(sites, changes, gone))
        : Optional.empty();
  }

  private void entry(Node.Entry entry) {
    String id = entry.key();
    String path = "sites." + id;
    if (!values.isId(id, entry.keyLocation(), path)) {
      return;
    }
    Optional<Site> old = Optional.ofNullable(base.sites().get(id));
    if (entry.value() instanceof Node.Scalar scalar && scalar.isNull()) {
      if (old.isEmpty()) {
        unknown(entry, path, "a site of the record, which alone can be deleted");
      } else {
        sites.remove(id);
        leaves(entry, path, id, "deletes " + old.get().name());
      }
    } else if (entry.value() instanceof Node.Mapping mapping) {
      site(entry, mapping, path, old);
    } else {
      problems.error(
          entry.value().location(),
          path,
          "found " + entry.value().describe(),
          "a mapping, or null to delete the site");
    }
  }

  private void unknown(Node.Entry entry, String path, String expected) {
    problems.error(
        entry.keyLocation(),
        path,
        "found the unknown site '" + entry.key() + "'",
        expected,
        problems.nearest(entry.key(), base.sites().keySet()));
  }

  private void leaves(Node.Entry entry, String path, String id, String what) {
    Problem said = new Problem(entry.keyLocation(), path, what, "", "");
    problems.warning(entry.keyLocation(), path, what);
    changes.add(said.message());
    gone.put(id, said.message());
  }

  private void site(Node.Entry entry, Node.Mapping mapping, String path, Optional<Site> old) {
    MappingReader reader = new MappingReader(mapping, path, problems);
    Optional<String> rename = reader.take("rename").flatMap(n -> values.id(n, path + ".rename"));
    if (old.isEmpty()
        && (rename.isPresent() || mapping.get("name") == null || mapping.get("capacity") == null)) {
      unknown(entry, path, "a site of the record, or a new site with name and capacity");
      return;
    }
    Site known = old.orElseGet(() -> blank(entry.key()));
    String id = rename.orElse(entry.key());
    Optional<LocalDate> asOf =
        reader.take("as_of").flatMap(n -> values.date(n, path + ".as_of")).map(PartialDate::last);
    LocalDate vintage = asOf.or(known::vintage).orElse(base.newestVintage());
    Optional<List<SiteCapacity>> capacity =
        reader.take("capacity").map(n -> capacity(n, path + ".capacity", vintage));
    Optional<Stage> stage =
        reader
            .take("stage")
            .flatMap(n -> values.word(n, path + ".stage", Stage.values(), Stage::id));
    Optional<Confidence> confidence =
        reader
            .take("confidence")
            .flatMap(
                n -> values.word(n, path + ".confidence", Confidence.values(), Confidence::id));
    Site changed =
        new Site(
            id,
            text(reader, "aliases", path)
                .map(t -> Arrays.asList(t.split(" ")))
                .orElse(known.aliases()),
            text(reader, "name", path).orElse(known.name()),
            text(reader, "owner", path).orElse(known.owner()),
            text(reader, "users", path).orElse(known.users()),
            text(reader, "chip_types", path).orElse(known.chipTypes()),
            text(reader, "country", path).orElse(known.country()),
            Optional.of(vintage),
            stage.map(Stage::id).orElse(known.stage()),
            known.superseded(),
            text(reader, "note", path).orElse(known.note()),
            new Provenance(
                text(reader, "source", path).or(() -> Optional.of(entry.keyLocation().toString())),
                confidence.or(() -> known.provenance().confidence()),
                Optional.of(vintage.toString())),
            capacity.map(points -> replaced(known, vintage, points)).orElse(known.capacity()),
            Site.Origin.OVERLAY);
    reader.finish();
    put(entry, path, old, changed);
  }

  private void put(Node.Entry entry, String path, Optional<Site> old, Site changed) {
    boolean renamed = !changed.id().equals(entry.key());
    if (renamed && base.sites().containsKey(changed.id())) {
      problems.error(
          entry.keyLocation(),
          path + ".rename",
          "found '" + changed.id() + "', which another site has",
          "an id of its own");
      return;
    }
    Map<String, Site> ordered = new LinkedHashMap<>();
    sites.forEach((id, s) -> ordered.put(id.equals(entry.key()) ? changed.id() : id, s));
    ordered.put(changed.id(), changed);
    sites.clear();
    sites.putAll(ordered);
    if (renamed) {
      leaves(entry, path, entry.key(), "renames it to " + changed.id());
    } else {
      String what = old.isEmpty() ? "adds " + changed.name() : "changes " + changed.name();
      changes.add(new Problem(entry.keyLocation(), path, what, "", "").message());
    }
  }

  private Optional<String> text(MappingReader reader, String key, String path) {
    return reader.take(key).flatMap(node -> values.text(node, path + "." + key));
  }

  private static Site blank(String id) {
    return new Site(
        id,
        List.of(),
        id,
        "",
        "",
        "",
        "",
        Optional.empty(),
        Stage.PLANNED.id(),
        false,
        "",
        Provenance.NONE,
        List.of(),
        Site.Origin.OVERLAY);
  }

  /** The newest vintage gives way; older ones and announcements stay what they were. */
  private static List<SiteCapacity> replaced(
      Site known, LocalDate vintage, List<SiteCapacity> points) {
    List<SiteCapacity> all = new ArrayList<>();
    for (SiteCapacity point : known.capacity()) {
      boolean gives =
          point.vintage().isPresent()
              && (point.vintage().equals(known.vintage())
                  || !point.vintage().get().isBefore(vintage));
      if (!gives) {
        all.add(point);
      }
    }
    all.addAll(points);
    return all;
  }

  private List<SiteCapacity> capacity(Node node, String path, LocalDate vintage) {
    List<SiteCapacity> points = new ArrayList<>();
    if (!(node instanceof Node.Sequence list)) {
      problems.error(node.location(), path, "found " + node.describe(), "a list of dated points");
      return points;
    }
    Set<LocalDate> dates = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String at = path + "[" + i + "]";
      point(item, at, vintage)
          .ifPresent(
              point -> {
                boolean announced = point.kind() == SiteCapacity.Kind.ANNOUNCED;
                if (!announced && !dates.add(point.date())) {
                  problems.error(
                      item.location(),
                      at,
                      "found " + point.date() + " a second time",
                      "each date once");
                }
                points.add(point);
              });
    }
    return points;
  }

  private Optional<SiteCapacity> point(Node item, String path, LocalDate vintage) {
    Optional<MappingReader> opened =
        MappingReader.open(item, path, "a mapping with date and power", problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = opened.get();
    Optional<LocalDate> date =
        reader
            .require("date", "a date such as 2026-11-01")
            .flatMap(n -> values.date(n, path + ".date"))
            .map(PartialDate::last);
    OptionalDouble it = number(reader, "it_power", path, Dimension.POWER, Scale.MEGA);
    OptionalDouble facility = number(reader, "facility_power", path, Dimension.POWER, Scale.MEGA);
    OptionalDouble h100e = number(reader, "h100_equivalents", path, Dimension.COUNT, 1);
    OptionalDouble capex = number(reader, "capex", path, Dimension.MONEY, Scale.GIGA);
    SiteCapacity.Kind kind =
        reader
            .take("kind")
            .flatMap(
                n ->
                    values.word(
                        n, path + ".kind", SiteCapacity.Kind.values(), SiteCapacity.Kind::id))
            .orElse(SiteCapacity.Kind.ESTIMATED);
    if (!reader.has("it_power") && !reader.has("facility_power")) {
      problems.error(
          item.location(),
          path,
          "found no power",
          "facility_power, it_power or both, such as 1 GW");
    }
    reader.finish();
    Optional<LocalDate> of =
        kind == SiteCapacity.Kind.ANNOUNCED ? Optional.empty() : Optional.of(vintage);
    return date.map(d -> new SiteCapacity(of, d, it, facility, h100e, capex, kind));
  }

  private OptionalDouble number(
      MappingReader reader, String key, String path, Dimension dimension, double perUnit) {
    Optional<Node> node = reader.take(key);
    if (node.isEmpty()) {
      return OptionalDouble.empty();
    }
    String at = path + "." + key;
    return values.number(node.get(), at, dimension, Domain.NOT_NEGATIVE, 1).stream()
        .filter(
            value -> {
              if (!value.isCertain()) {
                problems.error(
                    node.get().location(), at, "found " + node.get().describe(), "one number");
              }
              return value.isCertain();
            })
        .mapToDouble(value -> value.median() / perUnit)
        .findFirst();
  }
}
