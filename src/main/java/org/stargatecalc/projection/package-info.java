/**
 * The engine: from a resolved scenario to every metric at every node.
 *
 * <p>{@link org.stargatecalc.projection.Metric} declares each metric with its {@link
 * org.stargatecalc.projection.Formula}, which is data. The build-out and the other states of phases
 * ({@link org.stargatecalc.projection.State}) are code; formulas are made ready for a scenario as
 * equations over rows of plain arrays. Imports word, quantity, calendar, catalog and scenario; sees
 * no distribution, no claim and no format.
 */
package org.stargatecalc.projection;
