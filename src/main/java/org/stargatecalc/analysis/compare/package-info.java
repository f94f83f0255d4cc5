/**
 * What differs between results: assumptions first, then what they led to.
 *
 * <p>Imports the results; knows no file and prints nothing.
 */
package org.stargatecalc.analysis.compare;
