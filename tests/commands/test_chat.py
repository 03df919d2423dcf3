"""`vigie chat` at a terminal: a line can be called back, and nothing of it is left on a disk."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, clean_environment

UP = "\x1b[A"
COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """`vigie chat` in a terminal of its own."""

    def __init__(self, home: Path) -> None:
        self._unread = ""
        self._ours, theirs = pty.openpty()
        env = clean_environment(HOME=str(home), TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vigie", "chat"],
            cwd=ROOT,
            env=env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def shown(self, text: str, seconds: float = 60) -> None:
        """Wait until `text` is shown; what follows it is left to be read."""
        until = time.monotonic() + seconds
        while text not in self._unread:
            ready, _, _ = select.select([self._ours], [], [], max(until - time.monotonic(), 0))
            assert ready, self._unread
            read = os.read(self._ours, 4096).decode("utf-8", "replace")
            self._unread = COLOURS.sub("", self._unread + read)
        _, _, self._unread = self._unread.partition(text)

    def end(self) -> None:
        self.process.kill()
        self.process.wait(20)
        os.close(self._ours)


def test_a_line_is_called_back_with_the_arrow_and_never_kept(archive: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    try:
        terminal.shown("Vous :")
        terminal.type("Qui préside le SPOG ?\r")
        terminal.shown("Source")
        terminal.shown("Vous :")
        terminal.type(UP)
        terminal.shown("SPOG ?")
        terminal.type("\r")
        terminal.shown("Source")
        terminal.shown("Vous :")
        terminal.type("quitter\r")
        assert terminal.process.wait(20) == 0
    finally:
        terminal.end()
    kept = [p for p in tmp_path.rglob("*") if p.is_file() and b"SPOG" in p.read_bytes()]
    assert kept == []


@pytest.mark.parametrize("end", ["quitter\n", ""], ids=["quitter", "end of input"])
def test_without_a_terminal_lines_are_read_and_nothing_else_is_shown(
    archive: Path, end: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vigie", "chat"],
        cwd=ROOT,
        env=clean_environment(),
        input=f"Qui préside le SPOG ?\n{end}",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "(DoS)" in done.stdout and "Vous" not in done.stdout and "\x1b" not in done.stdout
