package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.backtest.RecordChange;
import org.stargatecalc.analysis.backtest.RecordedFleet;
import org.stargatecalc.analysis.check.Checked;
import org.stargatecalc.analysis.check.Coverage;
import org.stargatecalc.analysis.check.Freshness;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Places;
import org.stargatecalc.tree.Problem;

/**
 * How old the values of scenarios may be.
 *
 * @param days before the scenario's own date
 * @param records a newer record, which may have other figures of the sites of a scenario
 */
record FreshValues(double days, SiteRecords records) {
  static final List<Option> OPTIONS = List.of(Option.FRESH, Option.RECORD);

  static Optional<FreshValues> of(Arguments arguments) throws UsageException {
    Optional<String> text = arguments.text(Option.FRESH);
    if (text.isEmpty()) {
      if (arguments.has(Option.RECORD)) {
        throw new UsageException(Option.RECORD + " needs --fresh PERIOD");
      }
      return Optional.empty();
    }
    try {
      double days = QuantityParser.parse(text.get(), Dimension.DURATION);
      if (days < 0) {
        throw new UsageException(Option.FRESH + ": found '" + text.get() + "'; expected 0 or more");
      }
      return Optional.of(new FreshValues(days, SiteRecords.of(arguments)));
    } catch (InvalidTextException fault) {
      throw new UsageException(
          Option.FRESH + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }

  /** Returns the newer record, or nothing after saying what is wrong with it. */
  Optional<SiteRecord> record(Session session) {
    return records.load(session);
  }

  /** Returns what is to be said of a scenario, each thing where it is written. */
  List<Problem> of(LoadedScenario scenario, SiteRecord record) {
    Places places = new Places(scenario.tree());
    Location whole = new Location(scenario.file(), 0, 0);
    Set<Problem> found = new LinkedHashSet<>();
    for (Freshness.Remark remark : Freshness.of(scenario.spec(), days)) {
      Location place = remark.path().isEmpty() ? whole : places.of(remark.path()).orElse(whole);
      found.add(new Problem(place, remark.path(), remark.text(), "", ""));
    }
    if (!records.files().isEmpty()) {
      SiteRecord shipped = CatalogReader.sites();
      RecordedFleet before = new RecordedFleet(shipped, shipped.newestVintage());
      RecordedFleet after = new RecordedFleet(record, record.newestVintage());
      for (String site : sites(scenario)) {
        record
            .site(site)
            .flatMap(recorded -> newer(recorded, before, after))
            .ifPresent(text -> found.add(new Problem(whole, "sites." + site, text, "", "")));
      }
    }
    return new ArrayList<>(found);
  }

  /** Returns what is to be said of a scenario as checks, those with a place first. */
  static List<Checked> checked(List<Problem> found) {
    List<Checked> checked = new ArrayList<>();
    List<Problem> inOrder = new ArrayList<>(found);
    inOrder.sort(
        Comparator.comparing((Problem one) -> one.location().line() == 0)
            .thenComparing(Problem::location));
    for (Problem one : inOrder) {
      Location at = one.location();
      checked.add(
          Coverage.stale(
              one.path(),
              one.found(),
              at.line() > 0
                  ? new Expectation.Place(at.file(), at.line(), at.column())
                  : new Expectation.Place(Option.FRESH.word(), 0, 0)));
    }
    return checked.isEmpty() ? List.of(Coverage.fresh()) : checked;
  }

  private static Set<String> sites(LoadedScenario scenario) {
    Set<String> sites = new LinkedHashSet<>();
    for (PhaseSpec phase : scenario.spec().phases()) {
      sites.add(phase.site());
    }
    return sites;
  }

  private static Optional<String> newer(Site site, RecordedFleet before, RecordedFleet after) {
    List<RecordChange> changes = RecordChange.of(site, before, after);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    RecordChange first = changes.get(0);
    int more = changes.size() - 1;
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the record of %s has %s of facility power on %s, the shipped one%s %s%s",
            first.vintage(),
            megawatts(first.facilityMw()),
            first.date(),
            first.vintageBefore().map(day -> " of " + day).orElse(""),
            megawatts(first.facilityMwBefore()),
            more == 0
                ? ""
                : ", and differs on " + more + (more == 1 ? " later date" : " later dates")));
  }

  private static String megawatts(double mw) {
    return Double.isNaN(mw) ? "none" : String.format(Locale.ROOT, "%.0f MW", mw);
  }
}
