/**
 * Formats: how typed blocks, tables and trees become bytes.
 *
 * <p>Imports report, quantity and calendar. Formats and escapes only: nothing is computed, sorted
 * or looked up here. Output depends on nothing but the report and the options.
 */
package org.stargatecalc.render;
