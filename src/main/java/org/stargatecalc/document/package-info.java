/**
 * Text in, stated scenarios out: YAML into a tree in which every node knows its place, patches on
 * that tree, and typed readers that collect every problem.
 *
 * <p>The only room that knows YAML and the format of the shipped data. Imports all model packages;
 * computes nothing.
 */
package org.stargatecalc.document;
