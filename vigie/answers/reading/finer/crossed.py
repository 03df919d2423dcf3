"""Several who are said to do several things: "le DoJ et l'EEOC enquêtent et forment ?" claims four
things, of which forms know two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vigie.answers.query.model import Claim, Query
from vigie.answers.question import WORD, Mention, Question
from vigie.answers.reading.closed import closed

MOST = 6
"""Claims that are told of one message."""
EACH_HIS_OWN = "respectivement"


def joined(
    mentions: Sequence[Mention], text: str, by: frozenset[str] = frozenset()
) -> list[list[Mention]]:
    """The names of a text, those in one list that are said in one breath ("A, B et C"); where it is
    asked for, only those joined `by` some word or a comma: not "le Travail du DoS"."""
    runs: list[list[Mention]] = []
    for one in sorted(mentions, key=lambda m: m.start):
        between = text[runs[-1][-1].end : one.start].lower() if runs else ""
        words = set(WORD.findall(between))
        bound = not by or "," in between or not words.isdisjoint(by)
        if between and words <= closed("limits.joining") and bound:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _side_by_side(subjects: Sequence[object], run: Sequence[str]) -> bool:
    """Whether all subjects are named in a list, and nothing else between them."""
    places = [n for n, ident in enumerate(run) if ident in subjects]
    if not set(subjects) <= set(run):
        return False
    return all(ident in subjects for ident in run[places[0] : places[-1] + 1])


def crossed(query: Query, question: Question) -> Query:
    """`query`, with everything that is claimed claimed of each who is named in one breath."""
    subjects = list(dict.fromkeys(one.subject for one in query.claims))
    said = list(dict.fromkeys((one.relation, one.values, one.denied) for one in query.claims))
    if len(subjects) < 2 or len(said) < 2 or len(subjects) * len(said) > MOST:
        return query
    if any(one.only or one.whole for one in query.claims) or EACH_HIS_OWN in question.words:
        return query
    runs = joined([m for m in question.mentions if len(m.ids) == 1], question.text)
    if not any(_side_by_side(subjects, [m.ids[0] for m in run]) for run in runs):
        return query
    claims = tuple(
        replace(Claim(relation, who, values), denied=denied)
        for who in subjects
        for relation, values, denied in said
    )
    return replace(query, claims=claims)
