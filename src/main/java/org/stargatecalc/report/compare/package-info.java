/**
 * What a comparison says: changed assumptions, claims and results.
 *
 * <p>Imports the blocks of reports, the model and the comparison.
 */
package org.stargatecalc.report.compare;
