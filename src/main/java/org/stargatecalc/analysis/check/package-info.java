/**
 * Whether results are what they are expected to be, absolutely or against a baseline.
 *
 * <p>Imports results and expressions; knows no file and prints nothing.
 */
package org.stargatecalc.analysis.check;
