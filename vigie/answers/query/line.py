"""From a line of data/corpus, of tests or of `--why` to its query; `write.write` gives it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vigie.answers.query.model import (
    GIVEN,
    MEASURES,
    NEVER_GIVEN,
    SORTS,
    WORDS,
    Argument,
    Claim,
    Condition,
    Query,
    Select,
)
from vigie.answers.query.relations import KEYS, RELATIONS

NEXT = " ;; "
"""What stands between the queries of a message that asks several things."""
_CONDITION = re.compile(r"(\w+)(!?=)(.+)", re.DOTALL)
_CLAIM = re.compile(r"(!?)\s*(\w+)\((.+)\)", re.DOTALL)
LISTED = ("except", "among")
"""Keys of a select that list things instead of saying what must hold of them."""


class LineError(ValueError):
    """A line that is no query; the text says what is wrong with it, in French."""


def read_all(line: str) -> tuple[Query, ...]:
    """The queries of a message.

    Raises:
        LineError: one of them is malformed.
    """
    return tuple(read(part) for part in _split(line, NEXT.strip()))


def read(line: str) -> Query:
    """The query that `line` writes.

    Raises:
        LineError: it is malformed, or names an act, a sort, a key or an attribute that is none.
    """
    act, _, rest = line.strip().partition(" ")
    reader = _READERS.get(act)
    if reader is None:
        raise LineError(f"« {act} » n’est pas un acte ({', '.join(_READERS)})")
    return reader(act, rest.strip())


def _split(text: str, *marks: str) -> list[str]:
    """`text` between the marks that stand outside brackets, without blanks and empty parts."""
    parts: list[str] = []
    depth = start = place = 0
    while place < len(text):
        depth += (text[place] in "({") - (text[place] in ")}")
        if mark := next((m for m in marks if depth == 0 and text.startswith(m, place)), ""):
            parts.append(text[start:place])
            place += len(mark)
            start = place
        else:
            place += 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _value(text: str) -> Argument:
    if text.startswith("{") and text.endswith("}"):
        return _select(text[1:-1])
    if not re.fullmatch(r"\?|[<>≤≥]\d+|@?[\w.'’&-]*( [\w.'’&-]+)*", text):
        raise LineError(f"« {text} » n’est ni un identifiant ni {{une sélection}}")
    return text


def _select(text: str) -> Select:
    sort, *rest = _split(text, " ") or [""]
    if sort not in SORTS:
        raise LineError(f"« {sort} » n’est pas une sorte de chose ({', '.join(SORTS)})")
    conditions: list[Condition] = []
    listed: dict[str, tuple[Argument, ...]] = {}
    for part in rest:
        match = _CONDITION.fullmatch(part)
        if not match or (match[1] not in KEYS[sort] and match[1] not in LISTED):
            known = ", ".join((*KEYS[sort], *LISTED))
            raise LineError(f"« {part} » n’est pas une condition sur {sort} (clés : {known})")
        key, mark, values = match.groups()
        if key in LISTED:
            listed[key] = tuple(map(_value, _split(values, "+", ",")))
            continue
        every = len(_split(values, "+")) > 1
        parts = _split(values, "+") if every else _split(values, "/", ",")
        conditions.append(Condition(key, tuple(map(_value, parts)), every, mark == "!="))
    excluded, among = (listed.get(key, ()) for key in LISTED)
    return Select(sort, tuple(conditions), excluded, among)


def _read_select(act: str, rest: str) -> Query:
    return Query(act, select=_select(rest))


def _read_extreme(act: str, rest: str) -> Query:
    parts = _split(rest, " ")
    by = [part[3:] for part in parts[1:] if part.startswith("by=") and part[3:] in MEASURES]
    others = [part for part in parts if part[3:] not in by]
    if len(by) != 1:
        raise LineError(f"{act} demande by= ({', '.join(MEASURES)})")
    return Query(act, by[0], _select(" ".join(others)))


def _read_subjects(act: str, rest: str) -> Query:
    parts = _split(rest, " ")
    want = ""
    if act == "get":
        want = parts.pop(0) if parts else ""
        if want not in (*GIVEN, *NEVER_GIVEN):
            raise LineError(
                f"« {want} » n’est pas un attribut ({', '.join((*GIVEN, *NEVER_GIVEN))})"
            )
    about = [part[6:] for part in parts if part.startswith("about=")]
    given = next((one for one in about if act == "describe" and one in GIVEN), None)
    if given:
        raise LineError(f"« {given} » n’est pas un sujet : écrire « get {given} … »")
    beside = [part[7:] for part in parts if part.startswith("about!=")]
    if beside and act != "describe":
        raise LineError(f"{act} ne prend pas about!=")
    subjects = tuple(_value(part) for part in parts if not part.startswith(("about=", "about!=")))
    least = 2 if act in ("compare", "gap") else 1
    if len(subjects) < least:
        raise LineError(f"{act} demande au moins {least} chose(s)")
    return Query(
        act,
        want,
        subjects=subjects,
        about=tuple(re.split("[+/]", about[0])) if about else (),
        beside=tuple(re.split("[+/]", beside[0])) if beside else (),
    )


def _read_verify(act: str, rest: str) -> Query:
    return Query(act, claims=tuple(_claim(part) for part in _split(rest, "&")))


def _claim(text: str) -> Claim:
    match = _CLAIM.fullmatch(text.strip())
    if not match:
        raise LineError(f"« {text} » n’est pas une affirmation : relation(sujet,valeur)")
    denied, relation, inside = match.groups()
    if relation in ("only", "whole"):
        claim = replace(_claim(inside), denied=bool(denied))
        return replace(claim, only=True) if relation == "only" else replace(claim, whole=True)
    if relation not in RELATIONS:
        raise LineError(f"« {relation} » n’est pas une relation ({', '.join(RELATIONS)})")
    if relation == "count":
        what, _, number = inside.rpartition(",")
        return Claim(relation, _select(what), (number.strip(),), bool(denied))
    subject, *values = _split(inside, ",")
    if not values:
        raise LineError(f"« {text} » : {relation} demande un sujet et une valeur")
    if relation == "is":
        return Claim(relation, _value(subject), (",".join(values),), bool(denied))
    split = [part for value in values for part in re.split(r"[+/](?![^{]*})", value)]
    return Claim(relation, _value(subject), tuple(map(_value, split)), bool(denied))


def _read_word(act: str, rest: str) -> Query:
    word = rest.split(" ")[0]
    if word not in WORDS[act]:
        raise LineError(f"« {word} » ne va pas après {act} ({', '.join(WORDS[act])})")
    return Query(act, word)


def _read_bare(act: str, rest: str) -> Query:
    return Query(act)


_READERS: dict[str, Callable[[str, str], Query]] = {
    "select": _read_select,
    "count": _read_select,
    "describe": _read_subjects,
    "get": _read_subjects,
    "compare": _read_subjects,
    "gap": _read_subjects,
    "verify": _read_verify,
    "max": _read_extreme,
    "min": _read_extreme,
    "talk": _read_word,
    "help": _read_word,
    "meta": _read_word,
    "none": _read_word,
    "vague": _read_bare,
    "told": _read_bare,
}
