package org.stargatecalc.cli;

import java.util.List;

/** The manual page, made from the declarations that help is made from. */
final class ManCommand extends Command<ManCommand.Request> {
  /** Asks for nothing in particular. */
  record Request() {}

  ManCommand() {
    super("man", "the manual page, for man or mandoc", Operands.NONE, List.of(), List.of());
  }

  @Override
  public List<String> examples() {
    return List.of("man | man -l -", "man > ~/.local/share/man/man1/stargate-calc.1");
  }

  @Override
  public Request request(Arguments arguments) {
    return new Request();
  }

  @Override
  public ExitStatus run(Request request, Session session) {
    return Output.write(new ManPage().text(), "-", session);
  }
}
