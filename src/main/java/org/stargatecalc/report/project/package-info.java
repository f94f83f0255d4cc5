/**
 * What a projection says, mirrored from its analysis: claims, timeline, cost, build-out.
 *
 * <p>Imports the blocks of reports, the model and its analyses.
 */
package org.stargatecalc.report.project;
