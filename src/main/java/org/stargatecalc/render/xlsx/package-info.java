/** The xlsx format: Office Open XML, written by hand. */
package org.stargatecalc.render.xlsx;
