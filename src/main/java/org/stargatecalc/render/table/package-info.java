/** The table format. */
package org.stargatecalc.render.table;
