/**
 * The value of one parameter at which something becomes true or false of a scenario.
 *
 * <p>Imports the model alone: what a value gives is asked of whoever searches. Prints nothing and
 * reads no file.
 */
@NullMarked
package org.stargatecalc.analysis.solve;

import org.jspecify.annotations.NullMarked;
