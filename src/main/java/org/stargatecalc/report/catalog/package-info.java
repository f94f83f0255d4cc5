/**
 * What the catalogue says: chips, claims, defaults, chronology and recorded sites.
 *
 * <p>Imports the blocks of reports and the catalogue.
 */
package org.stargatecalc.report.catalog;
