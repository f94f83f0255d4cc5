/**
 * The shipped data files and the records that users lay over them, read into the catalogue.
 *
 * <p>Imports the catalogue and what it is made of, the tree, and the readers of values.
 */
package org.stargatecalc.data;
