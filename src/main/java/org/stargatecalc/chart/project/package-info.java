/**
 * Pictures of a projected scenario: its claims, power, cost and plan.
 *
 * <p>Imports the model, claims and the analyses that project and draw.
 */
package org.stargatecalc.chart.project;
