package org.stargatecalc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stargatecalc.support.ProjectedYaml;

/** Records are read when they are asked for, and each but once. */
class CatalogTest {
  @Test
  void aRecordIsReadOnceAndOthersNotAtAll() {
    AtomicInteger read = new AtomicInteger();
    Map<String, java.util.function.Supplier<String>> found = new LinkedHashMap<>();
    found.put(
        "a",
        () -> {
          read.incrementAndGet();
          return "first";
        });
    found.put(
        "b",
        () -> {
          throw new AssertionError("nobody asked for it");
        });
    LazyRecords<String> records = new LazyRecords<>(() -> found);

    assertThat(records.ids()).containsExactly("a", "b");
    assertThat(read).hasValue(0);
    assertThat(records.get("a")).contains("first");
    assertThat(records.get("a")).contains("first");
    assertThat(read).hasValue(1);
    assertThat(records.get("c")).isEmpty();
  }

  @Test
  void theSourceIsAskedOnceAndOnlyIfNeeded() {
    AtomicInteger asked = new AtomicInteger();
    LazyRecords<String> records =
        new LazyRecords<>(
            () -> {
              asked.incrementAndGet();
              return Map.of("a", () -> "first");
            });
    assertThat(asked).hasValue(0);
    assertThat(records.all()).containsExactly(Map.entry("a", "first"));
    assertThat(records.ids()).containsExactly("a");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aMissingDefaultIsAFaultOfTheShippedData() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ProjectedYaml.CATALOG.defaultValue("no_such_key"))
        .withMessageContaining("no_such_key");
    assertThat(ProjectedYaml.CATALOG.usualRange("no_such_key")).isEmpty();
    assertThat(ProjectedYaml.CATALOG.claim("no-such-claim")).isEmpty();
  }

  /** By the dense 8-bit rate over the 1,979 T of an H100; without one by 16 bits over 989.4 T. */
  @Test
  void anH100EquivalentIsARatioOfDenseRates() {
    assertThat(equivalents("h100")).isEqualTo(1);
    Accelerator a100 = ProjectedYaml.CATALOG.accelerator("a100").orElseThrow();
    double expected =
        a100.fp8Flops().isPresent()
            ? a100.fp8Flops().getAsDouble() / 1.979e15
            : a100.bf16Flops().getAsDouble() / 989.4e12;
    assertThat(equivalents("a100")).isCloseTo(expected, within(1e-15));
    assertThat(without(a100, true, true).h100Equivalents()).isEmpty();
    assertThat(without(a100, true, false).h100Equivalents().orElseThrow())
        .isCloseTo(a100.bf16Flops().getAsDouble() / 989.4e12, within(1e-15));
  }

  private static double equivalents(String id) {
    return ProjectedYaml.CATALOG.accelerator(id).orElseThrow().h100Equivalents().orElseThrow();
  }

  private static Accelerator without(Accelerator chip, boolean eightBit, boolean sixteenBit) {
    return new Accelerator(
        chip.id(),
        chip.title(),
        chip.vendor(),
        chip.kind(),
        chip.unitCounted(),
        chip.available(),
        chip.chipTdpWatts(),
        chip.itWatts(),
        chip.itWattsRange(),
        chip.itWattsBasis(),
        sixteenBit ? OptionalDouble.empty() : chip.bf16Flops(),
        eightBit ? OptionalDouble.empty() : chip.fp8Flops(),
        chip.fp4Flops(),
        chip.flopsNote(),
        chip.memory(),
        chip.chipPriceUsd(),
        chip.capexPerGpuUsd(),
        chip.capexProvenance(),
        chip.provenance());
  }
}
