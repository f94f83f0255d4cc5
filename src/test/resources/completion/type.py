"""Types lines into a shell on a terminal of its own, as a user would: type.py SHELL SETUP LINE...

In a line <TAB> stands for the key. What the shell shows goes to standard output.
"""

import os
import pty
import select
import sys
import time

SHELLS = {
    "bash": ["bash", "--noprofile", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


def shown_until(terminal, text, seconds):
    """Returns what is shown until a text appears, the shell ends or time is up."""
    shown = b""
    end = time.monotonic() + seconds
    while text not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 0.3)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
    return shown


def main():
    shell, lines = sys.argv[1], sys.argv[2:]
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(SHELLS[shell][0], SHELLS[shell])
    shown = shown_until(terminal, b"no such text", 1)
    for line in lines:
        # Written in two parts, so that the echo of the line is not taken for the answer.
        os.write(terminal, (line.replace("<TAB>", "\t") + "; echo do''ne\r").encode())
        shown += shown_until(terminal, b"done", 20)
    os.write(terminal, b"exit\r")
    shown += shown_until(terminal, b"no such text", 3)
    sys.stdout.buffer.write(shown)


main()
