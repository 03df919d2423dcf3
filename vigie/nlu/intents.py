"""The intent that a query stands for: its act and relation in one name, as Rasa sees it."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import EXTREMES, Query, Select

DISTRESS = frozenset(("distress_self", "distress_other"))
"""The intents of somebody who needs help, and of somebody who asks for another."""
_TALK = {
    "greet": "greet",
    "thanks": "thanks",
    "bye": "goodbye",
    "how": "how_are_you",
    "bot": "bot_challenge",
    "capabilities": "capabilities",
    "compliment": "compliment",
    "insult": "insult",
}
_META = {
    "source": "ask_source",
    "date": "ask_date",
    "uptodate": "ask_date",
    "privacy": "ask_privacy",
    "repeat": "repeat",
    "sure": "are_you_sure",
    "doubt": "are_you_sure",
    "more": "more_details",
    "erase": "erase",
    "yes": "affirm",
    "no": "deny",
}
_NONE = {
    "far": "oos_far",
    "near": "oos_near",
    "country": "oos_country",
    "figures": "oos_figures",
    "legal": "oos_legal",
    "news": "oos_news",
    "injection": "injection",
    "gibberish": "gibberish",
}
_GET = {
    "expand": "expand_name",
    "english": "expand_name",
    "acronym": "expand_name",
    "composition": "list_members",
    "number": "count_members",
    "level": "level",
    "appointer": "appointer",
    "origin": "origin_law",
    "date": "origin_date",
    "subject": "describe",
    "owner": "report_owner",
    "person": "oos_person",
    "budget": "oos_figures",
    "staff": "oos_figures",
    "howmany_victims": "oos_figures",
}
_VERIFY = {
    "does": "verify_role",
    "runs": "verify_role",
    "publishes": "verify_report",
    "chairs": "verify_chair",
    "in": "verify_membership",
    "creates": "verify_law",
    "amends": "verify_law",
}
_LISTS = {"committee": "list_committees", "report": "list_reports", "law": "law_effect"}
_COUNTS = {"committee": "count_committees", "report": "count_reports"}
_ELLIPTIC = {"other": "others", "index": "ordinal"}


def intent_of(query: Query, context: str = "new") -> Optional[str]:
    """The intent of a query; None for one that no intent stands for."""
    if context in _ELLIPTIC:
        return _ELLIPTIC[context]
    if query.act in ("talk", "meta", "none"):
        return {**_TALK, **_META, **_NONE}.get(query.want)
    if query.act == "help":
        return f"distress_{query.want}"
    if query.act == "describe":
        if all(str(one).startswith("@") for one in query.subjects):
            return None
        return "describe_aspect" if query.about else "describe"
    if query.act == "get":
        return _GET.get(query.want)
    if query.act == "verify":
        return _VERIFY.get(query.claims[0].relation, "verify_fact")
    if query.act == "vague":
        return "vague_question"
    if query.act == "compare":
        return "compare"
    if query.act in ("select", "count") and query.select:
        return _selected(query.act, query.select)
    if query.act in EXTREMES and query.want == "report":
        return "multi_report_agency"
    return None


def _selected(act: str, select: Select) -> Optional[str]:
    keys = {one.key for one in select.conditions}
    if select.sort != "agency":
        if select.sort == "body":
            return "find_body" if act == "select" else None
        table = _COUNTS if act == "count" else _LISTS
        return table.get(select.sort)
    if "does" in keys:
        aside = select.excluded or any(one.denied for one in select.conditions)
        return "exclude_agency" if aside else "which_agency"
    for key, intent in (
        ("publishes", "report_owner"),
        ("runs", "programme_owner"),
        ("chairs", "chair"),
    ):
        if key in keys:
            return intent
    if "described" in keys and any("no" in one.values for one in select.conditions):
        return "undescribed_members"
    if "in" in keys:
        return "count_members" if act == "count" else "list_members"
    return "list_agencies"
