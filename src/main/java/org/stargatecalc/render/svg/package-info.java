/**
 * The svg format: pictures by a small writer of our own, without AWT and scripts.
 *
 * <p>The one format that another knows: pages of html have its pictures in them.
 */
package org.stargatecalc.render.svg;
