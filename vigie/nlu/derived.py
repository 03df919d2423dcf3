"""The form of the query that an example of data/nlu means, where its intent, its names and its
topics tell it without a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from vigie.nlu.mentions import Mention

_NEGATIONS = frozenset("pas ni aucun aucune jamais sans plus ne n".split())
_PLAIN = {
    "greet": "talk greet",
    "thanks": "talk thanks",
    "goodbye": "talk bye",
    "how_are_you": "talk how",
    "bot_challenge": "talk bot",
    "capabilities": "talk capabilities",
    "compliment": "talk compliment",
    "insult": "talk insult",
    "ask_source": "meta source",
    "ask_date": "meta date",
    "repeat": "meta repeat",
    "are_you_sure": "meta sure",
    "more_details": "meta more",
    "erase": "meta erase",
    "affirm": "meta yes",
    "deny": "meta no",
    "correction": "~correct",
    "others": "~other",
    "ordinal": "~index",
    "followup_entity": "~subst",
    "followup_topic": "~subst",
    "oos_far": "none far",
    "oos_near": "none near",
    "oos_country": "none country",
    "oos_figures": "none figures",
    "oos_legal": "none legal",
    "oos_news": "none news",
    "injection": "none injection",
    "gibberish": "none gibberish",
    "vague_question": "vague",
    "distress_self": "help self",
    "distress_other": "help other",
}
_OF_NAMES = {
    # intent: the kinds that must be named, each once, and the form
    ("describe", ("agency",)): "describe ?",
    ("describe", ("body",)): "describe ?",
    ("describe", ("committee",)): "describe ?",
    ("describe", ("law",)): "describe ?",
    ("describe", ("programme",)): "describe ?",
    ("describe", ("context",)): "describe ?",
    ("law_effect", ("law",)): "describe ?",
    ("report_owner", ("report",)): "select agency publishes=?",
    ("list_reports", ("agency",)): "select report by=?",
    ("count_reports", ("agency",)): "count report by=?",
    ("chair", ("body",)): "select agency chairs=?",
    ("chair", ("agency",)): "select body chair=?",
    ("count_members", ("body",)): "get number ?",
    ("origin_law", ("body",)): "get origin ?",
    ("level", ("body",)): "get level ?",
    ("appointer", ("body",)): "get appointer ?",
    ("programme_owner", ("programme",)): "select agency runs=?",
    ("verify_membership", ("agency", "body")): "verify in(?,?)",
    ("verify_chair", ("agency", "body")): "verify chairs(?,?)",
    ("verify_report", ("agency", "report")): "verify publishes(?,?)",
    ("verify_law", ("body", "law")): "verify creates(?,?)",
}


def derived(
    intent: str, mentions: Sequence[Mention], topics: Sequence[str], words: Sequence[str]
) -> Optional[str]:
    """The form, as a line; None where it cannot be told."""
    if intent in _PLAIN:
        return _PLAIN[intent]
    if len(words) > 30:
        return None
    kinds = tuple(sorted(m.kind for m in mentions))
    if intent == "expand_name" and len(kinds) == 1:
        return "get expand ?"
    if intent.startswith("verify_") and _NEGATIONS.intersection(words):
        return None
    if len(topics) == 1:
        return _topical(intent, kinds)
    return _OF_NAMES.get((intent, kinds)) if not topics else None


def _topical(intent: str, kinds: tuple[str, ...]) -> Optional[str]:
    if intent == "which_agency" and not kinds:
        return "select agency does=?"
    if intent == "exclude_agency" and kinds and set(kinds) == {"agency"}:
        return f"select agency does=? except={','.join('?' * min(len(kinds), 4))}"
    if intent == "describe_aspect" and kinds == ("agency",):
        return "describe ? about=?"
    if intent == "verify_role" and kinds == ("agency",):
        return "verify does(?,?)"
    return None
