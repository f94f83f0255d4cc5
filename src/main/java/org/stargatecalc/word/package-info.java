/** The words by which constants are called outside Java. Imports nothing of ours. */
package org.stargatecalc.word;
