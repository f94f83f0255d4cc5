package org.stargatecalc.draws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.result.RecordedDraws;
import org.stargatecalc.tree.JsonTree;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;
import org.stargatecalc.uncertainty.Sampling;

/** Joins the parts of a run that {@code project --shard} saved. */
public final class DrawsReader {
  private static final String EXPECTED = "a file that project --shard or --draws wrote";

  /** Only a head of many periods needs more than the first bytes of a file. */
  private static final int USUAL_HEAD = 1 << 14;

  private static final int LONGEST_HEAD = 1 << 20;

  /** Metrics that are named if they are missing; of more, those that are there. */
  private static final int MOST_MISSING = 3;

  private final FilePieces files;
  private final Problems problems;

  private DrawsReader(FilePieces files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /**
   * What the draws are wanted for.
   *
   * @param toolVersion of this program
   * @param scenario as read now
   * @param ends last days of the periods
   * @param metrics that must be among those drawn
   */
  public record Wanted(
      String toolVersion, LoadedScenario scenario, List<LocalDate> ends, List<Metric> metrics) {
    /** Copies the lists. */
    public Wanted {
      ends = List.copyOf(ends);
      metrics = List.copyOf(metrics);
    }
  }

  /** A part of a run, as its file tells. */
  private record Part(String file, DrawnRun run, DrawRange range, List<SavedDraws.Block> blocks) {}

  /**
   * Joins the parts of one run.
   *
   * @param names of their files, in any order, at least one
   * @param problems receives everything that is wrong with a file or keeps the parts from being one
   *     whole run that is wanted
   * @return all draws of the run, empty if anything is wrong
   */
  public static Optional<RecordedDraws> join(
      List<String> names, Wanted wanted, FilePieces files, Problems problems) {
    DrawsReader reader = new DrawsReader(files, problems);
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      reader.part(name).ifPresent(parts::add);
    }
    if (problems.isEmpty()) {
      reader.checkRuns(parts, wanted);
    }
    // That a part is missing weighs more than that all of them lack something.
    if (problems.isEmpty()) {
      parts.sort(Comparator.comparingInt(part -> part.range().first()));
      reader.checkWhole(parts);
    }
    if (problems.isEmpty()) {
      reader.checkAnswers(parts.get(0), wanted);
    }
    return problems.isEmpty()
        ? Optional.of(
            new SavedDraws(
                parts.get(0).run(),
                parts.stream().flatMap(part -> part.blocks().stream()).toList(),
                files))
        : Optional.empty();
  }

  // ---- one file ----

  private Optional<Part> part(String name) {
    try {
      byte[] bytes = files.read(name, 0, USUAL_HEAD);
      Optional<String> schema = JsonTree.rootText(bytes, "schema");
      if (!schema.equals(Optional.of(DrawnRun.SCHEMA))) {
        String found = schema.map(s -> "'" + s + "'").orElse("something else");
        if (schema.isPresent() && schema.get().startsWith(DrawnRun.FORMS)) {
          error(
              name,
              "found draws in the form " + found + ", of another version",
              "'" + DrawnRun.SCHEMA + "': make all parts again by one version");
        } else {
          error(name, "found " + found + " where draws should be", EXPECTED);
        }
        return Optional.empty();
      }
      int head = endOfLine(bytes);
      if (head == 0) {
        bytes = files.read(name, 0, LONGEST_HEAD);
        head = endOfLine(bytes);
      }
      if (head == 0 || bytes.length < head + Integer.BYTES) {
        error(name, "found the end of the file in its head", "all that was written: it is cut");
        return Optional.empty();
      }
      if (!SavedDraws.isWhole(bytes, head)) {
        error(name, "found a damaged head", "it as it was written");
        return Optional.empty();
      }
      Optional<Node.Mapping> root = JsonTree.read(name, Arrays.copyOf(bytes, head), problems);
      return root.isEmpty() ? Optional.empty() : part(name, root.get(), head + Integer.BYTES);
    } catch (IOException e) {
      problems.error(new Location(name, 0, 0), "", "cannot read it: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private Optional<Part> part(String name, Node.Mapping root, long offset) throws IOException {
    DrawnRun run;
    DrawRange range;
    try {
      run = run(root);
      range = new DrawRange(whole(root, "first_draw"), whole(root, "last_draw"));
      if (range.last() >= run.draws()) {
        throw new IllegalArgumentException("more draws than the run has");
      }
    } catch (IllegalArgumentException | DateTimeException unknown) {
      error(name, "found a head that this version does not read", EXPECTED);
      return Optional.empty();
    }
    return blocks(name, run, range, offset).map(blocks -> new Part(name, run, range, blocks));
  }

  private static DrawnRun run(Node.Mapping root) {
    if (!(YamlTree.child(root, "scenario") instanceof Node.Mapping scenario)) {
      throw new IllegalArgumentException("no scenario");
    }
    return new DrawnRun(
        text(root, "tool_version"),
        text(scenario, "name"),
        text(scenario, "fingerprint"),
        Long.parseLong(text(root, "seed")),
        Arrays.stream(Sampling.values())
            .filter(sampling -> sampling.id().equals(text(root, "sampling")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no sampling")),
        whole(root, "samples"),
        texts(root, "metrics").stream()
            .map(id -> Metric.of(id).orElseThrow(() -> new IllegalArgumentException(id)))
            .toList(),
        texts(root, "period_ends").stream().map(LocalDate::parse).toList(),
        texts(root, "claims"));
  }

  private static String text(Node.Mapping parent, String key) {
    if (YamlTree.child(parent, key) instanceof Node.Scalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw new IllegalArgumentException(key);
  }

  private static int whole(Node.Mapping parent, String key) {
    return Integer.parseInt(text(parent, key));
  }

  private static List<String> texts(Node.Mapping parent, String key) {
    List<String> texts = new ArrayList<>();
    if (!(YamlTree.child(parent, key) instanceof Node.Sequence items)) {
      throw new IllegalArgumentException(key);
    }
    for (Node item : items.items()) {
      if (!(item instanceof Node.Scalar scalar)) {
        throw new IllegalArgumentException(key);
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  /** Finds the blocks of a file by their lengths; what they hold is checked when it is read. */
  private Optional<List<SavedDraws.Block>> blocks(
      String name, DrawnRun run, DrawRange range, long start) throws IOException {
    List<SavedDraws.Block> blocks = new ArrayList<>();
    long size = files.size(name);
    long offset = start;
    for (int next = range.first(); next <= range.last(); ) {
      ByteBuffer head = SavedDraws.buffer(files.read(name, offset, SavedDraws.Block.HEAD));
      boolean cut = head.remaining() < SavedDraws.Block.HEAD;
      int length = cut ? 0 : head.getInt();
      int first = cut ? next : head.getInt();
      int last = cut ? next : head.getInt();
      if (!cut
          && (first != next
              || last < first
              || last > range.last()
              || length < SavedDraws.Block.shortest(run.columns())
              || length > SavedDraws.Block.longest(run.columns(), last - first + 1L))) {
        error(
            name,
            "found damaged bytes before draw " + next,
            "draws " + next + " to " + range.last());
        return Optional.empty();
      }
      SavedDraws.Block block =
          new SavedDraws.Block(name, offset, length, new DrawRange(first, last));
      offset = block.end();
      if (cut || offset > size) {
        error(
            name,
            "found the end of the file before draw " + next,
            "draws up to " + range.last() + ": it is cut");
        return Optional.empty();
      }
      blocks.add(block);
      next = last + 1;
    }
    if (offset < size) {
      error(name, "found more bytes after its last draw, " + range.last(), "nothing more");
      return Optional.empty();
    }
    return Optional.of(blocks);
  }

  /** Returns the length of the first line with its line feed, 0 if it has none. */
  private static int endOfLine(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  // ---- all files ----

  private void checkRuns(List<Part> parts, Wanted wanted) {
    Set<DrawnRun> known = new HashSet<>();
    for (Part part : parts) {
      // What is wrong with a run is said once, not for each of its parts.
      if (known.add(part.run())) {
        if (isOfScenario(part, wanted)) {
          checkSame(part, parts.get(0));
        }
      }
    }
  }

  private boolean isOfScenario(Part part, Wanted wanted) {
    DrawnRun run = part.run();
    LoadedScenario scenario = wanted.scenario();
    String name = "'" + scenario.spec().name() + "'";
    if (!run.toolVersion().equals(wanted.toolVersion())) {
      error(
          part.file(),
          "found draws of version " + run.toolVersion(),
          "those of this version, " + wanted.toolVersion());
      return false;
    }
    if (!run.scenario().equals(scenario.spec().name())) {
      error(part.file(), "found draws of the scenario '" + run.scenario() + "'", name);
      return false;
    }
    if (!run.fingerprint().equals(scenario.fingerprint().get())
        || !run.claims().equals(scenario.claims().stream().map(Claim::id).toList())) {
      error(
          part.file(),
          "found draws of another " + name,
          "the same file, --set, --scale and --overlay as for its draws");
      return false;
    }
    return true;
  }

  private void checkAnswers(Part part, Wanted wanted) {
    DrawnRun run = part.run();
    if (!run.ends().equals(wanted.ends())) {
      error(
          part.file(),
          "found " + describe(run.ends()),
          describe(wanted.ends()) + ": the same --by or --at as for its draws");
    }
    List<String> missing =
        wanted.metrics().stream()
            .filter(metric -> !run.metrics().contains(metric))
            .map(Metric::id)
            .toList();
    if (!missing.isEmpty()) {
      List<String> drawn = run.metrics().stream().map(Metric::id).toList();
      error(
          part.file(),
          missing.size() > MOST_MISSING
              ? "found draws of " + String.join(", ", drawn) + " alone"
              : "found no " + String.join(", ", missing),
          "the same --metrics as for its draws");
    }
  }

  private static String describe(List<LocalDate> ends) {
    return ends.size() == 1
        ? "one period to " + ends.get(0)
        : ends.size() + " periods to " + ends.get(ends.size() - 1);
  }

  private void checkSame(Part part, Part first) {
    DrawnRun run = part.run();
    DrawnRun other = first.run();
    if (run.draws() != other.draws()) {
      unlike(part, first, "a part of " + run.draws() + " draws", "one of " + other.draws());
    }
    if (run.seed() != other.seed()) {
      unlike(part, first, "seed " + run.seed(), "seed " + other.seed());
    }
    if (run.sampling() != other.sampling()) {
      unlike(part, first, run.sampling().id() + " points", other.sampling().id() + " points");
    }
    if (!run.ends().equals(other.ends())) {
      unlike(part, first, describe(run.ends()), describe(other.ends()));
    }
    if (!run.metrics().equals(other.metrics())) {
      unlike(part, first, "other metrics", "the same --metrics");
    }
  }

  private void unlike(Part part, Part first, String found, String expected) {
    error(part.file(), "found " + found, expected + ", as in " + first.file());
  }

  /**
   * Checks that every draw is there once.
   *
   * @param parts of one run, by their first draws
   */
  private void checkWhole(List<Part> parts) {
    int draws = parts.get(0).run().draws();
    int next = 0;
    Part furthest = parts.get(0);
    for (Part part : parts) {
      DrawRange range = part.range();
      if (range.first() > next) {
        missing(next, range.first() - 1, draws);
      } else if (range.first() < next) {
        error(
            part.file(),
            "found " + words(range.first(), Math.min(next - 1, range.last())),
            "draws that " + furthest.file() + " does not hold");
      }
      if (range.last() >= next) {
        next = range.last() + 1;
        furthest = part;
      }
    }
    if (next < draws) {
      missing(next, draws - 1, draws);
    }
  }

  private void missing(int first, int last, int draws) {
    error("parts", "found none with " + words(first, last), "all draws from 0 to " + (draws - 1));
  }

  private static String words(int first, int last) {
    return first == last ? "draw " + first : "draws " + first + " to " + last;
  }

  private void error(String file, String found, String expected) {
    problems.error(new Location(file, 0, 0), "", found, expected);
  }
}
