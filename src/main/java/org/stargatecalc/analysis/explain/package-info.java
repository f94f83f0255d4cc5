/**
 * How a number comes about: the formula that the engine computes with, as a tree of values down to
 * the inputs, and which inputs carry the result.
 *
 * <p>Imports the model, the engine and claims; prints nothing and reads no file.
 */
package org.stargatecalc.analysis.explain;
