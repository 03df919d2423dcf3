"""Several facts asked of one body in one breath: its year and its members, its chair and its law.

Such a message is often one sentence, and its second half ("ainsi que le nombre de ses membres")
says too little alone; the wording tells the facts, and the body is the same for all.
"""

from __future__ import annotations

import re
from typing import Iterator, Optional

from vigie.answers.bodies import appointer, chair, level
from vigie.answers.committees import count_committees
from vigie.answers.laws import origin_date, origin_law
from vigie.answers.members import count_members, list_members
from vigie.answers.portraits import body_of
from vigie.answers.question import Mention, Question
from vigie.answers.reply import Outcome, Reply
from vigie.answers.view import View

_BORN = r"(cree\w*|creation|naissance|nee?|fond\w*|institu\w*|etabli\w*|existe\w*)"
_WHEN = r"(quand|annees?|depuis|dates?)"
_FIRST = r"(premi\w*|1er)( \w+)? rapport"


def told(question: Question, view: View) -> Optional[Reply]:
    """A reply with a part for each fact, in the order of the text; None for fewer than two."""
    if not body_of(question, view):
        return None
    replies: dict[tuple[str, tuple[str, ...]], Reply] = {}
    for outcome in _facts(question, view):
        if isinstance(outcome, Reply):
            replies.setdefault((outcome.lead, outcome.items), outcome)
    parts = tuple(replies.values())
    if len(parts) < 2:
        return None
    return Reply(
        "",
        parts=parts,
        places=tuple(dict.fromkeys(place for part in parts for place in part.places)),
        focus=parts[0].focus,
    )


def _facts(question: Question, view: View) -> Iterator[Outcome]:
    found = sorted(
        (match.start(), name) for name, rule in _ROWS if (match := rule.search(question.words))
    )
    names = [name for _, name in found]
    for name in names:
        if name == "date" and "law" in names:
            continue  # the law comes with its year
        if name == "report":
            dated = next((r for r in view.knowledge.reports if r.date), None)
            if dated:
                yield origin_date(question.about(Mention((dated.id,), "report")), view)
        else:
            yield _HANDLERS[name](question, view)


_HANDLERS = {
    "date": origin_date,
    "law": origin_law,
    "members": count_members,
    "composition": list_members,
    "committees": count_committees,
    "chair": chair,
    "level": level,
    "appointer": appointer,
}
_ROWS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "date",
            rf"\b{_WHEN}\b (?!.{{0,25}}rapport)(\w+ ){{0,6}}?{_BORN}\b|\b{_BORN} (\w+ )?{_WHEN}\b|"
            rf"\b{_BORN}\b(?!.*\brapport).*\b{_WHEN}\b|\bdepuis quand\b",
        ),
        ("law", r"\b(quelle|kel|la|par une) (loi|texte)\b|\bcree\w* par (qui|quoi)\b"),
        (
            "members",
            r"\b(combien|nombre) (de |d )?(ses |leurs |anciennes )?(membres?|personnes|rescap\w*|"
            r"surviv\w*|organismes)\b|\b(ils|elles) sont combien\b",
        ),
        (
            "composition",
            r"\bcompos(ition|ent|ee?|e)\b|\b(organes?|organismes|agences|ministeres|membres) qui "
            r"(le |la |y |en )?(compos|sieg|font partie)\w*",
        ),
        ("committees", r"\b(combien|nombre) (de |d )?(ses |leurs )?comites\b"),
        ("chair", r"\b(qui|ki) (le |la |les |l |en )?(a la )?(presid\w*|dirige)\b|\bpresidence\b"),
        ("level", r"\b(niveau|rang|echelon)\b"),
        (
            "appointer",
            r"\bpar qui\b.*\bnomm|\bnomm\w* par (qui|ki)\b|"
            r"\b(qui|ki) (les |en |l |le )?(nomme|designe|choisi)",
        ),
        ("report", rf"\b{_FIRST}\b.*\b{_WHEN}\b|\b{_WHEN}\b.*\b{_FIRST}\b"),
    )
)
