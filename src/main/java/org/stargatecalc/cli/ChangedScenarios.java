package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.Problems;

/**
 * The scenarios that differ from those of a git revision: changed themselves or by what they
 * extend, renamed, new or deleted.
 */
final class ChangedScenarios {
  private final String revision;
  private final Session session;
  private final Map<String, Pair> pairs = new TreeMap<>();
  private int unchanged;

  /**
   * A scenario in both states.
   *
   * @param title how it is called now and was before
   * @param before its name in the revision
   * @param now its name in the working tree
   */
  record Pair(String title, String before, String now) {}

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
    for (String operand : operands) {
      if (operand.equals("-") || GitReference.isOne(operand)) {
        throw new UsageException(
            Option.CHANGED_SINCE + ": found '" + operand + "'; expected files and folders");
      }
      try {
        found.look(operand, ChangedFiles.since(revision, Paths.get(operand)));
      } catch (InvalidPathException | IOException e) {
        throw new UsageException(Option.CHANGED_SINCE + ": " + operand + ": " + e.getMessage());
      }
    }
    return found;
  }

  /** Returns the scenarios that differ, by name. */
  List<Pair> pairs() {
    return List.copyOf(pairs.values());
  }

  /** Returns how many scenarios do not differ. */
  int unchanged() {
    return unchanged;
  }

  private void look(String operand, ChangedFiles changed) throws UsageException {
    Set<Path> present = new LinkedHashSet<>();
    for (String file : ScenarioFolders.present(List.of(operand), session).files()) {
      Path path = Paths.get(file);
      present.add(path.toAbsolutePath().normalize());
      if (!changed.isEmpty() && (changed.has(path) || restsOn(file, changed))) {
        String before = name(changed.before(path));
        boolean same = before.equals(name(path.toAbsolutePath().normalize()));
        String title = same ? file : file + " (was " + before + ")";
        pairs.put(file, new Pair(title, inRevision(before), file));
      } else {
        unchanged++;
      }
    }
    Path within = Paths.get(operand).toAbsolutePath().normalize();
    boolean isKnown = Files.exists(within);
    for (Path gone : changed.gone(present)) {
      String name = name(gone);
      if (gone.equals(within)
          || (gone.startsWith(within)
              && ScenarioFolders.isOne(within.relativize(gone), inRevision(name), session))) {
        pairs.put(name, new Pair(name, inRevision(name), name));
      }
      isKnown |= gone.startsWith(within);
    }
    if (!isKnown) {
      throw new UsageException(
          Option.CHANGED_SINCE + ": " + operand + ": no such file or folder, nor in " + revision);
    }
  }

  /** Whether a scenario reads another file that has changed, be it one that is gone. */
  private boolean restsOn(String file, ChangedFiles changed) {
    Read read = new Read(session.files());
    new ScenarioLoader(session.catalog(), read)
        .load(file, ScenarioLoader.Changes.NONE, new Problems());
    return read.names.stream().anyMatch(name -> changed.has(Paths.get(name)));
  }

  private String inRevision(String name) {
    return "git:" + revision + ":" + name;
  }

  /** Returns a file's name as one would type it here. */
  private static String name(Path file) {
    Path here = Paths.get("").toAbsolutePath().normalize();
    return here.relativize(file).toString().replace('\\', '/');
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
