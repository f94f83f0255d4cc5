package org.stargatecalc.render.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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
 * <p>A warning passes and says so, what nothing is expected of is skipped; a check takes no time
 * that would be worth telling.
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
    attribute("failures", count(cases, Verification.Outcome.FAILED), xml);
    attribute("errors", count(cases, Verification.Outcome.INVALID), xml);
    attribute("skipped", count(cases, Verification.Outcome.NOT_JUDGED), xml);
    attribute("time", "0", xml);
  }

  private static String count(List<Verification> cases, Verification.Outcome outcome) {
    return Long.toString(cases.stream().filter(one -> one.outcome() == outcome).count());
  }

  private static void suite(String name, List<Verification> cases, StringBuilder xml) {
    xml.append("  <testsuite");
    attribute("name", name, xml);
    counts(cases, xml);
    xml.append(">\n");
    Map<String, Integer> seen = new HashMap<>();
    for (Verification one : cases) {
      // Readers tell cases apart by their names alone.
      int time = seen.merge(one.check(), 1, Integer::sum);
      xml.append("    <testcase");
      attribute("name", time == 1 ? one.check() : one.check() + " (" + time + ")", xml);
      attribute("classname", name, xml);
      attribute("time", "0", xml);
      xml.append(">\n");
      String says = VerificationText.of(one);
      String element =
          switch (one.outcome()) {
            case FAILED -> "failure";
            case INVALID -> "error";
            case NOT_JUDGED -> "skipped";
            case PASSED, WARNED -> "";
          };
      if (element.equals("skipped")) {
        xml.append("      <skipped");
        attribute("message", says, xml);
        xml.append("/>\n");
      } else if (!element.isEmpty()) {
        xml.append("      <").append(element);
        attribute("message", says, xml);
        attribute("type", one.rule(), xml);
        xml.append('>').append(Printable.markup(place(one) + one.check() + ": " + says));
        xml.append("</").append(element).append(">\n");
      } else {
        String prefix = one.outcome() == Verification.Outcome.WARNED ? "warning: " : "";
        xml.append("      <system-out>")
            .append(Printable.markup(prefix + says))
            .append("</system-out>\n");
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
    xml.append(' ').append(name).append("=\"").append(Printable.markup(value)).append('"');
  }
}
