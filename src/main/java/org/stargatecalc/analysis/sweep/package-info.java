/**
 * A scenario asked once for each combination of values: axes, the rows that they make, and what the
 * engine says to each.
 *
 * <p>Rows are addressed by their number, so that any of them can be had without the others. Imports
 * the model, the engine and claims; prints nothing and reads no file.
 */
package org.stargatecalc.analysis.sweep;
