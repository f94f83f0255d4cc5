package org.stargatecalc.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.CapexYear;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ChronologyEntry;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.ClaimReader;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Confidence;

/** The shipped data: rows of which the figures are known, and what holds for every row. */
class CatalogReaderTest {
  private final Catalog catalog = CatalogReader.shipped();
  private final SiteRecord sites = CatalogReader.sites();

  @Test
  void whatShipsIsWhatTheFilesSay() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/stargatecalc/catalog"))) {
      List<Path> data = files.filter(f -> f.toString().endsWith(".csv")).toList();
      assertThat(data).isNotEmpty();
      for (Path file : data) {
        assertThat(ShippedData.text(file.getFileName().toString()))
            .isEqualTo(Files.readString(file));
      }
    }
    assertThatIllegalStateException().isThrownBy(() -> ShippedData.text("none.csv"));
  }

  @Test
  void anAcceleratorHasTheFiguresOfItsRow() {
    Accelerator h100 = catalog.accelerator("h100").orElseThrow();
    assertThat(h100.title()).isEqualTo("NVIDIA H100 SXM5 80GB");
    assertThat(h100.vendor()).isEqualTo("NVIDIA");
    assertThat(h100.chipTdpWatts()).hasValue(700);
    assertThat(h100.itWatts()).hasValue(1450);
    assertThat(h100.itWattsRange().low()).hasValue(1275);
    assertThat(h100.itWattsRange().high()).hasValue(1472);
    // TFLOP/s in the file, FLOP/s in the program
    assertThat(h100.bf16Flops()).hasValue(989.4e12);
    assertThat(h100.fp8Flops()).hasValue(1979e12);
    assertThat(h100.fp4Flops()).isEmpty();
    assertThat(h100.memory()).isEqualTo("80 GB HBM3");
    assertThat(h100.chipPriceUsd()).hasValue(23_200);
    assertThat(h100.capexPerGpuUsd()).hasValue(35_900);
    assertThat(h100.capexProvenance().confidence()).contains(Confidence.MEDIUM);
    assertThat(h100.provenance().confidence()).contains(Confidence.HIGH);
    assertThat(h100.provenance().asOf()).contains("2026-04-27");
  }

  @Test
  void aMemoryThatIsNotPublishedIsNotShown() {
    assertThat(catalog.accelerators().values())
        .allMatch(a -> a.memory().isEmpty() || a.memory().matches("[1-9][0-9.]* GB.*"));
  }

  @Test
  void everyClaimSaysWhoAndWhatAndBecomesAClaim() {
    assertThat(catalog.claims()).hasSizeGreaterThan(50);
    ClaimRecord first = catalog.claim("stargate-1gw-2025").orElseThrow();
    assertThat(first.author()).isEqualTo("Vladimir Nesov");
    assertThat(first.by()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(first.provenance().source()).isPresent();
    Claim claim = ClaimReader.of(first);
    assertThat(claim.metric()).isEqualTo(Metric.LARGEST_TRAINING_SYSTEM_GW);
    assertThat(claim.atLeast()).isEqualTo(1);
    assertThat(catalog.claims().values())
        .allSatisfy(
            record -> {
              Claim read = ClaimReader.of(record);
              assertThat(read.id()).isEqualTo(record.id());
              assertThat(read.basis().id())
                  .isEqualTo(record.basis().isEmpty() ? "facility" : record.basis());
              assertThat(read.atLeast()).isPositive();
              // a list of claims has no other column that tells 400,000 GPUs from dollars
              assertThat(record.atLeast()).matches("\\$.*|.*[A-Za-z]").doesNotMatch("[0-9.e]+");
            });
  }

  @Test
  void aDefaultNamesItsSourceWithTheAddressIfThereIsOne() {
    DefaultValue pue = catalog.defaultValue("pue");
    assertThat(pue.value()).isEqualTo("1.2");
    assertThat(pue.provenance().source())
        .contains(
            "Epoch AI Frontier Data Centers, peak design PUE of liquid-cooled hyperscale"
                + " (inferred), https://epoch.ai/data/data-centers");
    assertThat(pue.provenance().confidence()).contains(Confidence.MEDIUM);
    assertThat(pue.note()).startsWith("range 1.1-1.52");
    assertThat(catalog.defaultValue("gpu").provenance().source())
        .contains("modelling choice of this tool");
  }

  @Test
  void aSiteHasItsPointsByVintageAndItsAnnouncements() {
    Site site = sites.sites().get("new-carlisle");
    assertThat(site.capacity())
        .contains(
            new SiteCapacity(
                Optional.of(LocalDate.of(2025, 12, 13)),
                LocalDate.of(2025, 6, 23),
                OptionalDouble.empty(),
                OptionalDouble.of(478),
                OptionalDouble.of(300_087),
                OptionalDouble.of(15.252),
                SiteCapacity.Kind.ESTIMATED));
    assertThat(sites.sites().get("colossus-2").announced())
        .extracting(SiteCapacity::date)
        .containsExactly(LocalDate.of(2026, 1, 17), LocalDate.of(2026, 4, 30));
    Site plain = sites.sites().get("alibaba-zhangbei");
    assertThat(plain.aliases()).isEmpty();
    assertThat(plain.vintage()).contains(LocalDate.of(2026, 7, 18));
    assertThat(plain.superseded()).isFalse();
    assertThat(plain.stage()).isEqualTo("operational");
    assertThat(plain.provenance().asOf()).contains("2026-07-18");
    assertThat(plain.origin()).isEqualTo(Site.Origin.SHIPPED);
    assertThat(sites.sites().get("qts-richmond").superseded()).isTrue();
    assertThat(sites.sites().values()).allMatch(s -> s.provenance().source().isPresent());
    assertThat(sites.sites().values().stream().flatMap(s -> s.aliases().stream()))
        .isNotEmpty()
        .allMatch(alias -> alias.matches("[a-z0-9-]+"));
    // an announcement is of no vintage, and everything else of one
    assertThat(sites.sites().values().stream().flatMap(s -> s.capacity().stream()))
        .hasSizeGreaterThan(400)
        .allMatch(p -> p.vintage().isEmpty() == (p.kind() == SiteCapacity.Kind.ANNOUNCED));
  }

  @Test
  void theRowsOfABaselineAreOnePath() {
    List<BaselinePath> paths = CatalogReader.baselines();
    assertThat(paths)
        .extracting(BaselinePath::id)
        .containsExactly("claim-path", "doubling", "doubling-10-months", "revision");
    BaselinePath claim = paths.get(0);
    assertThat(claim.title()).isEqualTo("The claim's own path");
    assertThat(claim.knots()).hasSize(3);
    assertThat(claim.knots().get(0).powerMw()).isEqualTo(150);
    assertThat(claim.knots().get(1).date()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(claim.knots().get(1).provenance().confidence()).contains(Confidence.HIGH);
    assertThat(claim.growthPerYear()).isEmpty();
    assertThat(paths.get(1).growthPerYear()).hasValue(2);
    // 2^(12/10)
    assertThat(paths.get(2).growthPerYear().getAsDouble())
        .isCloseTo(Math.pow(2, 1.2), within(5e-5));
    assertThat(paths.get(2).knots().get(0).powerMw())
        .isEqualTo(paths.get(1).knots().get(0).powerMw());
  }

  @Test
  void yearsOfCapexHaveTheFiguresOfTheirRows() {
    List<CapexYear> years = CatalogReader.capex();
    assertThat(years).hasSizeGreaterThan(20);
    CapexYear first = years.get(0);
    assertThat(first.company()).isEqualTo("Microsoft");
    assertThat(first.period()).isEqualTo("FY2024");
    assertThat(first.periodEnd()).contains(LocalDate.of(2024, 6, 30));
    assertThat(first.lowUsdBn()).hasValue(55.7);
    assertThat(first.highUsdBn()).hasValue(55.7);
    assertThat(first.provenance().source()).contains("company reports");
    assertThat(first.provenance().confidence()).contains(Confidence.MEDIUM);
    assertThat(first.provenance().asOf()).isEmpty();
    assertThat(years.get(1).statedOn()).isEqualTo("2025-01-03");
  }

  @Test
  void theChronologyBeginsWithChatGpt() {
    List<ChronologyEntry> entries = CatalogReader.chronology();
    assertThat(entries).hasSizeGreaterThan(60);
    assertThat(entries.get(0).date()).isEqualTo("2022-11-30");
    assertThat(entries.get(0).actor()).isEqualTo("OpenAI");
    assertThat(entries.get(0).event()).isEqualTo("ChatGPT appears");
    assertThat(entries.get(0).provenance().confidence()).contains(Confidence.HIGH);
    assertThat(entries).extracting(ChronologyEntry::date).allMatch(d -> d.matches("\\d{4}.*"));
    assertThat(Set.copyOf(entries)).hasSameSizeAs(entries);
  }
}
