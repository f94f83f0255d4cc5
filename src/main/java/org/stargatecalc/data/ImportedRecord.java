package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;

/**
 * One vintage of many sites, ready to be laid over a record.
 *
 * @param vintage the day on which the tables said so
 * @param sites what they say, each with the points of this vintage alone
 */
public record ImportedRecord(LocalDate vintage, List<Site> sites) {
  /** How Epoch AI is named as the source of its sites. */
  static final String SOURCE = "Epoch AI Frontier Data Centers, CC BY 4.0";

  private static final int MOST_NAMED = 10;

  /** Copies the list. */
  public ImportedRecord {
    sites = List.copyOf(sites);
  }

  /** Makes a site of what was read, with what the record knew of it and the tables do not say. */
  static Site site(
      ImportedSite read,
      String id,
      Optional<Site> old,
      LocalDate vintage,
      List<SiteCapacity> points) {
    List<SiteChips> chips = new ArrayList<>();
    for (SiteChips c : read.chips) {
      chips.add(new SiteChips(vintage, c.date(), c.type(), c.count(), c.known()));
    }
    boolean runs =
        points.stream().anyMatch(p -> !p.date().isAfter(vintage) && p.facilityMw().orElse(0) > 0);
    String stage = runs ? "operational" : points.size() > 1 ? "under_construction" : "planned";
    return new Site(
        id,
        old.map(Site::aliases).orElse(List.of()),
        old.map(Site::name).orElse(read.name),
        or(read.owner, old.map(Site::owner)),
        or(read.users, old.map(Site::users)),
        or(read.chipTypes, old.map(Site::chipTypes)),
        or(read.country, old.map(Site::country)),
        Optional.of(vintage),
        points.isEmpty() ? old.map(Site::stage).orElse(stage) : stage,
        false,
        points.isEmpty() ? old.map(Site::note).orElse("") : "as imported",
        points.isEmpty()
            ? old.map(Site::provenance).orElse(Provenance.NONE)
            : Provenance.of(SOURCE, runs ? Confidence.MEDIUM : Confidence.LOW, vintage.toString()),
        points,
        Site.Origin.OVERLAY,
        chips);
  }

  private static String or(String read, Optional<String> known) {
    return read.isEmpty() ? known.orElse("") : read;
  }

  /**
   * Lays it over a record: older vintages and announcements stay, this one and newer ones give way
   * to it.
   *
   * @param file what the change is said to come from
   */
  public SiteRecord over(SiteRecord base, String file) {
    Map<String, Site> all = new LinkedHashMap<>(base.sites());
    for (Site site : sites) {
      Site old = all.get(site.id());
      all.put(site.id(), old == null ? site : joined(old, site));
    }
    List<String> changes = new ArrayList<>(base.changes());
    changes.add(file + ": " + summary(base));
    return new SiteRecord(all, changes, base.gone());
  }

  private static Site joined(Site old, Site site) {
    LocalDate vintage = site.vintage().orElseThrow();
    List<SiteCapacity> points = new ArrayList<>();
    for (SiteCapacity point : old.capacity()) {
      if (site.capacity().isEmpty()
          || point.vintage().isEmpty()
          || point.vintage().get().isBefore(vintage)) {
        points.add(point);
      }
    }
    points.addAll(old.happenedBefore(site.capacity(), vintage));
    points.addAll(site.capacity());
    return new Site(
        site.id(),
        site.aliases(),
        site.name(),
        site.owner(),
        site.users(),
        site.chipTypes(),
        site.country(),
        site.capacity().isEmpty() ? old.vintage() : site.vintage(),
        site.stage(),
        old.superseded(),
        site.note(),
        site.provenance(),
        points,
        Site.Origin.OVERLAY,
        site.chips());
  }

  /** Says what it does to a record: which sites it adds, and where it replaces newer figures. */
  public String summary(SiteRecord base) {
    List<String> added = new ArrayList<>();
    int newer = 0;
    int changed = 0;
    for (Site site : sites) {
      Site old = base.sites().get(site.id());
      if (old == null) {
        added.add(site.id());
      } else {
        changed++;
        boolean replaces =
            !site.capacity().isEmpty()
                && old.vintage().map(v -> !v.isBefore(vintage)).orElse(false);
        newer += replaces ? 1 : 0;
      }
    }
    StringBuilder text = new StringBuilder();
    text.append("vintage ").append(vintage).append(" at ").append(changed);
    text.append(changed == 1 ? " known site" : " known sites");
    if (newer > 0) {
      text.append(", replacing this vintage or a newer one at ").append(newer);
    } else if (changed > 0) {
      text.append(", added to older vintages");
    }
    text.append(added.isEmpty() ? "; no new site" : "; new: ");
    text.append(String.join(", ", added.subList(0, Math.min(MOST_NAMED, added.size()))));
    if (added.size() > MOST_NAMED) {
      text.append(" and ").append(added.size() - MOST_NAMED).append(" more");
    }
    return text.toString();
  }
}
