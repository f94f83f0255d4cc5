package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The revisions that a run has asked for: each is one commit throughout, though a branch moves. */
final class Revisions {
  private final Map<List<Object>, Revision> known = new HashMap<>();

  /**
   * Returns the commit that a revision is in the repository of a folder.
   *
   * @throws IOException if there is none
   */
  Revision of(Path folder, String name) throws IOException {
    List<Object> key = List.of(folder, name);
    Revision revision = known.get(key);
    if (revision == null) {
      revision = Revision.of(folder, name);
      known.put(key, revision);
    }
    return revision;
  }
}
