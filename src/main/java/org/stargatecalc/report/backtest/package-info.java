/**
 * What a backtest says: a scenario beside the record and the baselines.
 *
 * <p>Imports the blocks of reports, the model and the backtest.
 */
package org.stargatecalc.report.backtest;
