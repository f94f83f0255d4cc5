/**
 * Dimensions, units and the grammar in which a scenario writes a quantity.
 *
 * <p>Text comes in, a number in the base unit of a named dimension goes out. Imports nothing of
 * ours and never formats a number for display.
 */
package org.stargatecalc.quantity;
