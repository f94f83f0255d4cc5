/**
 * Pictures of a sweep: lines for one varied parameter, heat maps for two.
 *
 * <p>Imports the model and the analysis of sweeps.
 */
package org.stargatecalc.chart.sweep;
