package org.stargatecalc.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/** A user's file over the record of sites. */
class SiteRecordReaderTest {
  private static final LocalDate OLD = LocalDate.of(2025, 6, 30);
  private static final LocalDate NEW = LocalDate.of(2026, 3, 31);

  private static SiteCapacity point(Optional<LocalDate> vintage, String date, double mw) {
    return new SiteCapacity(
        vintage,
        LocalDate.parse(date),
        OptionalDouble.empty(),
        OptionalDouble.of(mw),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        vintage.isPresent() ? SiteCapacity.Kind.ESTIMATED : SiteCapacity.Kind.ANNOUNCED);
  }

  private static Site site(String id, LocalDate vintage) {
    return new Site(
        id,
        List.of(id + "-alias"),
        "Name of " + id,
        "owner",
        "users",
        "chips",
        "country",
        Optional.of(vintage),
        "operational",
        true,
        "note",
        Provenance.of("source", Confidence.HIGH, vintage.toString()),
        List.of(
            point(Optional.of(OLD), "2025-01-01", 10),
            point(Optional.of(NEW), "2026-01-01", 20),
            point(Optional.empty(), "2027-01-01", 99)),
        Site.Origin.SHIPPED,
        List.of());
  }

  private static final SiteRecord BASE = base();

  private static SiteRecord base() {
    Map<String, Site> sites = new java.util.LinkedHashMap<>();
    sites.put("east", site("east", NEW));
    sites.put("west", site("west", OLD));
    return new SiteRecord(sites, List.of(), Map.of());
  }

  private static Optional<SiteRecord> overlay(String yaml, Problems problems) {
    return SiteRecordReader.overlay(
        BASE, "mine.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems);
  }

  private static SiteRecord valid(String yaml) {
    Problems problems = new Problems();
    return overlay(yaml, problems).orElseThrow(() -> new AssertionError(problems.errors()));
  }

  private static List<String> errors(String yaml) {
    Problems problems = new Problems();
    assertThat(overlay(yaml, problems)).isEmpty();
    return problems.errors().stream().map(Problem::message).toList();
  }

  @Test
  void whatIsNotNamedStaysAsItWas() {
    SiteRecord record = valid("sites:\n  east: {note: other}\n");
    assertThat(record.sites().keySet()).containsExactly("east", "west");
    assertThat(record.sites().get("west")).isSameAs(BASE.sites().get("west"));
    Site old = BASE.sites().get("east");
    assertThat(record.sites().get("east"))
        .isEqualTo(
            new Site(
                "east",
                old.aliases(),
                old.name(),
                old.owner(),
                old.users(),
                old.chipTypes(),
                old.country(),
                Optional.of(NEW),
                "operational",
                true,
                "other",
                // without a source of its own the place in the file is its source
                new Provenance(
                    Optional.of("mine.yaml:2:3"),
                    Optional.of(Confidence.HIGH),
                    Optional.of("2026-03-31")),
                old.capacity(),
                Site.Origin.OVERLAY,
                List.of()));
    assertThat(record.changes()).containsExactly("mine.yaml:2:3: sites.east: changes Name of east");
    assertThat(record.gone()).isEmpty();
  }

  @Test
  void everyFieldMayBeChanged() {
    Site changed =
        valid(
                """
                sites:
                  east:
                    aliases: a b
                    name: n
                    owner: o
                    users: u
                    chip_types: c
                    country: x
                    stage: under_construction
                    note: t
                    source: s
                    confidence: low
                    as_of: 2026-07
                """)
            .sites()
            .get("east");
    assertThat(changed.aliases()).containsExactly("a", "b");
    assertThat(
            List.of(
                changed.name(),
                changed.owner(),
                changed.users(),
                changed.chipTypes(),
                changed.country(),
                changed.stage(),
                changed.note()))
        .containsExactly("n", "o", "u", "c", "x", "under_construction", "t");
    assertThat(changed.provenance()).isEqualTo(Provenance.of("s", Confidence.LOW, "2026-07-31"));
    assertThat(changed.vintage()).contains(LocalDate.of(2026, 7, 31));
  }

  @Test
  void capacityReplacesTheNewestVintageAndKeepsOlderOnesAndAnnouncements() {
    Site east =
        valid(
                """
                sites:
                  east:
                    capacity:
                      - {date: 2026-02, facility_power: 30 MW, it_power: 25 MW, h100_equivalents: 9k, capex: $2bn}
                      - {date: 2026-09-01, it_power: 1 GW, kind: forecast}
                      - {date: 2028, facility_power: 3 GW, kind: announced}
                """)
            .sites()
            .get("east");
    OptionalDouble none = OptionalDouble.empty();
    assertThat(east.capacity())
        .containsExactly(
            point(Optional.of(OLD), "2025-01-01", 10),
            point(Optional.empty(), "2027-01-01", 99),
            new SiteCapacity(
                Optional.of(NEW),
                LocalDate.of(2026, 2, 28),
                OptionalDouble.of(25),
                OptionalDouble.of(30),
                OptionalDouble.of(9000),
                OptionalDouble.of(2),
                SiteCapacity.Kind.ESTIMATED),
            new SiteCapacity(
                Optional.of(NEW),
                LocalDate.of(2026, 9, 1),
                OptionalDouble.of(1000),
                none,
                none,
                none,
                SiteCapacity.Kind.FORECAST),
            new SiteCapacity(
                Optional.empty(),
                LocalDate.of(2028, 12, 31),
                none,
                OptionalDouble.of(3000),
                none,
                none,
                SiteCapacity.Kind.ANNOUNCED));
  }

  @Test
  void whatIsSaidEarlierGivesWayToo() {
    // an earlier day than the newest vintage: both later vintages give way
    Site east =
        valid("sites: {east: {as_of: 2025-06-30, capacity: [{date: 2025, it_power: 1 MW}]}}\n")
            .sites()
            .get("east");
    assertThat(east.capacity())
        .extracting(SiteCapacity::vintage)
        .containsExactly(Optional.empty(), Optional.of(OLD));
    // a later one replaces the newest vintage and leaves the one before
    east =
        valid("sites: {east: {as_of: 2026-12-31, capacity: [{date: 2025, it_power: 1 MW}]}}\n")
            .sites()
            .get("east");
    assertThat(east.capacity())
        .extracting(SiteCapacity::vintage)
        .containsExactly(
            Optional.of(OLD), Optional.empty(), Optional.of(LocalDate.of(2026, 12, 31)));
  }

  /** What was a forecast then is not said again; what the file says of that time stands. */
  @ParameterizedTest
  @CsvSource({
    "add, 2026-06-01, 10 20 30",
    "add, 2026-03-01, 10 20 30",
    "add, 2026-02-01, 10 30",
    "add, 2024-12-31, 30",
    "replace, 2026-06-01, 30",
  })
  void anAddedVintageThatBeginsLaterKeepsWhatHadHappened(
      String mode, String date, String facilityMw) {
    SiteRecord base =
        SiteRecordReader.overlay(
                BASE,
                "base.yaml",
                """
                sites:
                  east:
                    as_of: 2026-04-30
                    capacity:
                      - {date: 2025-01-01, facility_power: 10 MW}
                      - {date: 2026-02-01, facility_power: 20 MW}
                      - {date: 2026-05-01, facility_power: 99 MW, kind: forecast}
                """
                    .getBytes(StandardCharsets.UTF_8),
                new Problems())
            .orElseThrow();
    String added =
        "points: %s\nsites: {east: {as_of: 2026-07-31, capacity: [{date: %s, facility_power: 30 MW}]}}\n";
    Site east =
        SiteRecordReader.overlay(
                base,
                "mine.yaml",
                String.format(added, mode, date).getBytes(StandardCharsets.UTF_8),
                new Problems())
            .orElseThrow()
            .sites()
            .get("east");
    assertThat(east.points(LocalDate.of(2026, 7, 31)))
        .extracting(point -> String.format(Locale.ROOT, "%.0f", point.facilityMw().orElse(0)))
        .containsExactlyInAnyOrder(facilityMw.split(" "));
  }

  @Test
  void aNewSiteHasANameAndCapacityAndStandsLast() {
    SiteRecord record =
        valid("sites:\n  mine: {name: My campus, capacity: [{date: 2026, it_power: 5 MW}]}\n");
    assertThat(record.sites().keySet()).containsExactly("east", "west", "mine");
    assertThat(record.sites().get("mine"))
        .isEqualTo(
            new Site(
                "mine",
                List.of(),
                "My campus",
                "",
                "",
                "",
                "",
                // the record's newest day
                Optional.of(NEW),
                "planned",
                false,
                "",
                new Provenance(
                    Optional.of("mine.yaml:2:3"), Optional.empty(), Optional.of("2026-03-31")),
                List.of(
                    new SiteCapacity(
                        Optional.of(NEW),
                        LocalDate.of(2026, 12, 31),
                        OptionalDouble.of(5),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        SiteCapacity.Kind.ESTIMATED)),
                Site.Origin.OVERLAY,
                List.of()));
    assertThat(record.changes()).containsExactly("mine.yaml:2:3: sites.mine: adds My campus");
  }

  @Test
  void aSiteMayBeDeletedOrRenamedInItsPlace() {
    Problems problems = new Problems();
    SiteRecord record = overlay("sites:\n  east: null\n", problems).orElseThrow();
    String deletes = "mine.yaml:2:3: sites.east: deletes Name of east";
    assertThat(record.sites().keySet()).containsExactly("west");
    assertThat(record.gone()).containsExactly(Map.entry("east", deletes));
    assertThat(record.changes()).containsExactly(deletes);
    assertThat(problems.warnings().stream().map(Problem::message)).containsExactly(deletes);

    Problems ofRenaming = new Problems();
    record = overlay("sites:\n  east: {rename: orient}\n", ofRenaming).orElseThrow();
    String renames = "mine.yaml:2:3: sites.east: renames it to orient";
    assertThat(record.sites().keySet()).containsExactly("orient", "west");
    assertThat(record.sites().get("orient").id()).isEqualTo("orient");
    assertThat(record.gone()).containsExactly(Map.entry("east", renames));
    assertThat(ofRenaming.warnings().stream().map(Problem::message)).containsExactly(renames);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          site: {} | 1:1: found the unknown key 'site'; expected a known key (did you mean sites?)
          sites: 5 | 1:8: sites: found '5'; expected a map from site ids
          sites: {east: 5} | 1:15: sites.east: found '5'; expected a mapping, or null to delete the site
          sites: {eas: null} | 1:9: sites.eas: found the unknown site 'eas'; expected a site of the record, which alone can be deleted (did you mean east?)
          sites: {eas: {note: x}} | 1:9: sites.eas: found the unknown site 'eas'; expected a site of the record, or a new site with name and capacity (did you mean east?)
          sites: {mine: {name: x}} | 1:9: sites.mine: found the unknown site 'mine'; expected a site of the record, or a new site with name and capacity
          sites: {mine: {capacity: []}} | 1:9: sites.mine: found the unknown site 'mine'; expected a site of the record, or a new site with name and capacity
          sites: {mine: {name: x, capacity: [], rename: y}} | 1:9: sites.mine: found the unknown site 'mine'; expected a site of the record, or a new site with name and capacity
          sites: {a b: null} | 1:9: sites.a b: found 'a b'; expected an id of 1 to 100 letters, digits, '_', '.' or '-'
          sites: {east: {rename: west}} | 1:9: sites.east.rename: found 'west', which another site has; expected an id of its own
          sites: {east: {stage: built}} | 1:23: sites.east.stage: found 'built'; expected one of operational, under_construction, planned
          sites: {east: {confidence: sure}} | 1:28: sites.east.confidence: found 'sure'; expected one of high, medium, low
          sites: {east: {as_of: now}} | 1:23: sites.east.as_of: found 'now'; expected a date such as 2025-09-30, 2025-09, 2025-Q3 or 2025
          sites: {east: {note: [x]}} | 1:22: sites.east.note: found a list; expected a text
          sites: {east: {nte: x}} | 1:16: sites.east: found the unknown key 'nte'; expected a known key (did you mean note?)
          sites: {east: {capacity: 5}} | 1:26: sites.east.capacity: found '5'; expected a list of dated points
          sites: {east: {capacity: [5]}} | 1:27: sites.east.capacity[0]: found '5'; expected a mapping with date and power
          sites: {east: {capacity: [{it_power: 1 MW}]}} | 1:27: sites.east.capacity[0]: found no key 'date' in sites.east.capacity[0]; expected date: a date such as 2026-11-01
          sites: {east: {capacity: [{date: 2026}]}} | 1:27: sites.east.capacity[0]: found no power; expected facility_power, it_power or both, such as 1 GW
          sites: {east: {capacity: [{date: 2026, it_power: 1 MW to 2 MW}]}} | 1:50: sites.east.capacity[0].it_power: found '1 MW to 2 MW'; expected one number
          sites: {east: {capacity: [{date: 2026, it_power: -1 MW}]}} | 1:50: sites.east.capacity[0].it_power: found '-1 MW'; expected a power ≥ 0
          sites: {east: {capacity: [{date: 2026, it_power: 1 MW, kind: sure}]}} | 1:62: sites.east.capacity[0].kind: found 'sure'; expected one of estimated, forecast, announced
          """)
  void aMistakeIsNamedAtItsPlaceInTheseWords(String yaml, String message) {
    assertThat(errors(yaml + "\n")).containsExactly("mine.yaml:" + message);
  }

  @Test
  void aFileWithoutSitesIsRefused() {
    assertThat(errors("{}\n"))
        .containsExactly(
            "mine.yaml:1:1: found no key 'sites'; expected sites: a map from site ids");
    assertThat(errors("[a]\n")).hasSize(1);
  }

  @Test
  void aDateOccursOnceUnlessItIsAnnounced() {
    String twice =
        "sites: {east: {capacity: [{date: 2026, it_power: 1 MW}, {date: 2026-12-31, it_power: 2 MW%s}]}}\n";
    assertThat(errors(twice.formatted("")))
        .singleElement()
        .asString()
        .startsWith("mine.yaml:1:57: sites.east.capacity[1]");
    assertThat(valid(twice.formatted(", kind: announced")).sites().get("east").capacity())
        .hasSize(4);
  }
}
