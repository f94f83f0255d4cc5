package org.stargatecalc.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stargatecalc.support.Tables.items;
import static org.stargatecalc.support.Tables.number;
import static org.stargatecalc.support.Tables.numbers;
import static org.stargatecalc.support.Tables.text;
import static org.stargatecalc.support.Tables.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.field.Data;
import org.stargatecalc.report.Report;
import org.stargatecalc.support.Tables;

/** Lists and single records say what the catalogue holds. */
class CatalogReportTest {
  private static final Catalog CATALOG = CatalogReader.shipped();
  private static final SiteRecord SITES = CatalogReader.sites();

  private static Report sites(Optional<LocalDate> by, double minMw, String owner) {
    return SiteRecordReport.sites(
        SITES,
        by,
        OptionalDouble.of(minMw),
        owner.isEmpty() ? Optional.empty() : Optional.of(owner));
  }

  @Test
  void everyRecordIsInItsListInTheOrderOfTheFile() {
    assertThat(words(CatalogReport.accelerators(CATALOG).table(), "id"))
        .containsExactlyElementsOf(CATALOG.accelerators().keySet());
    assertThat(words(CatalogReport.defaults(CATALOG).table(), "key"))
        .containsExactlyElementsOf(CATALOG.defaults().keySet());
    assertThat(words(CatalogReport.claims(CATALOG).table(), "id"))
        .containsExactlyElementsOf(CATALOG.claims().keySet());
    assertThat(SiteRecordReport.capex(CatalogReader.capex(), Optional.empty()).table().rows())
        .isEqualTo(CatalogReader.capex().size());
    assertThat(
            SiteRecordReport.chronology(CatalogReader.chronology(), Optional.empty())
                .table()
                .rows())
        .isEqualTo(CatalogReader.chronology().size());
  }

  @Test
  void aListHasTheSameRecordsInAllForms() {
    Report report = CatalogReport.accelerators(CATALOG);
    List<Data> rows = items(report.document(), "accelerators");
    assertThat(rows.stream().map(row -> text(row, "id")).toList())
        .isEqualTo(words(report.table(), "id"));
    assertThat(rows.stream().map(row -> number(row, "it_watts")).toList())
        .isEqualTo(numbers(report.table(), "it_watts"));
    assertThat(Tables.table(report, "id").rows()).hasSameSizeAs(rows);
    assertThat(text(report.document(), "schema")).isEqualTo(CatalogFields.SCHEMA);
  }

  @Test
  void aSingleChipHasTheNumbersOfTheList() {
    for (Accelerator chip : CATALOG.accelerators().values()) {
      Report report = CatalogReport.accelerator(chip);
      Data document = report.document();
      assertThat(number(document, "bf16_dense_pflops") * 1e15)
          .isCloseTo(chip.bf16Flops().orElse(Double.NaN), within(1.0));
      assertThat(Tables.headings(report)).containsExactly(chip.title());
      // what is not known has no line, and is null
      int known = report.table().rows();
      long nulls =
          ((Data.Members) document)
              .members().stream().filter(m -> m.value().equals(Data.NULL)).count();
      assertThat(known + nulls + 1).isEqualTo(((Data.Members) document).members().size());
      assertThat(words(report.table(), "field")).contains("id", "source").doesNotContain("schema");
    }
  }

  @Test
  void aSingleRecordNamesItsSource() {
    DefaultValue value = CATALOG.defaults().values().iterator().next();
    assertThat(text(CatalogReport.defaultValue(value).document(), "value"))
        .isEqualTo(value.value());
    ClaimRecord claim = CATALOG.claims().values().iterator().next();
    Data document = CatalogReport.claim(claim).document();
    assertThat(text(document, "schema")).isEqualTo(CatalogFields.SCHEMA_OF_CLAIMS);
    assertThat(text(document, "by")).isEqualTo(claim.by().toString());
    assertThat(text(document, "source")).isEqualTo(claim.provenance().source().orElse(""));
  }

  @Test
  void sitesAreLargestFirstAndAddUp() {
    Report report = sites(Optional.empty(), 0, "");
    List<Double> powers = numbers(report.table(), "facility_mw");
    assertThat(powers).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    double sum = 0;
    for (int row = 0; row < powers.size(); row++) {
      // a site that another entry replaces is not counted twice
      if (!words(report.table(), "stage").get(row).equals("superseded")) {
        sum += powers.get(row);
      }
    }
    assertThat(number(report.document(), "sum_facility_mw")).isCloseTo(sum, within(1e-6));
    Data largest = Tables.at(report.document(), "largest_facility");
    assertThat(number(largest, "facility_mw")).isEqualTo(powers.get(0));
    assertThat(text(largest, "site")).isEqualTo(words(report.table(), "id").get(0));
    assertThat(items(report.document(), "sites")).hasSize(SITES.sites().size());
  }

  @Test
  void filtersLeaveOutWhatDoesNotFit() {
    LocalDate date = LocalDate.of(2026, 6, 30);
    Report all = sites(Optional.empty(), 0, "");
    Report running = sites(Optional.of(date), 0, "");
    Report large = sites(Optional.of(date), 500, "");
    Report owned = sites(Optional.empty(), 0, "META");
    assertThat(numbers(running.table(), "facility_mw")).isNotEmpty().allMatch(mw -> mw > 0);
    assertThat(numbers(large.table(), "facility_mw")).isNotEmpty().allMatch(mw -> mw >= 500);
    assertThat(large.table().rows()).isLessThan(running.table().rows());
    assertThat(running.table().rows()).isLessThan(all.table().rows());
    assertThat(words(owned.table(), "owner")).isNotEmpty().allMatch(o -> o.contains("Meta"));
    assertThat(text(running.document(), "date")).isEqualTo("2026-06-30");
  }

  @Test
  void oneSiteHasEveryFigure() {
    List<String> figures = new ArrayList<>();
    for (Site site : SITES.sites().values()) {
      Report report = SiteRecordReport.site(site, SITES);
      assertThat(report.table().rows()).isEqualTo(site.capacity().size());
      assertThat(items(report.document(), "capacity")).hasSize(site.capacity().size());
      assertThat(text(report.document(), "id")).isEqualTo(site.id());
      figures.addAll(words(report.table(), "vintage"));
    }
    assertThat(figures).contains(SITES.newestVintage().toString());
  }
}
