package org.stargatecalc.cli;

import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/**
 * Makes ready what reading a scenario takes while the command line is still being read.
 *
 * <p>Both are classes that are used for the first time, about as long each; a second thread does
 * what does not depend on the command line. Nothing waits for it, and what it did not do is done
 * when it is needed.
 */
final class Preparation extends Thread {
  /** Each kind of syntax that scenarios are usually written in. */
  private static final String YAML = "a: {b: [c, 'd', \"e\"]} # f\ng: >-\n  h\ni:\n  - j\n";

  private final Session session;

  private Preparation(Session session) {
    this.session = session;
  }

  /** Starts it; the process does not wait for its end. */
  static void start(Session session) {
    Thread thread = new Preparation(session);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      YamlTree.readNode("", YAML, new Problems());
      session.catalog().acceleratorIds();
      session.catalog().claimIds();
      session.catalog().defaultValue("pue");
    } catch (RuntimeException | Error sameLater) {
      // Whoever needs it meets the same and says so.
    }
  }
}
