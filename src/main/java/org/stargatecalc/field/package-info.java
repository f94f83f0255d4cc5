/**
 * How facts leave the program: a tree for programs, a table for spreadsheets, the display form of a
 * number, and the schema of a document.
 *
 * <p>Imports the metrics, whose units have display forms. Numbers stay numbers: nothing is rounded
 * or escaped here.
 */
package org.stargatecalc.field;
