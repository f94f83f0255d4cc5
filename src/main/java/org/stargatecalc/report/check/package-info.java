/**
 * What a check says: one row an expectation.
 *
 * <p>Imports the blocks of reports, the model and the check.
 */
package org.stargatecalc.report.check;
