"""The command line speaks French: its help, its mistakes, and what is completed in a shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import ROOT, clean_environment, run_vigie
from vigie.cli import app

# Words of Typer and click that French does not have.
ENGLISH = re.compile(
    r"\b(usage|show|this|exit|commands?|args|default|required|error|try|for|help|"
    r"missing|invalid|value|valid|no such|did you mean|possible|got|unexpected|extra|requires|takes|"
    r"range|install completion|current|customize|str|int|float|path|aborted|not|is|the)\b",
    re.IGNORECASE,
)
TYPED = re.compile(r"--?[\w-]+|vigie( \w+)*|[\w./]*/[\w./]*|\w+\.\w+")
"""Options, commands and files are typed as they are: they are no sentences."""

COMMANDS = [
    (),
    *((name,) for name in "serve train chat ask check validate due misses diff schema".split()),
    *((name,) for name in "show eval version channels".split()),
    ("channels", "register"),
    ("channels", "registration"),
]


def english(text: str) -> list[str]:
    """The English words that are left in what was printed."""
    lines = [re.sub(r"^│ (\w+) {2}", "", line) for line in text.splitlines()]  # names of commands
    return [found[0] for found in ENGLISH.finditer(TYPED.sub(" ", "\n".join(lines)))]


def run(*args: str) -> tuple[int, str]:
    """The exit code, and all that is printed in a wide terminal."""
    done = CliRunner().invoke(app, args, prog_name="vigie", env={"COLUMNS": "200"})
    return done.exit_code, done.output


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_in_french(command: tuple[str, ...]) -> None:
    code, shown = run(*command, "--help")
    assert code == 0
    assert "Emploi : vigie" in shown
    assert "Montrer cette aide." in shown
    assert english(shown) == []


def test_the_scan_sees_what_typer_says_in_english() -> None:
    for said in ("Usage: vigie", "Try 'vigie -h' for help.", "Missing argument 'QUESTION'."):
        assert english(said)


def test_every_command_is_asked_for_its_help() -> None:
    _, shown = run("--help")
    named = re.findall(r"^│ (\w+) {2,}\S", shown.split("Commandes")[1], re.MULTILINE)
    assert set(named) == {command[0] for command in COMMANDS if command}


@pytest.mark.parametrize(
    ("args", "said"),
    {
        "an unknown option": ("ask --jsn a", "L’option --jsn n’existe pas. Est-ce --json ?"),
        "an unknown option, nothing near": ("ask --zut a", "L’option --zut n’existe pas."),
        "a missing argument": ("ask", "Il manque l’argument QUESTION."),
        "one argument too many": ("ask a b", "C’est trop d’arguments : b"),
        "not a number": ("eval --min x", "La valeur de l’option --min ne va pas : x n’est pas un nombre."),
        "not a whole number": ("eval --failures 1,5", "1,5 n’est pas un nombre entier."),
        "no such port": ("serve --port 70000", "70000 n’est pas dans les bornes 0<=x<=65535."),
        "an option without its value": ("eval --min", "L’option --min demande une valeur."),
        "a switch with a value": ("ask --json=3 a", "L’option --json ne prend pas de valeur."),
        "an unknown command": ("asq", "La commande asq n’existe pas. Est-ce ask ?"),
        "an unknown command, nothing near": ("xyz", "La commande xyz n’existe pas."),
        "an unknown command of a group": ("channels regist", "La commande regist n’existe pas."),
    }.values(),
    ids=lambda value: value,
)  # fmt: skip
def test_a_mistake_is_told_in_french(args: str, said: str) -> None:
    code, shown = run(*args.split())
    assert code == 2
    assert said.rstrip(".") in " ".join(shown.split())
    assert "Erreur" in shown
    assert english(shown) == []


def test_the_process_says_the_same_however_it_is_started() -> None:
    done = run_vigie(ROOT, "ask")
    assert done.returncode == 2
    assert "Emploi : vigie ask [OPTIONS]" in done.stderr
    assert english(done.stderr) == []


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the command `vigie` in its bin."""
    command = tmp_path / "bin" / "vigie"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vigie "$@"\n')
    command.chmod(0o755)
    return tmp_path


def bash(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in bash, in the project, as who lives in `home`."""
    path = f"{home / 'bin'}:{os.environ['PATH']}"
    env = clean_environment(HOME=str(home), PATH=path, PYTHONPATH=str(ROOT))
    return subprocess.run(
        ["bash", "--norc", "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, timeout=120
    )  # fmt: skip


COMPLETED = """
source {script}
COMP_WORDS=({words}); COMP_CWORD={last}
_vigie_completion {program}
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash n’est pas installé")
@pytest.mark.parametrize(
    ("words", "offered"),
    {
        "a command": ("vigie ch", {"chat", "check", "channels"}),
        "an option": ("vigie ask --", {"--json", "--why", "--help"}),
        "a command of a group": ("vigie channels registe", {"register"}),
        "an id of the knowledge": ("vigie show dol", {"dol"}),
    }.values(),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bash_completes(home: Path, words: str, offered: set[str]) -> None:
    shown = bash(home, "vigie --show-completion > $HOME/vigie.sh; true")
    assert shown.returncode == 0, shown.stderr
    script = COMPLETED.format(
        script=home / "vigie.sh", words=words, last=len(words.split()) - 1, program="vigie"
    )
    done = bash(home, script)
    assert offered <= set(done.stdout.split()), done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash n’est pas installé")
def test_installing_says_in_french_where(home: Path) -> None:
    done = bash(home, "vigie --install-completion; true")
    assert "Complétion de bash installée dans" in done.stdout, done.stdout + done.stderr
    assert english(done.stdout) == []
    assert "vigie.sh" in (home / ".bashrc").read_text()
