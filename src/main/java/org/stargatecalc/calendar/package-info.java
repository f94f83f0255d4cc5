/**
 * Dates, instants, horizons and periods.
 *
 * <p>An instant is a number of days since 1970-01-01; a date {@code D} covers the instants from
 * {@code D} to {@code D + 1}. Imports quantity; never reads a clock.
 */
package org.stargatecalc.calendar;
