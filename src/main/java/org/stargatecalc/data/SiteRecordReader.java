package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.input.ValueReader;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
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
 * another id, {@code capacity} replaces the points of its newest vintage, or with {@code points:
 * add} stands beside older vintages; an id that the record does not have is a new site if it has a
 * {@code name} and {@code capacity}.
 */
public final class SiteRecordReader {
  /** Changes that are listed one by one; more are counted. */
  private static final int MOST_LISTED = 10;

  private final SiteRecord base;
  private final ValueReader values;
  private final Problems problems;
  private final Map<String, Site> sites;
  private final List<String> changes;
  private final Map<String, String> gone;
  private final SitePointReader points;
  private final List<String> changed;
  private final List<String> added;
  private Points mode = Points.REPLACE;

  private SiteRecordReader(SiteRecord base, Problems problems) {
    this.base = base;
    this.problems = problems;
    values = new ValueReader(problems);
    points = new SitePointReader(values, problems);
    changed = new ArrayList<>();
    added = new ArrayList<>();
    sites = new LinkedHashMap<>(base.sites());
    changes = new ArrayList<>(base.changes());
    gone = new LinkedHashMap<>(base.gone());
  }

  /** What points of a vintage do to those that a site has. */
  private enum Points implements Worded {
    /** The newest vintage gives way to them. */
    REPLACE,
    /** Older vintages stay; the same one and newer ones give way. */
    ADD
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
    mode = values.word(top.take("points"), "points", Points.values()).orElse(Points.REPLACE);
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
    sayChanges(tree.location().file());
    return problems.isEmpty()
        ? Optional.of(new SiteRecord(sites, changes, gone))
        : Optional.empty();
  }

  private void sayChanges(String file) {
    if (changed.size() + added.size() <= MOST_LISTED) {
      changes.addAll(changed);
      changes.addAll(added);
      return;
    }
    changes.add(
        file
            + ": "
            + (mode == Points.ADD ? "adds a vintage to " : "changes ")
            + changed.size()
            + " sites and adds "
            + added.size()
            + " new ones");
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
    Optional<String> rename = values.id(reader.take("rename"), path + ".rename");
    if (old.isEmpty()
        && (rename.isPresent() || mapping.get("name") == null || mapping.get("capacity") == null)) {
      unknown(entry, path, "a site of the record, or a new site with name and capacity");
      return;
    }
    Site known = old.orElseGet(() -> blank(entry.key()));
    String id = rename.orElse(entry.key());
    Optional<LocalDate> asOf =
        values.date(reader.take("as_of"), path + ".as_of").map(PartialDate::last);
    LocalDate vintage = asOf.or(known::vintage).orElse(base.newestVintage());
    Optional<List<SiteCapacity>> capacity =
        reader.take("capacity").map(n -> points.capacity(n, path + ".capacity", vintage));
    Optional<List<SiteChips>> chips =
        reader.take("chips").map(n -> points.chips(n, path + ".chips", vintage));
    Optional<Stage> stage = values.word(reader.take("stage"), path + ".stage", Stage.values());
    Optional<Confidence> confidence =
        values.word(reader.take("confidence"), path + ".confidence", Confidence.values());
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
            capacity.map(read -> replaced(known, vintage, read)).orElse(known.capacity()),
            Site.Origin.OVERLAY,
            chips.orElse(known.chips()));
    reader.finish();
    put(entry, path, old, changed);
  }

  private void put(Node.Entry entry, String path, Optional<Site> old, Site site) {
    boolean renamed = !site.id().equals(entry.key());
    if (renamed && base.sites().containsKey(site.id())) {
      problems.error(
          entry.keyLocation(),
          path + ".rename",
          "found '" + site.id() + "', which another site has",
          "an id of its own");
      return;
    }
    Map<String, Site> ordered = new LinkedHashMap<>();
    sites.forEach((id, s) -> ordered.put(id.equals(entry.key()) ? site.id() : id, s));
    ordered.put(site.id(), site);
    sites.clear();
    sites.putAll(ordered);
    if (renamed) {
      leaves(entry, path, entry.key(), "renames it to " + site.id());
    } else {
      String what = old.isEmpty() ? "adds " + site.name() : "changes " + site.name();
      (old.isEmpty() ? added : changed)
          .add(new Problem(entry.keyLocation(), path, what, "", "").message());
    }
  }

  private Optional<String> text(MappingReader reader, String key, String path) {
    return values.text(reader.take(key), path + "." + key);
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
        Site.Origin.OVERLAY,
        List.of());
  }

  /** The newest vintage, or the same and newer ones, give way; announcements stay. */
  private List<SiteCapacity> replaced(Site known, LocalDate vintage, List<SiteCapacity> read) {
    List<SiteCapacity> all = new ArrayList<>();
    for (SiteCapacity point : known.capacity()) {
      boolean gives =
          point.vintage().isPresent()
              && ((mode == Points.REPLACE && point.vintage().equals(known.vintage()))
                  || !point.vintage().get().isBefore(vintage));
      if (!gives) {
        all.add(point);
      }
    }
    if (mode == Points.ADD) {
      all.addAll(known.happenedBefore(read, vintage));
    }
    all.addAll(read);
    return all;
  }
}
