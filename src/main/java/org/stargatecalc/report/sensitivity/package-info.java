/**
 * What a sensitivity analysis says: inputs ranked by what they do to an answer.
 *
 * <p>Imports the blocks of reports, the model and the analysis.
 */
package org.stargatecalc.report.sensitivity;
