/**
 * What a search for a parameter's value says: where the goal becomes true or false, nearest first.
 *
 * <p>Imports the blocks of reports, the model and the analysis.
 */
@NullMarked
package org.stargatecalc.report.solve;

import org.jspecify.annotations.NullMarked;
