"""Verdicts on several claims that differ: each in a line of its own, what is told of one not told
again of the next, which then says of what it is the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.grammar import capital, sentence, unique
from vigie.answers.query.model import UNKNOWN, Claim
from vigie.answers.question import Focus
from vigie.answers.render.joined import without_list
from vigie.answers.render.undecided import AS_TOLD, OTHERWISE, UNDECIDED, UNSAID
from vigie.answers.render.verdict_words import UPHELD, parted
from vigie.answers.render.words import called, label
from vigie.answers.reply import Reply
from vigie.answers.sentences import sentences
from vigie.answers.view import View


def each_apart(claims: Sequence[Claim], told: Sequence[Reply], view: View) -> tuple[str, ...]:
    """A line for each claim: its verdict with its fact. A fact that an upheld claim tells, or one
    before it, stands there alone: « Oui. Le HHS finance la ligne. », « Le DHS : non. »."""
    upheld = {view.say(name, fact="").strip() for name in UPHELD}
    each = [_parted(without_list(one, view), view) for one in told]
    proofs = {_first(fact) for verdict, fact in each if verdict in upheld}
    lines: list[str] = []
    shown: set[str] = set()
    for claim, (verdict, fact) in zip(claims, each):
        first = _first(fact)
        alike = [one for one, (_, other) in zip(claims, each) if _first(other) == first]
        elsewhere = first in shown or (first in proofs and verdict not in upheld)
        line = _verdict_alone(verdict, claim, alike, view) if fact and elsewhere else ""
        if not line:
            line = f"{verdict} {_not_again(fact, shown)}".strip()
            shown |= {first, *sentences(fact)[1:]}
        lines.append(line)
    return unique(lines)


def _first(fact: str) -> str:
    """The sentence by which a fact is known again, whatever is told after it."""
    return next(iter(sentences(fact)), "")


def _parted(fact: str, view: View) -> tuple[str, str]:
    """The same as `joined.parted`, also of what the document does not say."""
    begun = (view.say(name, fact="").strip() for name in UNDECIDED)
    verdict = next((one for one in begun if fact.startswith(f"{one} ")), "")
    return (verdict, fact.removeprefix(verdict).strip()) if verdict else parted(fact, view)


def _verdict_alone(verdict: str, claim: Claim, alike: Sequence[Claim], view: View) -> str:
    """A verdict whose fact stands elsewhere: with what tells its claim from those `alike`, that
    have the same fact, or, where the document does not say, alone; "" where nothing tells it."""
    if verdict in {view.say(name, fact="").strip() for name in (UNSAID, OTHERWISE)}:
        return verdict
    what = _its_own(claim, alike, view)
    if not what or not verdict or verdict == view.say(AS_TOLD, fact="").strip():
        return ""
    said = verdict[:1].lower() + verdict[1:].rstrip(".")
    return view.say("verdict_for", what=capital(what), verdict=said)


def _its_own(claim: Claim, alike: Sequence[Claim], view: View) -> str:
    """What a claim has that others of the same relation have not: whom or what it is about; ""
    where there is no such thing, or no word for it."""
    others = [one for one in alike if one is not claim]
    if not others or any(one.relation != claim.relation for one in others):
        return ""
    if all(one.values == claim.values and one.subject != claim.subject for one in others):
        return _named(str(claim.subject), view)
    apart = all(one.subject == claim.subject and one.values != claim.values for one in others)
    return _named(str(claim.values[0]), view) if apart and len(claim.values) == 1 else ""


def _named(one: str, view: View) -> str:
    """What a thing, a topic or a number is called in a line on it."""
    if view.world.index.is_topic(one):
        return label(one, view)
    if one in view.index:
        return called(one, view, "bref")
    return called(one, view) if one.startswith(UNKNOWN) else one if one.isdigit() else ""


def _not_again(fact: str, shown: set[str]) -> str:
    """A fact without what stands already after the first sentence of another."""
    first, *rest = sentences(fact) or [""]
    return " ".join(map(sentence, (first, *(one for one in rest if one not in shown))))


def focus_of_all(told: Sequence[Reply]) -> Focus:
    """What several verdicts are about together: "qui d'autre ?" is asked beside all of them."""
    each = [one.focus for one in told if one.focus]
    return Focus(
        unique(one for focus in each for one in focus.subjects),
        each[0].topics if each else (),
        unique(one for focus in each for one in focus.shown),
    )
