/**
 * Scenario files in, stated scenarios out: one reader for each family of keys, which collect every
 * problem with its place.
 *
 * <p>Imports the model, expressions and the tree; computes nothing.
 */
package org.stargatecalc.input;
