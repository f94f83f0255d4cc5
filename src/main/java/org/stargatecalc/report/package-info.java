/**
 * What is shown, as typed blocks for people, tables for spreadsheets and trees for programs.
 *
 * <p>Imports the model, claims and analyses. Numbers stay numbers: no format, no rounding, no
 * escaping happens here.
 */
package org.stargatecalc.report;
