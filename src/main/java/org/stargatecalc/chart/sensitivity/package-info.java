/**
 * Pictures of a sensitivity: a tornado, rank correlations, Sobol indices.
 *
 * <p>Imports the model and the analysis of sensitivity.
 */
package org.stargatecalc.chart.sensitivity;
