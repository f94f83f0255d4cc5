/**
 * Pictures of a backtest: what is recorded over what the scenario has.
 *
 * <p>Imports the model and the analysis that holds a scenario against the record.
 */
package org.stargatecalc.chart.backtest;
