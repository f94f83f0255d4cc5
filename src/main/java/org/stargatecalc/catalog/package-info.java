/**
 * Records of the data that ships with the tool: accelerators, defaults, claims.
 *
 * <p>Every record carries its source, date and confidence. Imports quantity, provenance and
 * calendar; parses no file.
 */
package org.stargatecalc.catalog;
