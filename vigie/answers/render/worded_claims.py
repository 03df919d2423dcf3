"""What a query claims, put as a question: « le DoJ préside la PITF : est-ce exact ? »."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Sequence

from vigie.answers.grammar import capital
from vigie.answers.query.evaluate import resolve
from vigie.answers.query.form import PRESIDENT
from vigie.answers.query.model import UNKNOWN, Claim, Select
from vigie.answers.query.relations import EXCLUSIVE
from vigie.answers.render.filled import filled, templates
from vigie.answers.render.words import called
from vigie.answers.view import View


def claimed(claims: Sequence[Claim], view: View) -> Optional[str]:
    """Claims as a question; None where one of them cannot be said."""
    said = [_claim(one, view) for one in _of_one_subject(claims)]
    told = [text for text in said if text]
    if not told or len(told) < len(said):
        return None
    return f"{capital(' et '.join(told))} : est-ce exact ?"


def _of_one_subject(claims: Sequence[Claim]) -> list[Claim]:
    """Claims, those of one subject that say the same of several things as one: "préside la PITF et
    le SPOG"."""
    found: dict[Claim, Claim] = {}
    for one in claims:
        key = replace(one, values=() if one.relation in EXCLUSIVE else one.values)
        values = found[key].values if key in found else ()
        found[key] = replace(one, values=tuple(dict.fromkeys((*values, *one.values))))
    return list(found.values())


def _claim(claim: Claim, view: View) -> str:
    forms = templates()["claims"].get(claim.relation)
    subjects = resolve((claim.subject,), view.world) if claim.relation != "count" else ()
    values = resolve(claim.values, view.world)
    if forms is None or len(subjects) != 1 or not values or claim.only or claim.whole:
        return ""
    if claim.relation in ("does", "about") and any(one.startswith(UNKNOWN) for one in values):
        return ""
    if "any" in values if claim.relation != "kind" else view.kind(subjects[0]) != "agency":
        return ""
    if claim.relation == "same":
        subjects, values = _letters_first(subjects, values, view)
    subject = (
        view.say("the_president")
        if subjects[0] == PRESIDENT
        else _subject(claim, subjects[0], view)
    )
    if subjects[0] in view.index and view.noun(subjects[0]).is_plural:
        return ""  # the verbs are in the singular
    if len(values) > 1 and any(isinstance(one, Select) for one in claim.values):
        return ""  # it is said of one of them, whichever
    return f"{subject} {filled(forms[claim.denied], values, 'et', view)}"


def _letters_first(
    one: tuple[str, ...], other: tuple[str, ...], view: View
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two things of which it is said that they are one, the one that has letters first."""
    has_none = one[0] not in view.index or not view.entity(one[0]).name.acronym
    return (other, one) if has_none else (one, other)


def _subject(claim: Claim, one: str, view: View) -> str:
    """What a claim is about: its letters, where it says what they stand for."""
    known = claim.relation == "same" and one in view.index
    acronym = view.entity(one).name.acronym if known else ""
    return acronym or called(one, view)
