package org.stargatecalc.scenario;

import java.util.Optional;

/**
 * What one GPU of a phase computes at a precision, whatever the phase's own is.
 *
 * @param ofChip the chip's published dense rate; empty where nobody published one
 * @param flops what counts: the phase's {@code flops_per_gpu} at its own precision, else the chip's
 *     rate
 * @param mfu the phase's {@code mfu}, else the default at this precision
 */
public record PrecisionRates(
    Optional<Assumption> ofChip, Optional<Assumption> flops, Assumption mfu) {}
