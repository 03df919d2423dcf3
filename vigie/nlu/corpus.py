"""The questions and dialogues of data/corpus, each with the query that it means.

One file an author, one example a line, `QUERY | TEXT`; what the signs mean is in
docs/corpus.md. For training, `vigie check` and the evaluation; nothing here needs Rasa.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from vigie.answers.query.line import NEXT, LineError, read_all
from vigie.answers.query.model import CONTEXTS, Query
from vigie.answers.query.signature import faults
from vigie.answers.query.world import World
from vigie.nlu.problems import Problem

FOLDER = "corpus"
BESIDE = " // "
"""What stands in a text between the segments that ask different things."""
JOINT = " //& "
"""What stands in a segment that claims several things, where the next claim begins."""
READ_AS = " <~ "
"""What stands between the queries of a turn that Vigie misread and those that it answered."""
NOTHING = "-"
"""What stands for these where it answered none."""
_REMEDY = "écrire « REQUÊTE | texte », une requête par segment ; voir docs/corpus.md"


@dataclass(frozen=True)
class Segment:
    """A stretch of a message and the query that it means."""

    text: str
    query: Query
    claims: tuple[str, ...] = ()
    """Its text cut where a claim begins, if the author marked it."""


@dataclass(frozen=True)
class Message:
    """What somebody wrote. `context` tells how it leans on what was said before it."""

    segments: tuple[Segment, ...]
    context: str
    register: str
    author: str
    place: str
    misread: Optional[tuple[Query, ...]] = None
    """What was answered instead of what it means, where its author was misread: what comes next
    was written after that."""

    @property
    def answered(self) -> tuple[Query, ...]:
        """The queries after which what comes next was written."""
        meant = tuple(segment.query for segment in self.segments)
        return meant if self.misread is None else self.misread

    @property
    def text(self) -> str:
        """The whole message as it was typed."""
        return " ".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Corpus:
    """All of it: single questions, and dialogues turn by turn."""

    questions: tuple[Message, ...]
    dialogues: tuple[tuple[Message, ...], ...]

    @property
    def messages(self) -> Iterator[Message]:
        """Every message, those of dialogues after the others."""
        yield from self.questions
        for dialogue in self.dialogues:
            yield from dialogue


def read(data: Path) -> tuple[Corpus, list[Problem]]:
    """The corpus under `data`/corpus, file by file, and what cannot be read there."""
    return read_files(sorted((data / FOLDER).glob("*.txt")))


def read_files(paths: Sequence[Path]) -> tuple[Corpus, list[Problem]]:
    """The same of any files."""
    questions: list[Message] = []
    dialogues: list[tuple[Message, ...]] = []
    problems: list[Problem] = []
    for path in paths:
        place = "/".join(path.parts[-3:])
        _file(path, place, questions, dialogues, problems)
    return Corpus(tuple(questions), tuple(dialogues)), problems


def calls(message: Message) -> bool:
    """Whether somebody asks for help in `message`, for themself or for another."""
    return any(segment.query.act == "help" for segment in message.segments)


def strangers(corpus: Corpus, world: World) -> Iterator[Problem]:
    """The ids, in the queries of a corpus, that the knowledge does not have."""
    for message in corpus.messages:
        meant = [segment.query for segment in message.segments]
        for query in (*meant, *(message.misread or ())):
            for ident in faults(query, world):
                file, _, line = message.place.rpartition(":")
                says = f"« {ident} » n’est rien de knowledge/"
                yield Problem(file, int(line), "", says, "y mettre un de ses ids, ou @ devant")


def _file(
    path: Path,
    name: str,
    questions: list[Message],
    dialogues: list[tuple[Message, ...]],
    problems: list[Problem],
) -> None:
    register = "standard"
    turns: list[Message] | None = None
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if not line.strip():
            if turns:
                dialogues.append(tuple(turns))
            turns = None
        elif line.startswith("#"):
            _, _, register = line.partition("register:")
            register = register.strip() or "standard"
        elif line.startswith("= "):
            turns = []
        else:
            try:
                message = _message(line, turns is not None, register, path.stem, f"{name}:{number}")
                (questions if turns is None else turns).append(message)
            except LineError as problem:
                problems.append(Problem(name, number, "", str(problem), _REMEDY))


def _message(line: str, in_dialogue: bool, register: str, author: str, place: str) -> Message:
    written, mark, text = line.partition(" | ")
    if not mark:
        raise LineError("il manque « | » entre la requête et le texte")
    context = "new"
    if in_dialogue:
        context, _, written = written.partition(":")
        if context not in CONTEXTS:
            raise LineError(f"« {context} » n’est pas un lien ({', '.join(CONTEXTS)})")
    written, wrong, answered = written.partition(READ_AS)
    queries, misread = read_all(written), _misread(answered) if wrong else None
    texts = [part.strip() for part in text.split(BESIDE)]
    if len(queries) != len(texts) or not all(texts):
        raise LineError(
            f"{len(queries)} requêtes (séparées par {NEXT.strip()}), {len(texts)} segments"
        )
    segments = tuple(map(_segment, texts, queries))
    return Message(segments, context, register, author, place, misread)


def _misread(written: str) -> tuple[Query, ...]:
    return () if written.strip() == NOTHING else tuple(read_all(written))


def _segment(text: str, query: Query) -> Segment:
    claims = tuple(part.strip() for part in text.split(JOINT))
    if len(claims) == 1:
        return Segment(text, query)
    if len(query.claims) < len(claims) or not all(claims):
        raise LineError(
            f"{len(query.claims)} affirmations dans la requête, {len(claims)} dans le texte"
        )
    return Segment(" ".join(claims), query, claims)
