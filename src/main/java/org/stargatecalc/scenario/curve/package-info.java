/**
 * What a plan is over time, as a curve: ramp, milestones, growth, and curves made of curves.
 *
 * <p>Imports calendar. Curves hold plain numbers that a draw sets anew; nothing here allocates.
 */
package org.stargatecalc.scenario.curve;
