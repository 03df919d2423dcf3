"""From the cues found in a message to a verdict: how the evidence adds up.

Each kind of sign (confined, papers, unpaid, forced, ...) counts once, with its heaviest cue.
A sign tied to the writer ("m'a pris mon passeport") counts in full whatever surrounds it; a
loose one ("enfermée") hardly counts in a question about agencies, a piece of school work or a
chore. People (the writer, a relative, somebody seen) add to the signs; frames take away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vigie.distress.cue_files import LANGUAGES
from vigie.distress.cues import Cues, Found
from vigie.distress.heard import Heard
from vigie.distress.words import words

ENOUGH = 3
"""The sum from which a message is taken for a call for help."""

_PEOPLE = frozenset({"self", "kin", "seen", "who"})
_KNOWN = _PEOPLE - {"who"}
_SOFT = frozenset({"help", "seek", "boss", "work", "topic"})
"""Signs that many ordinary messages share: not enough without another one."""
_FRAMES = frozenset({"frame", "agency", "ask", "chore", "safe"})
_CALM_FRAMES = frozenset({"frame", "agency"})
_DOUBTS = _FRAMES | {"generic", "chat"}
_HARD = frozenset({"confine", "papers", "unpaid", "debt", "force", "sex", "violence", "threat"})
"""Signs that are the matter itself."""
DONE = _HARD - {"threat"}
"""Those of them that tell what is done to somebody."""
CONFIDED_SIGNS = 2
"""Such signs that make what somebody confided a call for help, whatever is asked with it."""
_STORY = 5
"""Words from which a message about people, without any frame, reads as an account."""
_CALL = 5
"""Words up to which a call for help needs nothing else."""
_FOREIGN = 3
"""Words that only one other language has, from which a message is surely in it."""


class Verdict(NamedTuple):
    """How sure, and what kind of distress."""

    score: int
    language: str
    now: bool
    other: bool
    framed: bool
    """Whether it reads as school or press work, or as a question about public bodies."""
    why: dict[str, str]
    """For each kind that counted, the cue."""
    mine: bool = False
    """Whether something is done to the writer, and nobody dear is named ("il m'enferme", not "il
    l'enferme" nor "il enferme mon frère"); in Creole it is never told."""


class Rules:
    """The cues, ready to judge messages."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        french = cues.function_words["fr"]
        self._own = {
            language: cues.function_words[language] - french
            for language in LANGUAGES
            if language != "fr"
        }

    def judge(self, text: str) -> Verdict:
        """Weigh `text`."""
        return self.weigh(Heard(text))

    def weigh(self, made_out: Heard) -> Verdict:
        """Weigh a message that is made out."""
        heard, message = made_out.plain, made_out.words
        language, spoken, foreign = self._languages(message)
        found = self._cues.find(message, spoken)
        why: dict[str, str] = {}
        bound: dict[str, int] = {}
        weights: dict[str, int] = {}
        scenes = 0
        for one in found:
            kind, weight = one.cue.kind, one.cue.weight
            if kind == "scene":
                scenes += 1
                continue
            if one.cue.mine and abs(weight) > abs(bound.get(kind, 0)):
                bound[kind] = weight
            if abs(weight) > abs(weights.get(kind, 0)):
                weights[kind] = weight
                why[kind] = f"{one.cue.language}: {one.cue.text}"
        if ("qui" in heard or "ki" in heard) and _ASKS_WHO.search(heard):
            weights["ask"] = min(weights.get("ask", 0), -2)
            why.setdefault("ask", "who does it?")
        if "sincere" in weights:
            for kind in ("frame", "chore"):
                weights.pop(kind, None)
        if len(_HARD & weights.keys()) >= CONFIDED_SIGNS and _CONFIDED.search(heard):
            # Who was told of it asks whom to turn to, in words of any question about agencies.
            for kind in _DOUBTS:
                weights.pop(kind, None)
        score = self._add_up(
            weights, bound, scenes, len(message), language, foreign, _is_question(made_out)
        )
        now, framed = any(f.cue.now for f in found), bool(_CALM_FRAMES & why.keys())
        mine = not DONE.isdisjoint(bound) and {"kin", "seen"}.isdisjoint(weights)
        return Verdict(score, language, now, _for_another(found), framed, why, mine)

    def _languages(self, message: list[str]) -> tuple[str, set[str], int]:
        """The main language, all languages whose cues apply, and how surely it is not French."""
        counts = {
            language: sum(word in known for word in message)
            for language, known in self._cues.function_words.items()
        }
        best = max(LANGUAGES, key=lambda language: counts[language])
        spoken = {"fr", best}
        foreign = 0
        for language, own in self._own.items():
            count = sum(word in own for word in message)
            if count >= 2 or (count and len(message) <= _CALL):
                spoken.add(language)
            if language == best:
                foreign = count
        return best, spoken, foreign

    def _add_up(
        self,
        weights: dict[str, int],
        bound: dict[str, int],
        scenes: int,
        length: int,
        language: str,
        foreign: int,
        question: bool,
    ) -> int:
        """The sum of evidence."""
        signs = {k: w for k, w in weights.items() if k not in _PEOPLE | _DOUBTS}
        doubts = sum(w for k, w in weights.items() if k in _DOUBTS)
        known = bool(_KNOWN & weights.keys())
        person = known or weights.get("now", 0) > 2 or ("who" in weights and not question)
        framed = bool(_FRAMES & weights.keys()) or (question and not known)
        scene = 2 if scenes >= 3 else max(0, scenes - 1)
        if framed:
            tied = sum(w for k, w in bound.items() if k in signs)
            total = tied + min(2, sum(signs.values()) - tied)
        else:
            total = sum(signs.values()) + scene
        story = person and not doubts and not (question and not known) and length >= _STORY
        account = story and (scene > 0 or (known and foreign >= _FOREIGN and scenes > 0))
        if not signs and not account:
            return 0
        total += person + story + (language != "fr") + doubts
        if signs.get("help", 0) >= 2 and length <= _CALL:
            return total
        if not signs.keys() - _SOFT and not account:
            total = min(total, ENOUGH - 1)
        return total if person else total - 1


def _is_question(message: Heard) -> bool:
    """Whether it asks something, as far as one can see."""
    return "?" in message.text or (bool(message.words) and message.words[0] in _ASKING)


_ASKS_WHO = re.compile(
    r"(?:^|[.,;:!?]\s+)(?:qui|ki|c'est qui qui|qui est-ce qui) (?!je |j'|peu|pourr|va |m'|me |nous "
    r"|prev|aler|aver|cont|appel|saur|sait|vien|est la|dois|di[rt]|de vous|moun|kote|sa |jan)[a-z]"
)
"""A clause that asks who does something; not who can help me, or whom to call."""
_CONFIDED = re.compile(
    r"\b(?:un|une) (?:(?:de |d')?(?:mes|nos) |ancien(?:ne)? )?\w+ (?:de (?:ma|mon|notre) \w+ )?"
    r"(?:m'a|m'a enfin|vient de m'|nous a|me|nous) ?"
    r"(?:dit (?:etre|avoir|qu'il|qu'elle|qu'on l)|confi|avou|revel|racont|suppli)"
)
"""Somebody told the writer: "une de mes patientes m'a confié"."""
_ASKING = frozenset(
    words(
        "qui quel quelle quels quelles que qu comment combien pourquoi quoi est "
        "who what which how why quien que cual como cuantos kisa kijan konbyen eske"
    )
)


def _for_another(found: list[Found]) -> bool:
    """Whether the message is rather about somebody else than about the writer."""
    mine = [f.at for f in found if f.cue.mine and f.cue.weight > 1 and f.cue.kind not in _INNER]
    seen = [f.at for f in found if f.cue.kind == "seen"]
    if seen:
        return not mine or (len(mine) < 3 and min(seen) < min(mine))
    kinds = {f.cue.kind for f in found}
    return not mine and "self" not in kinds and "who" in kinds


_INNER = frozenset({"fear", "seek", "help", "indirect", "acted", "deceive"})
"""What a witness too says of himself."""
