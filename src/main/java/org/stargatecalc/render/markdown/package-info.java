/** The markdown format. */
package org.stargatecalc.render.markdown;
