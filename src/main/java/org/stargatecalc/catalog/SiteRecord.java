package org.stargatecalc.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record: sites and their dated power, as shipped or with a user's file laid over it.
 *
 * @param sites by id, in the order of the data
 * @param changes what the user's file changed, one line each with its place
 * @param gone ids that the user's file deleted or renamed, each with the line that says so
 */
public record SiteRecord(Map<String, Site> sites, List<String> changes, Map<String, String> gone) {
  /** Who made the record and under which licence it may be used. */
  public static final String CREDIT =
      "Epoch AI, Frontier Data Centers, https://epoch.ai/data/data-centers, CC BY 4.0"
          + " (https://creativecommons.org/licenses/by/4.0/); stages, notes and announced points"
          + " added";

  /** Copies the collections, keeping their order. */
  public SiteRecord {
    sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
    changes = List.copyOf(changes);
    gone = Collections.unmodifiableMap(new LinkedHashMap<>(gone));
  }

  /** Returns the record of no site. */
  public static SiteRecord empty() {
    return new SiteRecord(Map.of(), List.of(), Map.of());
  }

  /** Returns the site that a scenario calls by an id: the site's own or one of its aliases. */
  public Optional<Site> site(String id) {
    Site site = sites.get(id);
    return site != null
        ? Optional.of(site)
        : sites.values().stream().filter(s -> s.aliases().contains(id)).findFirst();
  }

  /** Returns the site of an id, alias or name; letter case does not matter in a name. */
  public Optional<Site> named(String text) {
    return site(text)
        .or(() -> sites.values().stream().filter(s -> s.name().equalsIgnoreCase(text)).findFirst());
  }

  /** Returns every word by which a site may be called: ids, aliases and names. */
  public List<String> words() {
    List<String> words = new ArrayList<>(sites.keySet());
    for (Site site : sites.values()) {
      words.addAll(site.aliases());
      words.add(site.name());
    }
    return words;
  }

  /** Returns the newest vintage of any site. */
  public LocalDate newestVintage() {
    return sites.values().stream()
        .flatMap(site -> site.vintage().stream())
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  /** Returns the oldest vintage of any point. */
  public LocalDate oldestVintage() {
    return sites.values().stream()
        .flatMap(site -> site.capacity().stream())
        .flatMap(point -> point.vintage().stream())
        .min(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }
}
