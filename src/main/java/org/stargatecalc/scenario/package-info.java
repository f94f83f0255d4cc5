/**
 * What a scenario says ({@link org.stargatecalc.scenario.ScenarioSpec}, which may hold
 * distributions and knows where every value comes from) and what it comes to in one draw ({@link
 * org.stargatecalc.scenario.Scenario}, plain numbers only).
 *
 * <p>Imports quantity, provenance, calendar, uncertainty and catalog; knows neither YAML nor files
 * and holds no null.
 */
package org.stargatecalc.scenario;
