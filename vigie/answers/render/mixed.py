"""Verdicts on several claims that differ: each in a line of its own, what is told of one not told
again of the next, which then says of what it is the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, sentence, sentences, unique
from vigie.answers.query.model import Claim
from vigie.answers.render.joined import UPHELD, parted, without_list
from vigie.answers.render.undecided import UNDECIDED
from vigie.answers.render.words import called, label
from vigie.answers.reply import Reply
from vigie.answers.view import View


def each_apart(claims: Sequence[Claim], told: Sequence[Reply], view: View) -> tuple[str, ...]:
    """A line for each claim: its verdict with its fact. A fact that an upheld claim tells, or one
    before it, stands there alone: « Oui. Le HHS finance la ligne. », « Le DHS : non. »."""
    upheld = {view.say(name, fact="").strip() for name in UPHELD}
    each = [_parted(without_list(one, view), view) for one in told]
    proofs = {fact for verdict, fact in each if verdict in upheld}
    lines: list[str] = []
    shown: set[str] = set()
    for claim, (verdict, fact) in zip(claims, each):
        elsewhere = fact in shown or (fact in proofs and verdict not in upheld)
        line = _verdict_alone(verdict, claim, claims, view) if fact and elsewhere else ""
        if not line:
            line = f"{verdict} {_not_again(fact, shown)}".strip()
            shown |= {fact, *sentences(fact)[1:]}
        lines.append(line)
    return unique(lines)


def _parted(fact: str, view: View) -> tuple[str, str]:
    """The same as `joined.parted`, also of what the document does not say."""
    begun = (view.say(name, fact="").strip() for name in UNDECIDED)
    verdict = next((one for one in begun if fact.startswith(f"{one} ")), "")
    return (verdict, fact.removeprefix(verdict).strip()) if verdict else parted(fact, view)


def _verdict_alone(verdict: str, claim: Claim, claims: Sequence[Claim], view: View) -> str:
    """A verdict whose fact stands elsewhere: with what tells its claim from the others, or, where
    the document does not say, alone; "" where nothing tells it apart."""
    if verdict in {view.say(name, fact="").strip() for name in UNDECIDED}:
        return verdict
    what = _its_own(claim, claims, view)
    said = verdict[:1].lower() + verdict[1:].rstrip(".")
    return view.say("verdict_for", what=capital(what), verdict=said) if what else ""


def _its_own(claim: Claim, claims: Sequence[Claim], view: View) -> str:
    """What a claim has that the others of the same kind have not: whom or what it is about."""
    if any(one.relation != claim.relation for one in claims):
        return ""
    if all(one.values == claim.values for one in claims):
        subject = str(claim.subject)
        return called(subject, view, "bref") if subject in view.index else ""
    value = str(claim.values[0])
    if len(claim.values) > 1 or any(one.subject != claim.subject for one in claims):
        return ""
    if view.world.index.is_topic(value):
        return label(value, view)
    return called(value, view, "bref") if value in view.index else ""


def _not_again(fact: str, shown: set[str]) -> str:
    """A fact without what stands already after the first sentence of another."""
    first, *rest = sentences(fact) or [""]
    return " ".join(map(sentence, (first, *(one for one in rest if one not in shown))))
