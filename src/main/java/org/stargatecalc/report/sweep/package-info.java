/**
 * What a sweep says: a row for each combination, a curve for one varied parameter, a matrix for
 * two.
 *
 * <p>Imports the blocks of reports, fields, the model and the analysis.
 */
package org.stargatecalc.report.sweep;
