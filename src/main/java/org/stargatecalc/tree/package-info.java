/**
 * YAML and JSON as trees in which every node knows its place, tables whose cells do: parsing,
 * patches, problems and the nearest word to a wrong one.
 *
 * <p>Knows no model; imports quantities for their messages alone.
 */
package org.stargatecalc.tree;
