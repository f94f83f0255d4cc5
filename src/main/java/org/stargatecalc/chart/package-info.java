/**
 * What is drawn: pictures of charts, which are marks on two axes, in the units of the data.
 *
 * <p>One room below for each analysis, with the same data as its tables. Imports the model, results
 * and analyses; knows no format: where a mark comes to lie on a page is the format's to say.
 */
package org.stargatecalc.chart;
