/** The json format. */
package org.stargatecalc.render.json;
