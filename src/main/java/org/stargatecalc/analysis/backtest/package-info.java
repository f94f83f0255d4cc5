/**
 * A projection held against the record of sites, beside simple baselines.
 *
 * <p>Imports the model, the record, the engine and claims; prints nothing and reads no file.
 */
package org.stargatecalc.analysis.backtest;
