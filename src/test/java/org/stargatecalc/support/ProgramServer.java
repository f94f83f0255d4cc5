package org.stargatecalc.support;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program for scripts that call it often, or for runs from a folder: one JVM makes all runs, in
 * the folder in which it was started. Texts go to and fro with a NUL after each.
 */
public final class ProgramServer implements Closeable {
  /** Runs have nothing on standard input, and give no NUL. */
  private static final String CLIENT =
      """
      #!/bin/bash
      exec 3<>/dev/tcp/127.0.0.1/%d
      printf '%%s\\0' "$#" "$@" >&3
      for name in code out err; do IFS= read -r -d '' $name <&3; done
      printf %%s "$out"
      printf %%s "$err" >&2
      exit "${code:-99}"
      """;

  private final int port;
  private final Closeable end;

  private ProgramServer(int port, Closeable end) {
    this.port = port;
    this.end = end;
  }

  /** Starts one in this JVM, whose folder it has. */
  public static ProgramServer here() throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(socket), "program");
    thread.setDaemon(true);
    thread.start();
    return new ProgramServer(socket.getLocalPort(), socket);
  }

  /** Starts one in a folder, in a JVM of its own. */
  public static ProgramServer in(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(OwnJvm.commandOf(ProgramServer.class.getName()))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    return new ProgramServer(
        Integer.parseInt(said.readLine()),
        () -> {
          process.destroy();
          process.onExit().join();
        });
  }

  /** Serves until the JVM that wants it is gone. */
  public static void main(String[] arguments) throws IOException {
    ProgramServer server = here();
    System.out.println(server.port);
    while (System.in.read() >= 0) {}
    server.close();
  }

  private static void serve(ServerSocket socket) {
    while (true) {
      try {
        Socket call = socket.accept();
        Thread thread = new Thread(() -> answer(call), "run");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answer(Socket call) {
    try (call) {
      InputStream in = new BufferedInputStream(call.getInputStream());
      String[] line = new String[Integer.parseInt(text(in))];
      for (int i = 0; i < line.length; i++) {
        line[i] = text(in);
      }
      CommandResult result = CommandResult.of(line);
      write(
          call.getOutputStream(),
          List.of(Integer.toString(result.exit()), result.stdout(), result.stderr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != 0; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, List<String> texts) throws IOException {
    out.write((String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Runs a command line. */
  public CommandResult run(String... arguments) throws IOException {
    try (Socket call = new Socket(InetAddress.getLoopbackAddress(), port)) {
      List<String> texts = new ArrayList<>(List.of(Integer.toString(arguments.length)));
      texts.addAll(List.of(arguments));
      write(call.getOutputStream(), texts);
      InputStream in = new BufferedInputStream(call.getInputStream());
      return new CommandResult(Integer.parseInt(text(in)), text(in), text(in));
    }
  }

  /** Writes a file that is the program to a script. */
  public void writeProgram(Path file) throws IOException {
    Files.writeString(file, CLIENT.formatted(port));
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make it a program: " + file);
    }
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}
