/** The csv format. */
package org.stargatecalc.render.csv;
