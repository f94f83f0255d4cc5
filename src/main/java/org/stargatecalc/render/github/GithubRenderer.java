package org.stargatecalc.render.github;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.render.VerificationText;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/**
 * Writes checks as annotations of GitHub Actions.
 *
 * <p>A step shows at most ten errors, ten warnings and ten notices, so the worst come first and the
 * rest is counted in the last notice.
 */
public final class GithubRenderer implements Renderer {
  private static final int MOST = 10;

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Verification> invalid = worstFirst(report, Verification.Outcome.INVALID);
    List<Verification> failed = new ArrayList<>(invalid);
    failed.addAll(worstFirst(report, Verification.Outcome.FAILED));
    List<Verification> warned = worstFirst(report, Verification.Outcome.WARNED);
    failed.stream().limit(MOST).forEach(one -> annotation("error", one, text));
    List<Verification> unjudged = worstFirst(report, Verification.Outcome.NOT_JUDGED);
    warned.stream().limit(MOST).forEach(one -> annotation("warning", one, text));
    unjudged.stream().limit(MOST - 1).forEach(one -> annotation("notice", one, text));
    int more =
        Math.max(0, failed.size() - MOST)
            + Math.max(0, warned.size() - MOST)
            + Math.max(0, unjudged.size() - (MOST - 1));
    int passed = worstFirst(report, Verification.Outcome.PASSED).size();
    text.append("::notice title=stargate-calc::");
    if (!invalid.isEmpty()) {
      long files = invalid.stream().map(Verification::suite).distinct().count();
      text.append(files).append(" invalid, ");
    }
    text.append(failed.size() - invalid.size()).append(" failed, ");
    text.append(warned.size()).append(warned.size() == 1 ? " warning, " : " warnings, ");
    text.append(passed).append(" passed");
    if (!unjudged.isEmpty()) {
      text.append(", ").append(unjudged.size()).append(" not judged");
    }
    if (more > 0) {
      text.append("; ").append(more).append(" not shown here");
    }
    text.append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Verification> worstFirst(Report report, Verification.Outcome outcome) {
    return report.verifications().stream()
        .filter(one -> one.outcome() == outcome)
        .sorted(Comparator.comparingDouble(Verification::severity).reversed())
        .toList();
  }

  private static void annotation(String kind, Verification one, StringBuilder text) {
    text.append("::").append(kind).append(" file=").append(property(one.file()));
    if (one.line() > 0) {
      text.append(",line=").append(one.line()).append(",col=").append(one.column());
    }
    text.append(",title=").append(property(one.suite() + ": " + one.check())).append("::");
    text.append(message(VerificationText.of(one))).append('\n');
  }

  private static String message(String text) {
    return Printable.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
