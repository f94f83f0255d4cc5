/**
 * What a scenario is expected to give: comparisons of measures with bounds, joined by and, or, not.
 *
 * <p>Imports the model and results; parses no text and judges nothing.
 */
package org.stargatecalc.expression;
