/**
 * Claims of the form metric ≥ value by date, and how a projection answers them.
 *
 * <p>Imports quantity, provenance, calendar and projection; knows no file.
 */
package org.stargatecalc.claim;
