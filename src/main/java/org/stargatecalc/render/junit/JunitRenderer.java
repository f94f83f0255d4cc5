package org.stargatecalc.render.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.render.VerificationText;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/**
 * Writes checks as JUnit's XML: one suite a scenario, one case a check.
 *
 * <p>A warning passes and says so; a check takes no time that would be worth telling.
 */
public final class JunitRenderer implements Renderer {
  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    Map<String, List<Verification>> suites = new LinkedHashMap<>();
    for (Verification one : report.verifications()) {
      suites.computeIfAbsent(one.suite(), k -> new ArrayList<>()).add(one);
    }
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"stargate-calc\"");
    counts(report.verifications(), xml);
    xml.append(">\n");
    suites.forEach((name, cases) -> suite(name, cases, xml));
    xml.append("</testsuites>\n");
    out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void counts(List<Verification> cases, StringBuilder xml) {
    attribute("tests", Integer.toString(cases.size()), xml);
    attribute(
        "failures",
        Long.toString(
            cases.stream().filter(c -> c.outcome() == Verification.Outcome.FAILED).count()),
        xml);
    attribute("errors", "0", xml);
    attribute("skipped", "0", xml);
    attribute("time", "0", xml);
  }

  private static void suite(String name, List<Verification> cases, StringBuilder xml) {
    xml.append("  <testsuite");
    attribute("name", name, xml);
    counts(cases, xml);
    xml.append(">\n");
    for (Verification one : cases) {
      xml.append("    <testcase");
      attribute("name", one.check(), xml);
      attribute("classname", name, xml);
      attribute("time", "0", xml);
      xml.append(">\n");
      String says = VerificationText.of(one);
      if (one.outcome() == Verification.Outcome.FAILED) {
        xml.append("      <failure");
        attribute("message", says, xml);
        attribute("type", one.rule(), xml);
        xml.append('>').append(escape(place(one) + one.check() + ": " + says));
        xml.append("</failure>\n");
      } else {
        String prefix = one.outcome() == Verification.Outcome.WARNED ? "warning: " : "";
        xml.append("      <system-out>").append(escape(prefix + says)).append("</system-out>\n");
      }
      xml.append("    </testcase>\n");
    }
    xml.append("  </testsuite>\n");
  }

  private static String place(Verification one) {
    return one.line() > 0
        ? one.file() + ":" + one.line() + ":" + one.column() + ": "
        : one.file() + ": ";
  }

  private static void attribute(String name, String value, StringBuilder xml) {
    xml.append(' ').append(name).append("=\"").append(escape(value)).append('"');
  }

  private static String escape(String text) {
    return Printable.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
