package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.scenario.PhaseSpec;

/** What is recorded of a scenario's sites beside what it projects there, for people. */
final class RecordedBlocks {
  private static final int MOST_POINTS = 30;

  private final ProjectedScenario scenario;
  private final Projection projection;
  private final SiteRecord record;
  private final Folding folding;
  private final List<Block> blocks;

  RecordedBlocks(
      ProjectedScenario scenario, SiteRecord record, Folding folding, List<Block> blocks) {
    this.scenario = scenario;
    this.projection = scenario.projected().projection();
    this.record = record;
    this.folding = folding;
    this.blocks = blocks;
  }

  /** Adds the newest vintage's points within the horizon; nothing if no site is recorded. */
  void recorded() {
    Set<String> sites = new LinkedHashSet<>();
    for (PhaseSpec phase : scenario.projected().spec().phases()) {
      sites.add(phase.site());
    }
    List<List<Cell>> rows = new ArrayList<>();
    Set<LocalDate> vintages = new LinkedHashSet<>();
    for (String id : sites) {
      Optional<Site> site = record.site(id);
      if (site.isPresent() && site.get().vintage().isPresent()) {
        LocalDate vintage = site.get().vintage().get();
        int before = rows.size();
        for (SiteCapacity point : site.get().points(vintage)) {
          row(id, point).ifPresent(rows::add);
        }
        if (rows.size() > before) {
          vintages.add(vintage);
        }
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "Recorded and projected"));
    blocks.add(
        new Block.Table(
            List.of(
                Block.Column.words("site"),
                Block.Column.words("date"),
                new Block.Column("kind", "", false, 1),
                Block.Column.number("record", "MW"),
                Block.Column.number("projected", "MW"),
                Block.Column.number("error", "%"),
                new Block.Column("IT record", "MW", true, 2),
                new Block.Column("IT projected", "MW", true, 2)),
            folding.shown(rows, MOST_POINTS)));
    int left = folding.left(rows.size(), MOST_POINTS);
    blocks.add(
        new Block.Paragraph(
            (left > 0 ? left + " more dates are not listed; -v lists them. " : "")
                + "Facility power at the record's own dates; backtest scores them. Record: Epoch AI,"
                + " Frontier Data Centers, https://epoch.ai/data/data-centers, CC BY 4.0, "
                + (vintages.size() == 1 ? "vintage " : "vintages ")
                + String.join(", ", vintages.stream().sorted().map(LocalDate::toString).toList())
                + "."));
  }

  private Optional<List<Cell>> row(String site, SiteCapacity point) {
    double instant = Instants.endOf(point.date());
    if (point.facilityMw().isEmpty() || !projection.horizon().contains(instant)) {
      return Optional.empty();
    }
    double recorded = point.facilityMw().getAsDouble();
    double projected = megawatts(site, Basis.FACILITY, instant);
    if (recorded == 0 && projected == 0) {
      return Optional.empty();
    }
    OptionalDouble it = point.itMw();
    return Optional.of(
        List.of(
            Cell.words(site),
            new Cell.Day(point.date()),
            Cell.words(point.kind().id()),
            Cell.number(recorded, Display.MEGAWATT),
            Cell.number(projected, Display.MEGAWATT),
            recorded == 0 ? Cell.EMPTY : Cell.number(projected / recorded - 1, Display.PERCENT),
            it.isEmpty() ? Cell.EMPTY : Cell.number(it.getAsDouble(), Display.MEGAWATT),
            it.isEmpty()
                ? Cell.EMPTY
                : Cell.number(megawatts(site, Basis.IT, instant), Display.MEGAWATT)));
  }

  private double megawatts(String site, Basis basis, double instant) {
    return projection.site(site, basis).at(instant) * Scale.KILO;
  }
}
