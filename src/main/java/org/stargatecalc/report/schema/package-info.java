/**
 * The JSON Schemas of what the program reads and writes.
 *
 * <p>Imports the blocks of reports, and the declarations of parameters, metrics and fields.
 */
package org.stargatecalc.report.schema;
