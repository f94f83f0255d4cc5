package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * The scenarios that differ from those of a git revision: changed themselves or by what they
 * extend, renamed, new or deleted.
 */
final class ChangedScenarios {
  private final String revision;
  private final Session session;
  private final Map<String, Pair> pairs = new TreeMap<>();
  private final Set<Path> unchanged = new HashSet<>();
  private final ChangedFiles.Known changes = new ChangedFiles.Known();

  /**
   * A scenario in both states.
   *
   * @param title how it is called now and was before
   * @param before its name in the revision
   * @param isNew whether the revision has no such file
   * @param now its name in the working tree
   */
  record Pair(String title, String before, boolean isNew, String now) {}

  private ChangedScenarios(String revision, Session session) {
    this.revision = revision;
    this.session = session;
  }

  /**
   * Looks for them among files and folders.
   *
   * @throws UsageException if git cannot tell what has changed there
   */
  static ChangedScenarios among(List<String> operands, String revision, Session session)
      throws UsageException {
    ChangedScenarios found = new ChangedScenarios(revision, session);
    List<Look> looks = new ArrayList<>();
    for (String operand : operands) {
      if (operand.equals("-") || GitReference.isOne(operand)) {
        throw new UsageException(
            Option.CHANGED_SINCE + ": found '" + operand + "'; expected files and folders");
      }
      try {
        looks.add(found.look(operand, operands));
      } catch (InvalidPathException | IOException e) {
        throw new UsageException(Option.CHANGED_SINCE + ": " + operand + ": " + e.getMessage());
      }
    }
    for (Look look : looks) {
      try {
        found.findGone(look);
      } catch (IOException e) {
        throw new UsageException(
            Option.CHANGED_SINCE + ": " + look.operand() + ": " + e.getMessage());
      }
    }
    return found;
  }

  /** Returns the scenarios that differ, by name. */
  List<Pair> pairs() {
    return List.copyOf(pairs.values());
  }

  /** Returns warnings of overlays that differ themselves, which that leaves unsaid. */
  Problems overlays(List<String> overlays) {
    Problems problems = new Problems();
    for (String overlay : overlays) {
      if (!overlay.equals("-") && !GitReference.isOne(overlay) && changes.has(overlay)) {
        problems.warning(
            new Location(overlay, 0, 0),
            "",
            "it differs from that of " + revision + ", and is laid over both sides as it is now");
      }
    }
    return problems;
  }

  /** Returns how many scenarios do not differ. */
  int unchanged() {
    return unchanged.size();
  }

  /**
   * What there is of an operand now.
   *
   * @param operand as it was named
   * @param changed of its repository
   * @param folders that were looked through
   */
  private record Look(String operand, ChangedFiles changed, Set<Path> folders) {
    boolean isThere() {
      return Files.exists(Paths.get(operand), LinkOption.NOFOLLOW_LINKS);
    }
  }

  private Look look(String operand, List<String> operands) throws UsageException, IOException {
    Path path = Paths.get(operand);
    ChangedFiles changed = changes.since(revision, path, session.files().revisions());
    boolean isThere = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    ScenarioFolders present =
        ScenarioFolders.present(isThere ? List.of(operand) : List.of(), operands, session);
    for (Problem unseen : present.problems()) {
      throw new UsageException(Option.CHANGED_SINCE + ": " + unseen.message());
    }
    for (ScenarioFolders.Found one : present.found()) {
      Path file = Paths.get(one.name());
      changed.present().add(changed.name(file));
      changed.present().add(changed.name(one.reached()));
      if (isAsBefore(one, file, changed)) {
        unchanged.add(Links.place(file));
      } else {
        pairs.put(one.name(), pair(one, file, changed));
      }
    }
    return new Look(operand, changed, present.folders());
  }

  private void findGone(Look look) throws UsageException, IOException {
    ChangedFiles changed = look.changed();
    GoneFiles gone = new GoneFiles(changed);
    for (Path folder : look.folders()) {
      gone.lookBelow(changed.name(folder.resolve("x")).replaceFirst("/?x$", ""));
    }
    gone.lookBelow(changed.name(Paths.get(look.operand())));
    for (GoneFiles.Gone one : gone.found()) {
      String name = typed(one.name(), changed);
      String before = inRevision(name, changed);
      if (one.below().isEmpty() || ScenarioFolders.isOne(Paths.get(one.below()), before, session)) {
        pairs.put(name, new Pair(name, before, false, name));
      }
    }
    if (!look.isThere() && gone.sawNothing()) {
      throw new UsageException(
          Option.CHANGED_SINCE
              + ": "
              + look.operand()
              + ": no such file or folder, nor in "
              + revision);
    }
  }

  private boolean isAsBefore(ScenarioFolders.Found one, Path file, ChangedFiles changed) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && changed.isAsBefore(file)
        && changed.isAsBefore(one.reached())
        && !restsOnChange(one.name(), changed);
  }

  private Pair pair(ScenarioFolders.Found one, Path file, ChangedFiles changed) throws IOException {
    String now = changed.name(file);
    String reached = changed.isReachedAsBefore(one.reached()) ? now : changed.name(one.reached());
    String before = changed.formerName(now).orElse(reached);
    String title = one.name();
    if (isOfAnother(file, changed)) {
      title += " (in another git repository)";
    } else if (!before.equals(now)) {
      title += " (was " + typed(before, changed) + ")";
    }
    return new Pair(
        title, inRevision(typed(before, changed), changed), isNew(before, changed), one.name());
  }

  private static boolean isNew(String before, ChangedFiles changed) {
    try {
      return !changed.before().containsKey(before) && !changed.revision().has(before);
    } catch (IOException unreadable) {
      // reading it says why
      return false;
    }
  }

  /** Returns whether a repository among the files of this one has a file. */
  private static boolean isOfAnother(Path file, ChangedFiles changed) throws IOException {
    Path top = changed.revision().top();
    Path at = Links.place(file).getParent();
    while (at != null && !at.equals(top) && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
    }
    return !top.equals(at);
  }

  /** Whether a scenario reads another file that has changed, be it one that is gone. */
  private boolean restsOnChange(String file, ChangedFiles changed) {
    Read read = new Read(session.files());
    new ScenarioLoader(session.catalog(), read)
        .load(file, ScenarioLoader.Changes.NONE, new Problems());
    return read.names.stream().anyMatch(name -> !changed.isAsBefore(Paths.get(name)));
  }

  private String inRevision(String name, ChangedFiles changed) {
    // a colon would end it
    String shown = revision.indexOf(':') < 0 ? revision : changed.revision().commit();
    return "git:" + shown + ":" + name;
  }

  /** Returns a name from the top of the repository as one would type it here. */
  private static String typed(String name, ChangedFiles changed) throws IOException {
    Path here = Paths.get("").toRealPath();
    return Links.slashed(here.relativize(changed.revision().top().resolve(name)));
  }

  /** Notes what is read. */
  private static final class Read implements FileSource {
    private final FileSource files;
    private final Set<String> names = new LinkedHashSet<>();

    Read(FileSource files) {
      this.files = files;
    }

    @Override
    public byte[] read(String name) throws IOException {
      names.add(name);
      return files.read(name);
    }

    @Override
    public byte[] readNamedInFile(String name) throws IOException {
      names.add(name);
      return files.readNamedInFile(name);
    }

    @Override
    public String resolve(String from, String relative) {
      return files.resolve(from, relative);
    }
  }
}
