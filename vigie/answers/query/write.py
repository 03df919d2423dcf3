"""The line of a query, the same in data/corpus, in tests and for `--why`.

>>> from vigie.answers.query.line import read
>>> write(read("select agency does=training does!=investigation except=doj"))
'select agency does=training does!=investigation except=doj'
"""

from __future__ import annotations

from vigie.answers.query.line import LISTED
from vigie.answers.query.model import EXTREMES, Argument, Claim, Query, Select


def write(query: Query) -> str:
    """The line of a query: `read(write(query)) == query`."""
    parts = [query.act]
    if query.act in ("select", "count", *EXTREMES):
        assert query.select is not None
        parts.append(_written(query.select))
        if query.act in EXTREMES:
            parts.append(f"by={query.want}")
    elif query.want:
        parts.append(query.want)
    parts += [_argument(subject) for subject in query.subjects]
    if query.about:
        parts.append(f"about={'+'.join(query.about)}")
    if query.beside:
        parts.append(f"about!={'+'.join(query.beside)}")
    if query.claims:
        parts.append(" & ".join(map(_claimed, query.claims)))
    return " ".join(parts)


def _written(select: Select) -> str:
    parts = [select.sort]
    for one in select.conditions:
        mark = "!=" if one.denied else "="
        parts.append(
            f"{one.key}{mark}{('+' if one.every else '/').join(map(_argument, one.values))}"
        )
    for key, values in zip(LISTED, (select.excluded, select.among)):
        if values:
            parts.append(f"{key}={','.join(map(_argument, values))}")
    return " ".join(parts)


def _argument(value: Argument) -> str:
    return value if isinstance(value, str) else f"{{{_written(value)}}}"


def _claimed(claim: Claim) -> str:
    subject = claim.subject
    counted = claim.relation == "count" and isinstance(subject, Select)
    first = _written(subject) if counted and isinstance(subject, Select) else _argument(subject)
    text = f"{claim.relation}({','.join((first, *map(_argument, claim.values)))})"
    if claim.only:
        text = f"only({text})"
    if claim.whole:
        text = f"whole({text})"
    return f"!{text}" if claim.denied else text
