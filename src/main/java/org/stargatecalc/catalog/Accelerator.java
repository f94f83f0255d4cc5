package org.stargatecalc.catalog;

import java.util.OptionalDouble;
import org.stargatecalc.provenance.Provenance;

/**
 * A chip that can be installed, counted by package.
 *
 * @param id catalogue id, such as {@code gb200}
 * @param title name and form
 * @param vendor who sells it
 * @param kind gpu, tpu or asic
 * @param unitCounted what one {@code gpu_count} is
 * @param available when it became or becomes available, as published
 * @param chipTdpWatts thermal design power of the chip alone, W
 * @param itWatts all-in IT power per package: chip, host, network and storage share, W
 * @param itWattsRange published range of {@code itWatts}, W
 * @param itWattsBasis how {@code itWatts} was found
 * @param bf16Flops dense rate at bf16, FLOP/s
 * @param fp8Flops dense rate at fp8, FLOP/s
 * @param fp4Flops dense rate at fp4, FLOP/s
 * @param flopsNote what to know about the rates
 * @param memory size and generation of its memory
 * @param chipPriceUsd price of the package alone, USD
 * @param capexPerGpuUsd all compute hardware per package, USD
 * @param capexProvenance where {@code capexPerGpuUsd} comes from
 * @param provenance where everything else comes from
 */
public record Accelerator(
    String id,
    String title,
    String vendor,
    String kind,
    String unitCounted,
    String available,
    OptionalDouble chipTdpWatts,
    OptionalDouble itWatts,
    Range itWattsRange,
    String itWattsBasis,
    OptionalDouble bf16Flops,
    OptionalDouble fp8Flops,
    OptionalDouble fp4Flops,
    String flopsNote,
    String memory,
    OptionalDouble chipPriceUsd,
    OptionalDouble capexPerGpuUsd,
    Provenance capexProvenance,
    Provenance provenance) {

  /** The dense rate of one H100 at fp8 (the 8-bit basis of H100 equivalents), FLOP/s. */
  public static final double H100_FP8_FLOPS = 1.979e15;

  /** The dense rate of one H100 at bf16, FLOP/s. */
  public static final double H100_BF16_FLOPS = 989.4e12;

  /**
   * A published range; an end that nobody published is empty.
   *
   * @param low lower end
   * @param high upper end
   */
  public record Range(OptionalDouble low, OptionalDouble high) {}

  /**
   * Returns how many H100 one package equals: by dense fp8 rate, by dense bf16 rate where no fp8
   * rate is published, empty where neither is.
   */
  public OptionalDouble h100Equivalents() {
    if (fp8Flops.isPresent()) {
      return OptionalDouble.of(fp8Flops.getAsDouble() / H100_FP8_FLOPS);
    }
    if (bf16Flops.isPresent()) {
      return OptionalDouble.of(bf16Flops.getAsDouble() / H100_BF16_FLOPS);
    }
    return OptionalDouble.empty();
  }
}
