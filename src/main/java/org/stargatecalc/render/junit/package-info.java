/** The junit format. */
package org.stargatecalc.render.junit;
