/**
 * What an explanation says: a number, the inputs that carry it, and the tree of its parts.
 *
 * <p>Imports the blocks of reports, the model and the analysis.
 */
package org.stargatecalc.report.explain;
