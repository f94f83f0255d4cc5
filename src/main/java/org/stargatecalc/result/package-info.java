/**
 * What an answer says, whether it was just projected or read back from a file: measures at dates,
 * verdicts on claims, the assumptions beneath; and the draws of a run, part by part.
 *
 * <p>Imports the model, projection and claim; reads no file and prints nothing.
 */
package org.stargatecalc.result;
