package org.stargatecalc.render;

import java.io.IOException;
import java.io.OutputStream;
import org.stargatecalc.report.Report;

/** Writes a report in one format, as UTF-8. */
public interface Renderer {
  /**
   * Writes a report; neither flushes nor closes the stream.
   *
   * @throws IOException if the stream cannot be written
   */
  void render(Report report, RenderOptions options, OutputStream out) throws IOException;
}
