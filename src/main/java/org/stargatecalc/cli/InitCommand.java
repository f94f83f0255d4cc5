package org.stargatecalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;

/** A first scenario, an overlay and what continuous integration needs, for a new folder. */
final class InitCommand extends Command<InitCommand.Request> {
  /**
   * What is asked for.
   *
   * @param folder where the files go
   * @param url where the workflow fetches this program
   */
  record Request(String folder, String url) {}

  /** An address as it may stand between quotes: nothing in it ends them or is an expression. */
  private static final Pattern ADDRESS = Pattern.compile("(https|file)://[^\\s\"\\\\$]+");

  /** What the first lines of the files refer to, so that editors complete and check them. */
  private static final List<String> SCHEMAS = List.of("scenario", "overlay");

  /** Where each file goes, and which of ours it is. */
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("scenarios/my-plan.yaml", "scenario.yaml");
    FILES.put("overlays/second-phase-late.yaml", "overlay.yaml");
    FILES.put(".github/workflows/scenarios.yml", "workflow.yml");
  }

  InitCommand() {
    super(
        "init",
        "a first scenario, an overlay and a CI workflow in a folder",
        Operands.words(
            "[DIR]", 0, 1, "The folder (the current one); nothing in it is overwritten."),
        List.of(),
        List.of(Option.URL));
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    return before.isEmpty() ? Candidates.FILES : Candidates.NONE;
  }

  @Override
  public List<String> examples() {
    return List.of("init my-plans", "init my-plans --url https://example.org/tools/stargate-calc");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    String url = arguments.text(Option.URL).orElse(Version.download());
    if (!ADDRESS.matcher(url).matches()) {
      throw new UsageException(
          Option.URL + ": found '" + url + "'; expected an address that begins with https://");
    }
    return new Request(arguments.operands().isEmpty() ? "." : arguments.operands().get(0), url);
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    try {
      Path folder = Paths.get(request.folder());
      for (String file : FILES.keySet()) {
        refuseExisting(folder.resolve(file));
      }
      for (String name : SCHEMAS) {
        refuseExisting(schemaFile(folder, name));
      }
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        byte[] text = resource(file.getValue());
        boolean isWorkflow = file.getKey().startsWith(".github/");
        write(folder.resolve(file.getKey()), isWorkflow ? pinned(text, request) : text, session);
      }
      for (String name : SCHEMAS) {
        ExitStatus written = schema(name, schemaFile(folder, name), session);
        if (written != ExitStatus.DONE) {
          return written;
        }
      }
      if (Executable.sha256().isEmpty()) {
        session.say("the workflow lacks a checksum: this program does not run from one file");
      }
      session.say("now: stargate-calc project " + folder.resolve("scenarios/my-plan.yaml"));
      return ExitStatus.DONE;
    } catch (InvalidPathException | IOException e) {
      session.say("cannot write to " + request.folder() + ": " + e.getMessage());
      return ExitStatus.OUTPUT;
    }
  }

  private static Path schemaFile(Path folder, String name) {
    return folder.resolve(name + ".schema.json");
  }

  private static ExitStatus schema(String name, Path file, Session session) {
    Report schema =
        new Report(
            List.of(), new DataTable.InMemory(), SchemaCommand.ofFile(name, session.catalog()));
    ExitStatus written = Output.toFile(Format.JSON, file.toString()).write(schema, session);
    if (written == ExitStatus.DONE) {
      session.say("wrote " + file);
    }
    return written;
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

  /** Has the workflow run this very program: its version, its address, its checksum. */
  private static byte[] pinned(byte[] workflow, Request request) throws IOException {
    return new String(workflow, StandardCharsets.UTF_8)
        .replace("@VERSION@", Version.text())
        .replace("@URL@", request.url())
        .replace("@SHA256@", Executable.sha256())
        .getBytes(StandardCharsets.UTF_8);
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
