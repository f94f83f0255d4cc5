/** Hostile input, foreign places and slow starts: what the tool must withstand. */
package org.stargatecalc.hostile;
