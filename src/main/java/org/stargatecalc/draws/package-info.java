/**
 * The draws of a run on disk, in both directions.
 *
 * <p>Imports the analysis that draws, the loaded scenarios it is checked against, and the tree.
 */
package org.stargatecalc.draws;
