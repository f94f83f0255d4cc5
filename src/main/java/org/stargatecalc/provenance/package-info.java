/**
 * Where a value comes from: who says so, when, how sure that is, and on which level it was given.
 *
 * <p>Imports nothing of ours.
 */
package org.stargatecalc.provenance;
