"""How well messages are read as queries by authors whose questions were not learned.

`python -m evaluation.readings` holds out a fifth of the authors at a time and writes
results/readings.json; `curve` learns from a growing number of authors. The weights are fitted by
`python -m evaluation.fitting`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Optional

from evaluation.material import RESULTS, ROOT, tables, training_data, written
from evaluation.ours import Ours
from vigie.answers.decide import after
from vigie.answers.phrases import load_phrases
from vigie.answers.query.evaluate import find
from vigie.answers.query.form import form
from vigie.answers.query.line import write
from vigie.answers.query.model import FACTS, Query
from vigie.answers.query.normal import normal
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.rank import Reading, confidence, rank
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.knowledge.query import Index
from vigie.nlu import corpus
from vigie.nlu.components.base import PARSED
from vigie.nlu.components.forms import form_examples
from vigie.nlu.components.links import link_examples
from vigie.nlu.forms import Second, learned, with_forms
from vigie.nlu.frame import frame
from vigie.nlu.linear import Linear
from vigie.nlu.links import learned as learned_links
from vigie.nlu.links import with_links
from vigie.nlu.taught import messages

PARTS = 5
"""Groups of authors that are held out in turn."""


@dataclass(frozen=True)
class Asked:
    """A segment that somebody wrote, as the understanding hands it over, and its query."""

    author: str
    query: Query
    question: Question
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Material:
    """What is learned from and tested on, parsed once."""

    ours: Ours
    base: Any
    taught: tuple[Any, ...]
    """Messages of the corpus, parsed."""
    segments: tuple[tuple[str, str, Query], ...]
    """Author, context and query of each of them."""
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
    taught = list(messages(found, Index(knowledge)))
    segments = [
        (one.author, one.context if place == 0 else "new", segment.query)
        for one in found.messages
        for place, segment in enumerate(one.segments)
    ]
    for message in taught:
        message.set(PARSED, ours.read(message.get("text")).get(PARSED))
    view = View(Tables(knowledge), load_phrases(ROOT / "domain.yml"))
    return Material(ours, base, tuple(taught), tuple(segments), tuple(_talks(found)), view)


def _talks(found: corpus.Corpus) -> Iterator[range]:
    start = 0
    for turns in (*((one,) for one in found.questions), *found.dialogues):
        end = start + sum(len(turn.segments) for turn in turns)
        yield range(start, end)
        start = end


def head(made: Material, authors: Iterable[str]) -> Linear:
    """The forms as learned from data/nlu and from these authors."""
    return learned(form_examples(_data(made, authors)))


def links(made: Material, authors: Iterable[str]) -> Linear:
    """What is meant and not named, as learned from these authors."""
    return learned_links(link_examples(_data(made, authors)))


def _data(made: Material, authors: Iterable[str]) -> Any:
    wanted = set(authors)
    chosen = [m for m, (author, _, _) in zip(made.taught, made.segments) if author in wanted]
    return type(made.base)([*made.base.training_examples, *chosen])


def read_all(
    made: Material, authors: Iterable[str], forms: Linear, second: Optional[Second] = None
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
    made: Material, authors: Iterable[str], forms: Linear, meant: Linear
) -> Iterator[tuple[str, Asked]]:
    """What is read of every question of fact of these authors, with its context; in dialogues
    after the queries that were meant before it, as if each had been answered."""
    wanted = set(authors)
    for talk in made.talks:
        focus = Focus()
        for place in talk:
            author, context, query = made.segments[place]
            if author not in wanted or query.act not in FACTS:
                continue
            message = made.taught[place]
            parsed = with_links(with_forms(message.get(PARSED), forms), meant)
            question = read_question({"text": message.get("text"), "frame": frame(parsed)})
            understood = understand(question, made.view.world, focus)
            alone = context == "new" and not focus.queries
            yield "alone" if alone else context, Asked(author, query, question, understood.readings)
            reply = answer(query, View(made.view.tables, made.view.phrases, focus))
            focus = after(query, reply, focus) if reply else focus


def right(query: Optional[Query], gold: Query, view: View) -> bool:
    """Whether two queries are one, or get the same reply."""
    if query is None:
        return False
    query, gold = _unordered(normal(query)), _unordered(normal(gold))
    if write(query) == write(gold) or _finds_the_same(query, gold, view):
        return True
    replies = [answer(one, view) for one in (query, gold)]
    said = [(r.lead, r.items, r.after, r.parts) for r in replies if r is not None]
    return len(said) == 2 and said[0] == said[1]


def _finds_the_same(query: Query, gold: Query, view: View) -> bool:
    """Whether two lists, or two counts, of one sort have the same things in them."""
    if query.act != gold.act or query.select is None or gold.select is None or query.want:
        return False
    found = [find(one.select, view.world) for one in (query, gold) if one.select]
    return query.select.sort == gold.select.sort and bool(found[0]) and found[0] == found[1]


def _unordered(query: Query) -> Query:
    """A query with what may stand in any order sorted: the things compared, and alternatives."""
    select = query.select
    if select is not None:
        conditions = tuple(
            replace(one, values=tuple(sorted(one.values, key=str))) for one in select.conditions
        )
        select = replace(
            select,
            conditions=tuple(sorted(conditions, key=str)),
            excluded=tuple(sorted(select.excluded, key=str)),
            among=tuple(sorted(select.among, key=str)),
        )
    subjects = query.subjects
    if query.act in ("compare", "gap"):
        subjects = tuple(sorted(subjects, key=str))
    claims = tuple(sorted(query.claims, key=str))
    return replace(query, select=select, subjects=subjects, claims=claims)


def folds(made: Material) -> list[list[str]]:
    """The authors in groups."""
    authors = sorted({author for author, _, _ in made.segments})
    return [authors[start::PARTS] for start in range(PARTS)]


def measure(made: Material) -> dict[str, Any]:
    """Accuracy of whole queries by act and by context, and how honest the confidence is."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    bins: dict[int, list[bool]] = {}
    everyone = [author for group in folds(made) for author in group]
    for group in folds(made):
        others = set(everyone) - set(group)
        for context, one in read_talks(made, group, head(made, others), links(made, others)):
            line = write(form(normal(one.query)))
            holds = right(one.readings[0].query if one.readings else None, one.query, made.view)
            for key in ("all", f"act {one.query.act}", f"context {context}"):
                total[key] += 1
                good[f"{key} form"] += [f for f, _ in one.question.forms[:1]] == [line]
                good[key] += holds
            bins.setdefault(min(int(10 * confidence(one.readings)), 9), []).append(holds)
    return {
        "authors": len(everyone),
        "right": {key: [total[key], round(100 * good[key] / total[key], 1)] for key in total},
        "form alone": round(100 * good["all form"] / total["all"], 1),
        "calibration": {
            f"{b / 10:.1f}": [len(held), round(100 * sum(held) / len(held), 1)]
            for b, held in sorted(bins.items())
        },
    }


def curve(made: Material) -> list[dict[str, float]]:
    """Accuracy on the last group of authors, learned from ever more of the others."""
    test = folds(made)[-1]
    others = [a for group in folds(made)[:-1] for a in group]
    points = []
    for count in (0, 1, 2, 4, 8, 12, 16, 24, 32, 48):
        if count > len(others) and count // 2 >= len(others):
            break
        some = others[:count]
        rows = list(read_all(made, test, head(made, some)))
        learned_from = sum(author in some for author, _, _ in made.segments)
        holds = [
            right(r.readings[0].query if r.readings else None, r.query, made.view) for r in rows
        ]
        points.append(
            {
                "authors": len(some),
                "segments": learned_from,
                "query": round(100 * sum(holds) / len(holds), 1),
            }
        )
    return points


def main() -> None:
    """Measure, and write what was found."""
    made = material()
    what = sys.argv[1] if len(sys.argv) > 1 else "measure"
    found: Any = {"measure": measure, "curve": curve}[what](made)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    name = "readings.json" if what == "measure" else "readings_curve.json"
    (RESULTS / name).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
