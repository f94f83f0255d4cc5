/** The github format. */
package org.stargatecalc.render.github;
