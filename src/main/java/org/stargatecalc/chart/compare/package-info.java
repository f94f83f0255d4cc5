/**
 * Pictures of a comparison: the lines of its sides over each other.
 *
 * <p>Imports the model, the analysis that compares and the results that it compares.
 */
package org.stargatecalc.chart.compare;
