package org.stargatecalc.result;

/**
 * What renting in place of a late phase costs, beside what its delay costs; sums over the horizon.
 *
 * @param phase id of the phase that is rented
 * @param covers id of the phase that is late
 * @param gpuHours rented, in GPUs of the rented kind
 * @param costUsdBn their price, USD bn
 * @param deferredGpuHours of the late phase, in its own GPUs, whether covered or not
 * @param delayCostUsdBn what these are worth, USD bn
 */
public record Hedge(
    String phase,
    String covers,
    double gpuHours,
    double costUsdBn,
    double deferredGpuHours,
    double delayCostUsdBn) {}
