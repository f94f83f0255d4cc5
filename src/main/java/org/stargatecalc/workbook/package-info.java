/**
 * Workbooks as data: sheets of cells that hold a value, or a formula of other cells with the value
 * that it has now.
 *
 * <p>Imports nothing of ours: who describes a workbook knows no file format, and who writes one
 * knows no model.
 */
package org.stargatecalc.workbook;
