/**
 * The commands: parse, build, delegate, render.
 *
 * <p>The only room that knows picocli, streams, files and exit codes; does no arithmetic. Options
 * are declared in code rather than by annotations since that halves the start-up time.
 */
package org.stargatecalc.cli;
