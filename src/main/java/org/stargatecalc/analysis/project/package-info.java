/**
 * The central case of a scenario, projected and judged against its claims.
 *
 * <p>Imports the model, the engine and claims; prints nothing and reads no file.
 */
package org.stargatecalc.analysis.project;
