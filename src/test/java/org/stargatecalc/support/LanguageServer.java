package org.stargatecalc.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * yaml-language-server over standard input and output: what an editor asks it and what it answers.
 *
 * <p>It is looked for below {@code target/tools}, where {@code .ci/run} puts it if npm is there,
 * then among npm's packages for all.
 */
public final class LanguageServer implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path OWN = Path.of("target/tools/node_modules");
  private static final String PACKAGE = "yaml-language-server";

  /** A mark under a piece of text; lines and columns count from 1. */
  public record Mark(int line, int column, String message) {}

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final String schema;
  private final Map<String, JsonNode> diagnostics = new HashMap<>();
  private int requests;

  private LanguageServer(Process process, String schema) {
    this.process = process;
    this.in = new BufferedInputStream(process.getInputStream());
    this.out = process.getOutputStream();
    this.schema = schema;
  }

  /** Returns the folder of the server's package, if it is installed and can be run. */
  public static Optional<Path> installed() throws IOException {
    if (!Tool.succeeds("node", "--version")) {
      return Optional.empty();
    }
    Path own = OWN.resolve(PACKAGE);
    if (Files.exists(own)) {
      return Optional.of(own.toAbsolutePath());
    }
    return Tool.succeeds("npm", "--version")
        ? Optional.of(Path.of(Tool.run("npm", "root", "-g").strip(), PACKAGE)).filter(Files::exists)
        : Optional.empty();
  }

  /**
   * Starts a server.
   *
   * @param home the folder of its package
   * @param schema of every file; without it a file's own modeline says
   */
  public static LanguageServer start(Path home, Optional<Path> schema) throws IOException {
    Process process =
        new ProcessBuilder("node", home.resolve("bin/yaml-language-server").toString(), "--stdio")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String uri = schema.map(file -> file.toUri().toString()).orElse("");
    LanguageServer server = new LanguageServer(process, uri);
    server.ask(
        "initialize",
        """
        {"processId": null, "rootUri": null, "capabilities": {"workspace": {"configuration": true},
         "textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}}}
        """);
    server.tell("initialized", "{}");
    server.tell("workspace/didChangeConfiguration", "{\"settings\": {}}");
    return server;
  }

  /** Opens a file and returns what is marked in it. */
  public List<Mark> marks(Path file, String text) throws IOException {
    open(file, text);
    return marks(file);
  }

  /** Opens a file. The server waits a little before it looks, so that many go together. */
  public void open(Path file, String text) throws IOException {
    Map<String, Object> document =
        Map.of("uri", file.toUri().toString(), "languageId", "yaml", "version", 1, "text", text);
    tell("textDocument/didOpen", MAPPER.writeValueAsString(Map.of("textDocument", document)));
  }

  /** Returns what is marked in an open file. */
  public List<Mark> marks(Path file) throws IOException {
    String uri = file.toUri().toString();
    while (!diagnostics.containsKey(uri)) {
      receive();
    }
    List<Mark> marks = new ArrayList<>();
    for (JsonNode mark : diagnostics.get(uri)) {
      JsonNode start = mark.get("range").get("start");
      marks.add(
          new Mark(
              start.get("line").asInt() + 1,
              start.get("character").asInt() + 1,
              mark.get("message").asString()));
    }
    return marks;
  }

  /** Returns what stands beside a place of an open file. */
  public String hover(Path file, int line, int column) throws IOException {
    return ask("textDocument/hover", at(file, line, column)).at("/contents/value").asString();
  }

  /** Returns what may be written at a place of an open file. */
  public List<String> completions(Path file, int line, int column) throws IOException {
    JsonNode answer = ask("textDocument/completion", at(file, line, column));
    List<String> labels = new ArrayList<>();
    for (JsonNode item : answer.has("items") ? answer.get("items") : answer) {
      labels.add(item.get("label").asString());
    }
    return labels;
  }

  private static String at(Path file, int line, int column) {
    return "{\"textDocument\": {\"uri\": "
        + MAPPER.writeValueAsString(file.toUri().toString())
        + "}, \"position\": {\"line\": "
        + (line - 1)
        + ", \"character\": "
        + (column - 1)
        + "}}";
  }

  private JsonNode ask(String method, String parameters) throws IOException {
    int id = ++requests;
    send("\"id\": " + id + ", \"method\": \"" + method + "\", \"params\": " + parameters);
    for (; ; ) {
      Optional<JsonNode> answer = receive();
      if (answer.isPresent() && answer.get().get("id").asInt() == id) {
        return answer.get().get("result");
      }
    }
  }

  private void tell(String method, String parameters) throws IOException {
    send("\"method\": \"" + method + "\", \"params\": " + parameters);
  }

  private void send(String body) throws IOException {
    byte[] bytes = ("{\"jsonrpc\": \"2.0\", " + body + "}").getBytes(StandardCharsets.UTF_8);
    out.write(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  /** Takes one message; returns it if it answers a question. */
  private Optional<JsonNode> receive() throws IOException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    JsonNode message = MAPPER.readTree(in.readNBytes(length));
    if (!message.has("method")) {
      return Optional.of(message);
    }
    JsonNode parameters = message.get("params");
    if (message.get("method").asString().equals("textDocument/publishDiagnostics")) {
      diagnostics.put(parameters.get("uri").asString(), parameters.get("diagnostics"));
    } else if (message.get("method").asString().equals("workspace/configuration")) {
      List<Object> settings = new ArrayList<>();
      parameters
          .get("items")
          .forEach(
              i -> settings.add(i.path("section").asString("").equals("yaml") ? yaml() : Map.of()));
      answer(message, MAPPER.writeValueAsString(settings));
    } else if (message.has("id")) {
      answer(message, "null");
    }
    return Optional.empty();
  }

  private void answer(JsonNode question, String result) throws IOException {
    send("\"id\": " + question.get("id") + ", \"result\": " + result);
  }

  private Map<String, Object> yaml() {
    return Map.of(
        "validate", true,
        "hover", true,
        "completion", true,
        "schemaStore", Map.of("enable", false),
        "schemas", schema.isEmpty() ? Map.of() : Map.of(schema, "/*"));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the language server has gone");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    ask("shutdown", "null");
    tell("exit", "null");
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
