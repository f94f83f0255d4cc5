/**
 * Many draws of a scenario: bands of every metric, odds of every claim, from the engine or from
 * what parts of the run recorded.
 *
 * <p>A draw is a resolved scenario that the one engine projects. Imports the model, the engine,
 * claims, results and uncertainty; prints nothing and reads no file.
 */
package org.stargatecalc.analysis.montecarlo;
