/**
 * What is not known about a number: distributions and their quantiles.
 *
 * <p>Imports quantity and the inverse distribution functions of commons-math3; holds no global
 * generator.
 */
package org.stargatecalc.uncertainty;
