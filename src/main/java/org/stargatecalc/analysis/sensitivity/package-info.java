/**
 * Which uncertain input moves an answer: tornado, rank correlation and Sobol indices.
 *
 * <p>Works on any function of independent inputs; a scenario with a target is one. Imports the
 * model, the engine, claims and uncertainty; prints nothing and reads no file.
 */
package org.stargatecalc.analysis.sensitivity;
