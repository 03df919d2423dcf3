"""What the authors of the corpus wrote, parsed once, and how it is read when some of them were not
learned from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Optional

from evaluation.material import ROOT, tables, training_data, written
from evaluation.ours import Ours
from vigie.answers.decide import after
from vigie.answers.phrases import load_phrases
from vigie.answers.query.model import FACTS, Query
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.rank import Reading, rank
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.knowledge.query import Index
from vigie.nlu import corpus
from vigie.nlu.components.base import PARSED, meta
from vigie.nlu.components.forms import form_examples
from vigie.nlu.components.links import link_examples
from vigie.nlu.components.roles import roles_from
from vigie.nlu.forms import Forms, Head, learned, with_forms
from vigie.nlu.frame import frame
from vigie.nlu.linear import Linear
from vigie.nlu.links import learned as learned_links
from vigie.nlu.links import with_links
from vigie.nlu.roles import Roles
from vigie.nlu.second import Second
from vigie.nlu.taught import claims, messages

PARTS = 5
"""Groups of authors that are held out in turn."""


@dataclass(frozen=True)
class Asked:
    """A segment that somebody wrote, as the understanding hands it over, and its query."""

    author: str
    query: Query
    question: Question
    readings: tuple[Reading, ...]
    cues: frozenset[str] = frozenset()
    """By which its readings were told apart."""


@dataclass(frozen=True)
class Material:
    """What is learned from and tested on, parsed once."""

    ours: Ours
    base: Any
    taught: tuple[Any, ...]
    """Segments of the corpus, parsed."""
    segments: tuple[tuple[str, str, Query], ...]
    """Author, context and query of each of them."""
    claims: tuple[Any, ...]
    """Their claims that are marked, parsed: learned from as messages of their own."""
    talks: tuple[range, ...]
    """The places of the segments of each question, and of each dialogue."""
    view: View


def material() -> Material:
    """The examples of data/nlu and of data/corpus, parsed."""
    base = training_data(written(), tables())
    ours = Ours(base, intents=False)
    found, problems = corpus.read(ROOT / "data")
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    knowledge = load(ROOT / "knowledge")
    index = Index(knowledge)
    taught, marked = list(messages(found, index)), list(claims(found, index))
    segments = [
        (one.author, one.context if place == 0 else "new", segment.query)
        for one in found.messages
        for place, segment in enumerate(one.segments)
    ]
    for message in (*taught, *marked):
        message.set(PARSED, ours.read(message.get("text")).get(PARSED))
    view = View(Tables(knowledge), load_phrases(ROOT / "domain.yml"))
    talks = tuple(_talks(found))
    return Material(ours, base, tuple(taught), tuple(segments), tuple(marked), talks, view)


def _talks(found: corpus.Corpus) -> Iterator[range]:
    start = 0
    for turns in (*((one,) for one in found.questions), *found.dialogues):
        end = start + sum(len(turn.segments) for turn in turns)
        yield range(start, end)
        start = end


def head(made: Material, authors: Iterable[str]) -> Forms:
    """The forms as learned from data/nlu and from these authors."""
    return learned(form_examples(_data(made, authors)))


def links(made: Material, authors: Iterable[str]) -> Linear:
    """What is meant and not named, as learned from these authors."""
    return learned_links(link_examples(_data(made, authors)))


def roles(made: Material, authors: Iterable[str]) -> Optional[Roles]:
    """What is refused, as learned from these authors."""
    return roles_from(_data(made, authors))


def _data(made: Material, authors: Iterable[str]) -> Any:
    wanted = set(authors)
    chosen = [m for m, (author, _, _) in zip(made.taught, made.segments) if author in wanted]
    chosen += [m for m in made.claims if meta(m)["persona"] in wanted]
    return type(made.base)([*made.base.training_examples, *chosen])


def read_all(
    made: Material, authors: Iterable[str], forms: Head, second: Optional[Second] = None
) -> Iterator[Asked]:
    """What is read of the segments of these authors that stand on their own."""
    wanted = set(authors)
    for message, (author, context, query) in zip(made.taught, made.segments):
        if author not in wanted or context != "new":
            continue
        parsed = with_forms(message.get(PARSED), forms, second)
        question = read_question({"text": message.get("text"), "frame": frame(parsed)})
        evidence = gather(question, made.view.world)
        readings = rank(proposals(question.forms, evidence), evidence, made.view.world)
        yield Asked(author, query, question, tuple(readings))


def read_talks(
    made: Material,
    authors: Iterable[str],
    forms: Head,
    meant: Linear,
    refused: Optional[Roles] = None,
    everything: bool = False,
) -> Iterator[tuple[str, Asked]]:
    """What is read of every question of fact of these authors, and with `everything` of what is
    none, with its context; in dialogues after the queries that were meant before it, as if each
    had been answered."""
    wanted = set(authors)
    for talk in made.talks:
        focus = Focus()
        for place in talk:
            author, context, query = made.segments[place]
            asks = query.act in FACTS
            if author not in wanted or not (asks or everything):
                continue
            message = made.taught[place]
            parsed = with_forms(with_links(message.get(PARSED), meant), forms)
            parsed = refused.told(parsed) if refused else parsed
            question = read_question({"text": message.get("text"), "frame": frame(parsed)})
            understood = understand(question, made.view.world, focus)
            alone = context == "new" and not focus.queries
            yield (
                "alone" if alone else context,
                Asked(
                    author,
                    query,
                    question,
                    understood.readings,
                    understood.cues,
                ),
            )
            view = View(made.view.tables, made.view.phrases, focus)
            reply = answer(query, view) if asks else None
            focus = after(query, reply, focus) if reply else focus


def folds(made: Material) -> list[list[str]]:
    """The authors in groups."""
    authors = sorted({author for author, _, _ in made.segments})
    return [authors[start::PARTS] for start in range(PARTS)]
