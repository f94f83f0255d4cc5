package org.stargatecalc.render.svg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Picture;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.Report;

/** Writes the picture of a report that is asked for, one below the other for several scenarios. */
public final class SvgRenderer implements Renderer {
  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (Drawing drawing : report.drawings()) {
      pictures.add(SvgPictures.chosen(drawing, options.chart()));
    }
    if (pictures.isEmpty()) {
      pictures.add(new Picture("none", "stargate-calc", List.of()));
    }
    out.write(SvgPictures.file(pictures).getBytes(StandardCharsets.UTF_8));
  }
}
