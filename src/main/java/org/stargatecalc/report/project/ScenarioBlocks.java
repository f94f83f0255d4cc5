package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.scenario.OwnChip;
import org.stargatecalc.scenario.ScenarioSpec;

/** The report on one scenario as a reader goes through it. */
public final class ScenarioBlocks {
  private static final String MORE =
      "-v shows every reading and note of the claims, every value of low confidence, and all that"
          + " is folded.";

  private final ProjectedScenario scenario;
  private final ScenarioSpec spec;
  private final ProjectView view;
  private final Drawing drawing;
  private final Supplier<SiteRecord> record;
  private final List<Block> blocks = new ArrayList<>();

  ScenarioBlocks(
      ProjectedScenario scenario, ProjectView view, Drawing drawing, Supplier<SiteRecord> record) {
    this.drawing = drawing;
    this.record = record;
    this.scenario = scenario;
    this.spec = scenario.projected().spec();
    this.view = view;
  }

  /** Returns what stands beside other scenarios: the answer, and how its claims come about. */
  List<Block> inShort() {
    asked();
    new ClaimBlocks(scenario, blocks).inShort();
    blocks.add(new Block.Pictures(drawing));
    warnings();
    return blocks;
  }

  List<Block> build() {
    asked();
    boolean detailed =
        view.show().isEmpty()
            ? view.folding() == Folding.IN_FULL
            : view.shows(ProjectView.Part.CLAIMS) || view.shows(ProjectView.Part.READINGS);
    if (detailed) {
      new ClaimDetailBlocks(scenario, blocks).claims();
    } else if (view.show().isEmpty()) {
      new ClaimBlocks(scenario, blocks).inShort();
    }
    blocks.add(new Block.Pictures(drawing));
    if (view.show().isEmpty()) {
      new RestsOnBlocks(scenario, view.folding(), blocks).restsOn();
      new BuildOutBlocks(scenario, view.folding(), blocks).buildOut();
    }
    if (view.show().isEmpty() && view.folding() == Folding.IN_FULL) {
      new RecordedBlocks(scenario, record.get(), view.folding(), blocks).recorded();
    }
    if (view.shows(ProjectView.Part.TIMELINE)) {
      new TimelineBlocks(scenario, view, blocks).timeline();
    }
    if (view.shows(ProjectView.Part.COST)) {
      new CostBlocks(scenario, view.folding(), blocks).cost();
    }
    if (view.show().isEmpty()) {
      new BuildOutBlocks(scenario, view.folding(), blocks).holdingBack();
      warnings();
      if (view.folding() == Folding.FOLDED) {
        blocks.add(new Block.Paragraph(MORE));
      }
    }
    if (view.show().contains(ProjectView.Part.PHASES)) {
      new BuildOutBlocks(scenario, view.folding(), blocks).phases();
    }
    if (view.show().contains(ProjectView.Part.SITES)) {
      new BuildOutBlocks(scenario, view.folding(), blocks).sites();
      new RecordedBlocks(scenario, record.get(), view.folding(), blocks).recorded();
    }
    if (view.show().contains(ProjectView.Part.ASSUMPTIONS)) {
      new AssumptionBlocks(spec, blocks).assumptions();
    }
    if (view.show().contains(ProjectView.Part.SAMPLES)) {
      samples();
    }
    return blocks;
  }

  /** Draws are too many for a page. */
  private void samples() {
    blocks.add(new Block.Heading(2, "Draws"));
    blocks.add(
        new Block.Paragraph(
            scenario
                .drawn()
                .map(
                    drawn ->
                        "The "
                            + drawn.settings().draws()
                            + " draws are a table for programs: -o samples.csv writes it, and"
                            + " --show samples -f csv.")
                .orElse("Nothing was drawn: the answer is the central case alone.")));
  }

  private void asked() {
    blocks.add(new Block.Heading(1, spec.title().orElse(spec.name())));
    if (view.show().isEmpty()) {
      new AnswerBlocks(scenario).answers(blocks);
      String description = spec.description().orElse("").strip();
      if (!description.isEmpty()) {
        blocks.add(new Block.Paragraph(description.replaceAll("\\s+", " ")));
      }
    }
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(
        Block.Fact.of(
            "Scenario",
            Cell.words(
                spec.name()
                    + " ("
                    + scenario.file()
                    + ")"
                    + (spec.asOf().isPresent() ? " as of " + spec.asOf().get() : ""))));
    facts.add(
        Block.Fact.of(
            "Horizon",
            new Cell.Day(spec.horizon().from()),
            Cell.words("to"),
            new Cell.Day(spec.horizon().to()),
            Cell.words("· money in constant 2025 US dollars")));
    for (OwnChip chip : spec.ownChips()) {
      facts.add(
          Block.Fact.of(
              "Own chip",
              Cell.words(
                  chip.id()
                      + (chip.isRedefined() ? ", in place of the catalogue's" : "")
                      + ", as accelerators."
                      + chip.id()
                      + " of the scenario states it")));
    }
    if (scenario.drawn().isPresent()) {
      facts.add(uncertainty(scenario.drawn().get()));
    }
    blocks.add(new Block.Facts(facts));
  }

  private static Block.Fact uncertainty(Drawn drawn) {
    return Block.Fact.of(
        "Uncertainty",
        Cell.words(
            drawn.plan().inputs().size()
                + (drawn.plan().inputs().size() == 1 ? " uncertain input, " : " uncertain inputs, ")
                + drawn.settings().draws()
                + " draws ("
                + drawn.settings().sampling().id()
                + ", seed "
                + drawn.settings().seed()
                + "); other numbers are the central case, every input at its median"));
  }

  private void warnings() {
    if (!scenario.warnings().isEmpty()) {
      blocks.add(new Block.Heading(2, "Warnings"));
      blocks.add(new Block.Remarks(scenario.warnings()));
    }
  }
}
