/**
 * Text in, stated scenarios out: YAML into a tree in which every node knows its place, patches on
 * that tree, and typed readers that collect every problem. What was saved is read back here too:
 * results, and the draws of the parts of a run.
 *
 * <p>The only room that knows YAML and the format of the shipped data. Imports all model packages;
 * computes nothing.
 */
package org.stargatecalc.document;
