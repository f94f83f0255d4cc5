package org.stargatecalc.render.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.render.VerificationText;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/**
 * Writes checks as a log of SARIF 2.1.0.
 *
 * <p>Results are what failed or warns; what passed or is not judged stands among the properties of
 * the run, since viewers take every result for an alert.
 */
public final class SarifRenderer implements Renderer {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    List<Data> results = new ArrayList<>();
    List<Data> passed = new ArrayList<>();
    List<Data> notJudged = new ArrayList<>();
    for (Verification one : report.verifications()) {
      switch (one.outcome()) {
        case PASSED -> passed.add(Data.text(text(one)));
        case NOT_JUDGED -> notJudged.add(Data.text(text(one)));
        case FAILED, INVALID, WARNED -> results.add(result(one));
      }
    }
    Data log =
        Data.Members.builder()
            .put("$schema", Data.text(SCHEMA))
            .put("version", Data.text("2.1.0"))
            .put(
                "runs",
                items(
                    Data.Members.builder()
                        .put("tool", Data.Members.builder().put("driver", driver(options)).build())
                        .put("columnKind", Data.text("utf16CodeUnits"))
                        .put("results", new Data.Items(results))
                        .put(
                            "properties",
                            Data.Members.builder()
                                .put("passed", new Data.Items(passed))
                                .put("notJudged", new Data.Items(notJudged))
                                .build())
                        .build()))
            .build();
    new JsonRenderer().render(new Report(List.of(), report.table(), log), options, out);
  }

  private static Data driver(RenderOptions options) {
    Data.Builder driver = Data.Members.builder().put("name", Data.text("stargate-calc"));
    options
        .made()
        .ifPresent(
            made ->
                driver
                    .put("version", Data.text(made.version()))
                    .put("informationUri", Data.text(made.home())));
    return driver
        .put(
            "rules",
            items(
                rule("expect", "An expectation that the scenario states is not met."),
                rule("fail-on", "A condition named on the command line is true."),
                rule("tolerance", "A metric differs from the baseline by more than tolerated."),
                rule("baseline", "A baseline does not cover what is checked, or holds more."),
                rule("fresh", "A value is old, or has no source or date."),
                rule("compare", "Results differ from those that they are compared with."),
                rule("invalid", "A file is no scenario that can be projected.")))
        .build();
  }

  private static Data rule(String id, String description) {
    return Data.Members.builder()
        .put("id", Data.text(id))
        .put("shortDescription", message(description))
        .build();
  }

  private static Data result(Verification one) {
    // Code scanning shows nothing that has no place: what concerns a file as a whole is at its top.
    Data physical =
        Data.Members.builder()
            .put(
                "artifactLocation",
                Data.Members.builder().put("uri", Data.text(uri(one.file()))).build())
            .put(
                "region",
                Data.Members.builder()
                    .put("startLine", new Data.Whole(Math.max(1, one.line())))
                    .put("startColumn", new Data.Whole(Math.max(1, one.column())))
                    .build())
            .build();
    boolean warned = one.outcome() == Verification.Outcome.WARNED;
    return Data.Members.builder()
        .put("ruleId", Data.text(one.rule()))
        .put("level", Data.text(warned ? "warning" : "error"))
        .put("message", message(text(one)))
        .put("locations", items(Data.Members.builder().put("physicalLocation", physical).build()))
        .build();
  }

  private static String text(Verification one) {
    return one.suite() + ": " + one.check() + ": " + VerificationText.of(one);
  }

  private static Data message(String text) {
    return Data.Members.builder().put("text", Data.text(Printable.of(text))).build();
  }

  /** Returns a file name as a URI reference: what a URI cannot hold is percent-encoded. */
  private static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte b : file.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "%%%02X", b));
    }
    return uri.toString();
  }

  private static Data items(Data... items) {
    return new Data.Items(List.of(items));
  }
}
