/** The html format. */
package org.stargatecalc.render.html;
