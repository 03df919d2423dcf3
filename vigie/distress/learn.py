"""Teach the learned judge. Needs scikit-learn, which nothing here needs to serve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from vigie.distress.asked import KINDS, Asked
from vigie.distress.call import LANGUAGES, PLACES, TIMES, WRITERS
from vigie.distress.corpus import Follow, Message
from vigie.distress.features import forms
from vigie.distress.model import Head, Model
from vigie.distress.rules import Rules
from vigie.distress.table import Case, table
from vigie.distress.weigh import found_after, given

CORPUS = 6.0
"""How much a message of the corpus counts, beside a call of the training data."""
ORDINARY = 3.0
"""The same for an ordinary question of the training data."""
ASKED = 1.0
"""The same for a question of data/corpus, of which there are many; a call there counts as one of
the corpus of distress."""

RULED = frozenset({"first"})
"""Authors whose messages the rules were written with: what these say of them is not taught."""
_NEVER = -20.0
_LEAST_WEIGHT = 0.0005
"""What is less is nothing once it is saved in thousandths."""


def head(
    cases: Sequence[Case],
    labels: tuple[str, ...],
    pieces: bool,
    least: int = 2,
    strength: float = 10.0,
    weights: Sequence[float] = (),
) -> Head:
    """Fit a logistic regression a label.

    Args:
        cases: what is taught.
        labels: those that the head knows.
        pieces: whether it looks into the words.
        least: cases that a feature must stand in.
        strength: scikit-learn's C.
        weights: how much each case counts; all the same where empty.
    """
    from sklearn.linear_model import LogisticRegression

    matrix, columns = table(cases, pieces, least)
    coefficients, bias = [], []
    for label in labels:
        target = [case[2] == label for case in cases]
        if not any(target):  # nobody wrote such a message
            coefficients.append([0.0] * len(columns))
            bias.append(_NEVER)
            continue
        model = LogisticRegression(C=strength, solver="liblinear")
        model.fit(matrix, target, sample_weight=list(weights) or None)
        coefficients.append(model.coef_[0])
        bias.append(float(model.intercept_[0]))
    rows = zip(columns, zip(*(map(float, own) for own in coefficients)))
    kept = {f: row for f, row in rows if max(map(abs, row)) >= _LEAST_WEIGHT}
    return Head(labels, tuple(bias), kept, pieces)


def _evened(cases: Sequence[Case]) -> list[float]:
    """Weights by which a rare label counts for more: most calls are by victims, and a relative is
    not to be spoken to as one."""
    often = Counter(label for _, _, label in cases)
    return [(len(cases) / often[label]) ** 0.5 for _, _, label in cases]


def teach(
    rules: Rules,
    ordinary: Iterable[tuple[str, bool]],
    corpus: Sequence[Message],
    questions: Sequence[tuple[str, bool]] = (),
    follows: Sequence[Follow] = (),
) -> Model:
    """The whole model.

    Args:
        rules: what they say of a message of the corpus is taught beside its words.
        ordinary: texts, and whether each is a call for help: those with which the rules were
            written, so that what they say of these would teach to trust them too much.
        corpus: messages with all their labels.
        questions: texts as in `ordinary`, but none that the rules were written with.
        follows: what is said once help was given, and what it is about.
    """
    known = [(text, call) for text, call in ordinary if text]
    beside = [() if m.author in RULED else given(rules.judge(m.text)) for m in corpus]
    calls = [
        *((forms(text), (), "call" if call else "") for text, call in known),
        *((forms(m.text), g, "call" if m.labels.call else "") for m, g in zip(corpus, beside)),
        *((forms(t), given(rules.judge(t)), "call" if call else "") for t, call in questions),
    ]
    weights = [
        *(1.0 if call else ORDINARY for _, call in known),
        *(CORPUS for _ in corpus),
        *(CORPUS if call else ASKED for _, call in questions),
    ]
    tongues = [
        *((forms(text), (), "fr") for text, call in known[::5] if not call),
        *((forms(m.text), (), m.labels.language) for m in corpus),
    ]
    cries = [
        (forms(m.text, mask=False), g, m.labels) for m, g in zip(corpus, beside) if m.labels.call
    ]
    writers = [(f, g, x.writer) for f, g, x in cries if x.writer != "unclear"]
    taught: dict[str, Callable[[], Head]] = {
        "call": lambda: head(calls, ("call",), True, strength=20.0, weights=weights),
        "language": lambda: head(tongues, LANGUAGES, True),
        "writer": lambda: head(writers, WRITERS[:-1], True, weights=_evened(writers)),
        "about": lambda: head([(f, g, x.about) for f, g, x in cries], ("adult", "minor"), False),
        "where": lambda: head([(f, (), x.where) for f, _, x in cries], PLACES, False),
        "when": lambda: head([(f, g, x.when) for f, g, x in cries], TIMES, True),
    }
    if follows:
        taught["after"] = lambda: head(
            after_cases(rules, Asked(), follows), KINDS, True, least=3, strength=30.0
        )
    # The first takes as long as all others, and lets go of Python's lock while it is fitted.
    with ThreadPoolExecutor(2) as pool:
        fitted = {name: pool.submit(teaching) for name, teaching in taught.items()}
    return Model({name: found.result() for name, found in fitted.items()})


def after_cases(rules: Rules, asked: Asked, follows: Iterable[Follow]) -> list[Case]:
    """What is said after the help, as the head of it is taught: with what the cues find in it."""
    return [
        (
            forms(one.text, mask=False),
            found_after(asked.about(one.text), rules.judge(one.text)),
            one.kind,
        )
        for one in follows
    ]
