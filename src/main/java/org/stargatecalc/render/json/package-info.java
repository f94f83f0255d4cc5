/** The json format, and what is written in it: SARIF, and the head of saved draws. */
package org.stargatecalc.render.json;
