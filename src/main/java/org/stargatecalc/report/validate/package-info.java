/**
 * What a validation says: one row a file.
 *
 * <p>Imports the blocks of reports alone.
 */
package org.stargatecalc.report.validate;
