/**
 * A projection as a workbook: what is a formula of cells is one, by the declarations of the
 * metrics; what is an algorithm is values and says so.
 *
 * <p>Imports workbooks, the model and its analyses, tables of reports.
 */
package org.stargatecalc.report.project.sheets;
