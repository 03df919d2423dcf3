"""How well messages are read as queries by authors whose questions were not learned.

`python -m evaluation.readings` holds out a fifth of the authors at a time and writes
results/readings.json; `curve` learns from a growing number of authors; `fit` fits the weights of
vigie/answers/reading/rank.py and the confidence.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np

from evaluation.material import RESULTS, ROOT, tables, training_data, written
from evaluation.ours import Ours
from vigie.answers.phrases import load_phrases
from vigie.answers.query.form import form
from vigie.answers.query.line import write
from vigie.answers.query.model import Query
from vigie.answers.query.normal import normal
from vigie.answers.question import Question, read_question
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.propose import proposals
from vigie.answers.reading.rank import WEIGHTS, Reading, rank
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.knowledge.query import Index
from vigie.nlu import corpus
from vigie.nlu.components.base import PARSED
from vigie.nlu.components.forms import form_examples
from vigie.nlu.forms import Second, learned, with_forms
from vigie.nlu.frame import frame
from vigie.nlu.linear import Linear
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
    return Material(ours, base, tuple(taught), tuple(segments), view)


def head(made: Material, authors: Iterable[str]) -> Linear:
    """The forms as learned from data/nlu and from these authors."""
    wanted = set(authors)
    chosen = [m for m, (author, _, _) in zip(made.taught, made.segments) if author in wanted]
    data = type(made.base)([*made.base.training_examples, *chosen])
    return learned(form_examples(data))


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


def right(query: Optional[Query], gold: Query, view: View) -> bool:
    """Whether two queries are one, or get the same reply."""
    if query is None:
        return False
    query, gold = _unordered(normal(query)), _unordered(normal(gold))
    if write(query) == write(gold):
        return True
    replies = [answer(one, view) for one in (query, gold)]
    said = [(r.lead, r.items, r.after, r.parts) for r in replies if r is not None]
    return len(said) == 2 and said[0] == said[1]


def _unordered(query: Query) -> Query:
    """A query with what may stand in any order sorted: the things compared, and alternatives."""
    select = query.select
    if select is not None:
        conditions = tuple(
            replace(one, values=tuple(sorted(one.values, key=str))) for one in select.conditions
        )
        select = replace(select, conditions=tuple(sorted(conditions, key=str)))
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
    """Accuracy of forms and of whole queries, by act, and how honest the confidence is."""
    total: Counter[str] = Counter()
    good: Counter[str] = Counter()
    bins: dict[int, list[bool]] = {}
    rows: list[Asked] = []
    everyone = [author for group in folds(made) for author in group]
    for group in folds(made):
        forms = head(made, set(everyone) - set(group))
        rows += read_all(made, group, forms)
    from vigie.answers.reading.understand import confidence

    for one in rows:
        line = write(form(normal(one.query)))
        ranked = [name for name, _ in one.question.forms]
        best = one.readings[0].query if one.readings else None
        holds = right(best, one.query, made.view)
        for key in ("all", one.query.act):
            total[key] += 1
            good[f"{key} form"] += ranked[:1] == [line]
            good[f"{key} among five"] += line in ranked[:5]
            good[f"{key} query"] += holds
        bins.setdefault(min(int(10 * confidence(one.readings)), 9), []).append(holds)
    return {
        "authors": len(everyone),
        "segments": total["all"],
        "by act": {
            act: {
                "segments": total[act],
                **{
                    what: round(100 * good[f"{act} {what}"] / total[act], 1)
                    for what in ("form", "among five", "query")
                },
            }
            for act in sorted(total)
        },
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


def fit(made: Material) -> dict[str, Any]:
    """Weights that make the right proposals likeliest, and a logistic confidence."""
    from scipy.optimize import minimize

    everyone = [author for group in folds(made) for author in group]
    rows: list[Asked] = []
    for group in folds(made)[:2]:
        rows += read_all(made, group, head(made, set(everyone) - set(group)))
    names = list(WEIGHTS)
    groups = []
    for one in rows:
        marks = np.array([right(r.query, one.query, made.view) for r in one.readings[:12]])
        if marks.any() and not marks.all():
            table = np.array([[r.features[n] for n in names] for r in one.readings[:12]])
            groups.append((table, marks))
    start = np.array([WEIGHTS[n] for n in names])

    def loss(weights: Any) -> float:
        value = 0.05 * float(((weights - start) ** 2).sum())
        for table, marks in groups:
            scores = table @ weights
            scores -= scores.max()
            powers = np.exp(scores)
            value -= float(np.log(powers[marks].sum() / powers.sum()))
        return value

    found = minimize(loss, start, method="L-BFGS-B").x
    weights = dict(zip(names, (round(float(w), 2) for w in found)))
    return {"weights": weights, "confidence": _confidence(rows, weights, made.view)}


def _confidence(rows: Sequence[Asked], weights: dict[str, float], view: View) -> list[float]:
    from sklearn.linear_model import LogisticRegression

    from vigie.answers.reading.understand import GAP

    table, marks = [], []
    for one in rows:
        scored = sorted(
            ((sum(weights[n] * v for n, v in r.features.items()), r) for r in one.readings),
            key=lambda pair: -pair[0],
        )
        if not scored:
            continue
        gap = scored[0][0] - scored[1][0] if len(scored) > 1 else GAP
        table.append([scored[0][0], min(gap, GAP)])
        marks.append(right(scored[0][1].query, one.query, view))
    model = LogisticRegression().fit(table, marks)
    return [round(float(x), 2) for x in (model.intercept_[0], *model.coef_[0])]


def main() -> None:
    """Measure, and write what was found."""
    made = material()
    what = sys.argv[1] if len(sys.argv) > 1 else "measure"
    found: Any = {"measure": measure, "curve": curve, "fit": fit}[what](made)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    if what != "fit":
        name = "readings.json" if what == "measure" else "readings_curve.json"
        (RESULTS / name).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
