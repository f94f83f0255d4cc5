package org.stargatecalc.report.backtest;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteRecord;

/** How a backtest is scored, in words. */
final class BacktestRules {
  private BacktestRules() {}

  static List<String> of(
      SiteRecord record, List<BaselinePath> baselines, Backtest.Selection selection) {
    List<String> rules = new ArrayList<>();
    rules.add(
        "MAPE: mean of |model − record| / record over points with recorded power. bias: Σ (model −"
            + " record) / Σ record. error: mean of model − record. months: mean of how much later"
            + " (+) or earlier (−) than the record the model comes within 1 % of each recorded"
            + " power.");
    rules.add(
        "Happened: the record's authors estimate the power on a past date"
            + selection.asOf().map(d -> ", up to " + d + " only").orElse("")
            + ". Still forecast: they expect it. Announced points are shown and not scored.");
    rules.add(
        "falls: the record had more before. Only a plan that falls too (milestones, until) can follow.");
    rules.add(
        "Compute and money: H100 equivalents and capital expenditure to date, 2025 USD, of the"
            + " scenario's phases at the site. The record has one cost per IT watt for chips and"
            + " one for buildings, whatever the chip; a scenario what it states or the catalogue"
            + " has for its chips.");
    for (BaselinePath path : baselines) {
      rules.add(
          path.id() + ": " + path.title() + ": " + knots(path) + "; " + interpolation(path) + ".");
    }
    rules.add(
        "plan: the site's own plan as the record had it in its vintage of "
            + record.oldestVintage()
            + ", facility power only; a figure stands until the next one. It is scored on later"
            + " dates alone, and so has a column of its own (since plan) where all are compared.");
    rules.add(
        "Nobody said whether the baselines mean facility or IT power: each is held against both. They"
            + " are about the largest system, so a site that never was the largest says little about"
            + " them.");
    return rules;
  }

  private static String knots(BaselinePath path) {
    return String.join(
        ", ",
        path.knots().stream().map(k -> Math.round(k.powerMw()) + " MW on " + k.date()).toList());
  }

  static String interpolation(BaselinePath path) {
    if (path.growthPerYear().isPresent()) {
      double growth = path.growthPerYear().getAsDouble();
      String times = growth == Math.rint(growth) ? Long.toString((long) growth) : growth + "";
      return "times " + times + " a year (365.25 days) before and after";
    }
    return "equal growth per day between the dates and before the first, level after the last";
  }
}
