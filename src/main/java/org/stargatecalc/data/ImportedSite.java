package org.stargatecalc.data;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.tree.Location;

/** What imported tables say of one site. */
final class ImportedSite {
  final String name;
  final Location first;
  final List<Dated> points = new ArrayList<>();
  final List<SiteChips> chips = new ArrayList<>();
  String owner = "";
  String users = "";
  String chipTypes = "";
  String country = "";

  /** Creates a site of which a row speaks for the first time. */
  ImportedSite(String name, Location first) {
    this.name = name;
    this.first = first;
  }

  /**
   * A point with the row that it was read from.
   *
   * @param capacity the point
   * @param location the row
   */
  record Dated(SiteCapacity capacity, Location location) {}
}
