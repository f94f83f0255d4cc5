package org.stargatecalc.cli;

import java.util.List;
import java.util.Map;
import org.stargatecalc.render.Printable;

/**
 * What may stand at the end of a command line: the scripts of {@link CompletionCommand} ask here.
 *
 * <p>The first line says whether the names of files may stand there ({@code files} or {@code
 * words}); each other line is a word, a tabulator and what the word means. A word that ends with a
 * sign that something follows gets no blank after it.
 */
final class CompleteCommand extends Command<CompleteCommand.Request> {
  static final String NAME = "complete";

  /**
   * What is asked for.
   *
   * @param line what is typed so far, without the program's name
   */
  record Request(List<String> line) {}

  CompleteCommand() {
    super(
        NAME,
        "what may stand at the end of a command line",
        Operands.words(
            "-- WORD...",
            0,
            Integer.MAX_VALUE,
            "The words before the cursor; the last is completed."),
        List.of(),
        List.of());
  }

  @Override
  public Request request(Arguments arguments) {
    return new Request(arguments.operands());
  }

  @Override
  public ExitStatus run(Request request, Session session) {
    Candidates candidates = new CommandLineEnd(request.line(), session).candidates();
    StringBuilder text = new StringBuilder(candidates.areFiles() ? "files\n" : "words\n");
    for (Map.Entry<String, String> word : candidates.meanings().entrySet()) {
      // Ids come from a scenario: nothing in them may reach the terminal but what can be printed.
      text.append(Printable.line(word.getKey()))
          .append('\t')
          .append(Printable.line(word.getValue()))
          .append('\n');
    }
    return Output.write(text.toString(), "-", session);
  }
}
