"""Judge a reply against a case: what it must say, and what it must not.

A case is a JSON object: `id`, `turns` (only the reply to the last one is judged), `category`,
`register`, `must` (groups of alternatives, one of each group is needed), `must_not`, `kind`.
An alternative is a regular expression on the folded reply, or a token ("@HHS") for one.
A line that begins with "Source" cites: it counts only in a case that asks for the source.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import msgspec

from vigie.errors import Refusal

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
        "\u0153": "oe",
        "\u0152": "OE",
        "\u00e6": "ae",
        "\u00c6": "AE",
    }
)


class Case(msgspec.Struct, frozen=True):
    """What is asked, and what the last reply must and must not say."""

    id: str
    turns: list[str]
    category: str
    register: str
    must: list[list[str]]
    must_not: list[str] = []
    kind: str = "answer"
    note: str = ""


@dataclass(frozen=True)
class Verdict:
    """A case, the reply that it got, and what is wrong with it; nothing is when it passed."""

    case: Case
    reply: str
    choices: tuple[str, ...]
    missing: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    error: str = ""
    said: str = ""
    """What the assistant takes its reply for: answer, clarify, refusal, talk or safety."""

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.missing or self.forbidden or self.error)


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, hyphens and ligatures, single spaces."""
    text = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY))
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).lower().split())


def load(path: Path) -> list[Case]:
    """The cases of a JSONL file.

    Raises:
        Refusal: there is no such file, or a line is no case.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except OSError:
        raise Refusal(f"Aucun cas à jouer : {path} n’existe pas.") from None
    cases = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            cases.append(msgspec.json.decode(line, type=Case))
        except msgspec.DecodeError as problem:
            raise Refusal(
                f"{path.name}, ligne {number} : ce n’est pas un cas ({problem})."
            ) from None
    if not cases:
        raise Refusal(f"Aucun cas à jouer : {path} est vide.")
    return cases


def load_tokens(path: Path) -> dict[str, str]:
    """The expression of each token ("@HHS"); none where there is no such file.

    Raises:
        Refusal: the file is no JSON object of texts.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except msgspec.DecodeError as problem:
        raise Refusal(f"{path.name} ne se lit pas : {problem}.") from None


class Judge:
    """Judges replies with the expressions of all cases, compiled once."""

    def __init__(self, cases: Iterable[Case], tokens: Mapping[str, str]) -> None:
        """Compile what `cases` look for.

        Raises:
            Refusal: a token is unknown, or an expression is wrong.
        """
        self._patterns: dict[str, re.Pattern[str]] = {}
        for case in cases:
            for alternative in chain(*case.must, case.must_not):
                try:
                    expression = tokens[alternative] if alternative[:1] == "@" else alternative
                    self._patterns[alternative] = re.compile(expression)
                except KeyError:
                    raise Refusal(f"{case.id} : le jeton {alternative} est inconnu.") from None
                except re.error as problem:
                    raise Refusal(f"{case.id} : {alternative} : {problem}.") from None

    def judge(self, case: Case, reply: str, choices: Iterable[str], said: str = "") -> Verdict:
        """What is wrong with `reply`; its choices count where one had to be asked back."""
        choices = tuple(choices)
        claims = fold("\n".join(ln for ln in reply.splitlines() if "Source" not in ln[:12]))
        heard = fold(reply) if "source" in json.dumps(case.must) else claims
        if case.kind == "clarify":
            heard = fold("\n".join([reply, *choices]))
        found = self._patterns
        return Verdict(
            case=case,
            reply=reply,
            choices=choices,
            missing=tuple(
                tuple(group)
                for group in case.must
                if not any(found[alternative].search(heard) for alternative in group)
            ),
            forbidden=tuple(a for a in case.must_not if found[a].search(claims)),
            error="" if heard else "réponse vide",
            said=said,
        )


def count(verdicts: Iterable[Verdict], by: str) -> dict[str, tuple[int, int]]:
    """Passed and total for each value of `by`: "category" or "register" of the cases, or
    "said", the kind of the replies."""
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for verdict in verdicts:
        name = verdict.said if by == "said" else getattr(verdict.case, by)
        total[name] += 1
        passed[name] += verdict.passed
    return {name: (passed[name], total[name]) for name in sorted(total)}
