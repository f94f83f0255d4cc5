/**
 * The engine: from a resolved scenario to every metric at every node.
 *
 * <p>Imports quantity, calendar and scenario; sees no distribution, no claim and no format. Inside,
 * plain arrays named with their unit; one equation is one small class in {@code step}.
 */
package org.stargatecalc.projection;
