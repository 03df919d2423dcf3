"""Two things side by side: what each is, then what they share."""

from __future__ import annotations

from vigie.answers import wording
from vigie.answers.grammar import capital, listing
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Missing, Outcome, Reply
from vigie.answers.roles import describe_any
from vigie.answers.verdicts import verdict
from vigie.answers.view import View, places


def compare(question: Question, view: View) -> Outcome:
    """A paragraph for each, then the common points that the document states."""
    ids = question.ids()
    if len(ids) < 2 and wording.has(question.words, "written"):
        ids = tuple(dict.fromkeys((*ids, *view.tables.titles.best(question.words))))
    if len(ids) == 1 and view.focus.subjects:
        ids = (*(s for s in view.focus.subjects[:1] if s not in ids), *ids)
    if len(ids) == 1 and view.kind(ids[0]) == "body":
        other = {"pitf": "spog", "spog": "pitf", "council": "pitf"}.get(ids[0])
        ids = (ids[0], other) if other else ids
    if len(ids) < 2:
        shown = [i for i in view.focus.shown if i not in ids]
        ids = tuple([*ids, *shown][:2])
    if len(ids) < 2:
        return Missing("two", ids)
    ids = ids[:3]
    items = tuple(capital(summary(entity_id, view)) for entity_id in ids)
    common = _common(ids, view)
    cited = tuple(p for i in ids for p in describe_any(i, view).places)
    reply = Reply(
        view.say("compare", names=listing([format(view.noun(i), "bref") for i in ids])),
        items,
        common,
        places=tuple(dict.fromkeys(cited)),
        focus=Focus("compare", ids, (), ids),
    )
    asks_same = wording.has(question.outside, "same") and not wording.has(question.outside, "head")
    return verdict(False, reply, view) if asks_same else reply


def summary(entity_id: str, view: View) -> str:
    """What an entity is in one paragraph."""
    kind = view.kind(entity_id)
    noun = view.noun(entity_id)
    if kind == "agency":
        agency = view.agency(entity_id)
        if not agency.duties:
            return view.say("agency_only_named", agency=noun)
        parts = [duty.does for duty in agency.duties]
        reports = view.reports_of(entity_id)
        if reports:
            parts.append(
                view.say("publishes", reports=listing([f"« {r.name.fr} »" for r in reports]))
            )
        return view.say("agency_does", agency=noun, duties="\u00a0; ".join(parts))
    reply = describe_any(entity_id, view)
    return " ".join(
        text.rstrip(".") + "."
        for text in (reply.lead, *map(capital, reply.items), reply.after)
        if text
    )


def _common(ids: tuple[str, ...], view: View) -> str:
    kinds = {view.kind(i) for i in ids}
    of, to = (listing([format(view.noun(i), spec) for i in ids]) for spec in ("bdu", "bau"))
    if kinds == {"body"}:
        chairs = {b.chair.agency for b in map(view.body, ids) if b.chair}
        if len(chairs) == 1 and all(view.body(i).chair for i in ids):
            return view.say("common_chair", of=of, chair=view.noun(chairs.pop()))
        return ""
    if kinds != {"agency"}:
        return ""
    shared = []
    for topic in view.knowledge.topics:
        if all(
            set(view.tables.below(topic.id)) & {t for d in view.agency(i).duties for t in d.topics}
            for i in ids
        ):
            shared.append(topic)
    broad = [t for t in shared if not any(t.id in other.within for other in shared)]
    if not broad:
        return view.say("nothing_common", to=to)
    return view.say("common", of=of, topics=listing([t.label for t in broad]))


def cited(entity_id: str, view: View) -> tuple[tuple[str, int], ...]:
    """Where an entity is stated."""
    return places(view.entity(entity_id))
