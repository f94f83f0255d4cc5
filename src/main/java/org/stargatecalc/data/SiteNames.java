package org.stargatecalc.data;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;

/** Finds the site of a record that a table calls by a name, and makes ids of names. */
final class SiteNames {
  private final Map<String, Site> bySlug = new HashMap<>();

  /** Learns the names, ids and aliases of a record; a name counts before an alias. */
  SiteNames(SiteRecord record) {
    for (Site site : record.sites().values()) {
      site.aliases().forEach(alias -> bySlug.putIfAbsent(alias, site));
    }
    record.sites().values().forEach(site -> bySlug.put(site.id(), site));
    record.sites().values().forEach(site -> bySlug.put(slug(site.name()), site));
  }

  /** Returns the site of a name, whatever its letter case and punctuation. */
  Optional<Site> find(String name) {
    return Optional.ofNullable(bySlug.get(slug(name)));
  }

  /** Returns an id made of a name, such as {@code google-pryor-north} of Google Pryor (North). */
  static String slug(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String id = words.replaceAll("^-+|-+$", "");
    return id.isEmpty() || !Character.isLetter(id.charAt(0)) ? "site-" + id : id;
  }
}
