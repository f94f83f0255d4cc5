package org.stargatecalc.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.Reading;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.scenario.ScenarioResolver;

/** Projects rows as {@code project} would, as far as they are asked. */
final class RowProjector {
  private final Combinations combinations;
  private final Question question;
  private final Variant.Source variants;
  private final BiFunction<Variant.Stated, Question, SweepRow.Spread> draws;

  RowProjector(
      Combinations combinations,
      Question question,
      Variant.Source variants,
      BiFunction<Variant.Stated, Question, SweepRow.Spread> draws) {
    this.combinations = combinations;
    this.question = question;
    this.variants = variants;
    this.draws = draws;
  }

  SweepRow row(int index) {
    Variant variant = variants.with(combinations.settings(index));
    if (variant.stated().isEmpty()) {
      return SweepRow.invalid(index, variant.error());
    }
    Variant.Stated stated = variant.stated().get();
    for (Metric metric : question.metrics()) {
      Optional<Unknown> unknown = Unknown.of(metric, stated.spec());
      if (unknown.isPresent()) {
        return SweepRow.invalid(index, unknown.get().found());
      }
    }
    return projected(index, stated);
  }

  private SweepRow projected(int index, Variant.Stated stated) {
    ScenarioResolver resolver = new ScenarioResolver(stated.spec());
    double[] deadlines = new double[stated.claims().size()];
    for (int c = 0; c < deadlines.length; c++) {
      deadlines[c] = stated.claims().get(c).deadline();
    }
    // The deadlines of project, so that the nodes and thus the bytes are the same.
    Projection projection = ProjectionEngine.project(resolver.central(), deadlines);
    boolean isDrawn = question.percentiles().isPresent() && !resolver.inputs().isEmpty();
    return new SweepRow(
        index,
        "",
        answers(stated.claims(), projection),
        values(projection),
        words(projection),
        isDrawn ? Optional.of(draws.apply(stated, question)) : Optional.empty());
  }

  private List<Optional<Answer>> answers(List<Claim> claims, Projection projection) {
    ClaimChecker checker = new ClaimChecker(projection);
    List<Optional<Answer>> answers = new ArrayList<>(question.claims().size());
    for (Claim asked : question.claims()) {
      Optional<Answer> answer = Optional.empty();
      for (Claim claim : claims) {
        if (claim.id().equals(asked.id())) {
          answer =
              Optional.of(
                  checker.answer(
                      Reading.of(claim.metric(), claim.basis()),
                      claim.atLeast(),
                      claim.deadline()));
        }
      }
      answers.add(answer);
    }
    return answers;
  }

  private List<Double> values(Projection projection) {
    double end = Instants.endOf(question.at());
    boolean inside = projection.horizon().contains(end) && end > projection.horizon().start();
    List<Double> values = new ArrayList<>(question.metrics().size());
    for (Metric metric : question.metrics()) {
      values.add(
          !inside || metric.kind() == Metric.Kind.TEXT
              ? Double.NaN
              : metric.kind() == Metric.Kind.FLOW
                  ? projection.flow(metric, projection.horizon().start(), end)
                  : projection.at(metric, Basis.FACILITY, end));
    }
    return values;
  }

  private List<Optional<String>> words(Projection projection) {
    List<Optional<String>> words = new ArrayList<>(question.metrics().size());
    for (Metric metric : question.metrics()) {
      words.add(
          metric.kind() == Metric.Kind.TEXT
              ? projection.bindingConstraint(Instants.endOf(question.at()))
              : Optional.empty());
    }
    return words;
  }
}
