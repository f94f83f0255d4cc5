package org.stargatecalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.schema.ScenarioSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A first scenario, an overlay and what continuous integration needs, for a new folder. */
final class InitCommand implements Command {
  private static final String SCHEMA = "scenario.schema.json";

  /** Where each file goes, and which of ours it is. */
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("scenarios/my-plan.yaml", "scenario.yaml");
    FILES.put("overlays/second-phase-late.yaml", "overlay.yaml");
    FILES.put(".github/workflows/scenarios.yml", "workflow.yml");
  }

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String summary() {
    return "a first scenario, an overlay and a CI workflow in a folder";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("DIR")
            .arity("0..1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("The folder (the current one); nothing in it is overwritten.")
            .build());
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    List<String> operands = Options.operands(line);
    String name = operands.isEmpty() ? "." : operands.get(0);
    try {
      Path folder = Paths.get(name);
      for (String file : FILES.keySet()) {
        refuseExisting(folder.resolve(file));
      }
      refuseExisting(folder.resolve(SCHEMA));
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        write(folder.resolve(file.getKey()), resource(file.getValue()), session);
      }
      Report schema =
          new Report(List.of(), new DataTable.InMemory(), ScenarioSchema.schema(session.catalog()));
      ExitStatus written =
          Output.toFile(Format.JSON, folder.resolve(SCHEMA).toString()).write(schema, session);
      if (written == ExitStatus.DONE) {
        session.say("wrote " + folder.resolve(SCHEMA));
        session.say("now: stargate-calc project " + folder.resolve("scenarios/my-plan.yaml"));
      }
      return written;
    } catch (InvalidPathException | IOException e) {
      session.say("cannot write to " + name + ": " + e.getMessage());
      return ExitStatus.OUTPUT;
    }
  }

  private static void refuseExisting(Path file) throws UsageException {
    if (Files.exists(file)) {
      throw new UsageException("init: " + file + " exists already; nothing was written");
    }
  }

  private static void write(Path file, byte[] bytes, Session session) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    session.say("wrote " + file);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("/org/stargatecalc/init/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return in.readAllBytes();
    }
  }
}
