package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/**
 * What changes to a folder of scenarios do: a part for each scenario whose results or assumptions
 * changed.
 *
 * @param toolVersion the version that the document names
 * @param since the revision in which the scenarios were otherwise
 * @param changes one a scenario that changed
 * @param unchanged how many scenarios did not
 */
public record ChangesReport(String toolVersion, String since, List<Change> changes, int unchanged) {
  /** A comment on a pull request holds 65,536 characters; these many parts nearly always fit. */
  private static final int MOST_PARTS = 12;

  /** Copies the list. */
  public ChangesReport {
    changes = List.copyOf(changes);
  }

  /**
   * One scenario.
   *
   * @param title how it is called
   * @param report its comparison
   */
  public record Change(String title, CompareReport report) {}

  /**
   * Builds the report.
   *
   * @param folding whether people see long tables whole
   */
  public Report build(Folding folding) {
    List<Verification> verifications = new ArrayList<>();
    List<DataTable> tables = new ArrayList<>();
    boolean news = false;
    for (Change change : changes) {
      verifications.addAll(change.report().verifications());
      tables.add(ChangeRow.table(change.report().comparison(), change.report().attribution()));
      news |= change.report().isNews();
    }
    DataTable table = tables.isEmpty() ? ChangeRow.none() : DataTable.concat(tables);
    return new Report(blocks(folding), table, ChangesFields.DOCUMENT.document(this))
        .withVerifications(verifications)
        .withNews(news);
  }

  /** Returns the files that could not be compared, each once. */
  List<InvalidFile> invalid() {
    LinkedHashSet<InvalidFile> invalid = new LinkedHashSet<>();
    changes.forEach(change -> invalid.addAll(change.report().invalid()));
    return List.copyOf(invalid);
  }

  private List<Block> blocks(Folding folding) {
    List<Change> news = changes.stream().filter(change -> change.report().isNews()).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Marker("compare"));
    int all = changes.size() + unchanged;
    blocks.add(
        new Block.Heading(
            1,
            news.isEmpty()
                ? "No scenario changed since " + since
                : SideNames.count(news.size(), "scenario") + " of " + all + " changed"));
    List<Change> shown = folding.shown(news, MOST_PARTS);
    for (Change change : shown) {
      CompareReport report = change.report();
      blocks.addAll(
          new CompareBlocks(report.comparison(), report.attribution(), folding)
              .part(change.title(), shown.size()));
    }
    List<Change> left =
        news.subList(news.size() - folding.left(news.size(), MOST_PARTS), news.size());
    if (!left.isEmpty()) {
      List<Block.Fact> facts = new ArrayList<>();
      for (Change change : left) {
        facts.add(
            new Block.Fact(change.title(), new Headline(change.report().comparison(), 0).cells()));
      }
      blocks.add(new Block.Heading(3, "And " + SideNames.count(left.size(), "more scenario")));
      blocks.add(new Block.Facts(facts));
    }
    return blocks;
  }
}
