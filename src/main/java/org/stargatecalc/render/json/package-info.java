/** The json format, and SARIF, which is written in it. */
package org.stargatecalc.render.json;
