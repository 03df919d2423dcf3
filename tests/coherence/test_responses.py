"""Every sentence of domain.yml is said somewhere, and every sentence that is said is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.answers.made import plain, view
from tests.coherence.repo import ROOT, domain, name, python, strings
from vigie.answers.query.evaluate import find
from vigie.answers.query.line import read
from vigie.answers.query.model import GIVEN, MEASURES, NEVER_GIVEN, SORTS, WORDS, Select
from vigie.answers.query.relations import ANY, KEYS, NAMED, RELATIONS, TOPICAL
from vigie.answers.query.world import World
from vigie.answers.render.answer import answer
from vigie.answers.render.attributes import SORTED
from vigie.answers.render.criteria import criteria
from vigie.answers.smalltalk import _OUTSIDE, _TALK
from vigie.knowledge.load import load
from vigie.knowledge.query import Index

CODE = ("actions", "vigie")
SPEAKERS = ("actions", "vigie/answers")
_ROOMS = "nlu knowledge distress training commands answers/query answers/reading".split()
SILENT = (*(f"vigie/{room}/" for room in _ROOMS), "vigie/answers/english.py")
"""What says no sentence of domain.yml: its words are names of other things."""


def _constants(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may be: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))


def calls(attribute: str) -> Iterator[tuple[str, str]]:
    """The file and the first argument of each call of a function or method of this name."""
    for path, tree in python(*CODE):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called == attribute:
                for text in _constants(node.args[0]):
                    yield name(path), text


def dynamic() -> set[str]:
    """The sentences whose name the code makes: what is asked back of each sort, what courtesy and
    the outside of the document are answered, and the families of the renderers ("count_" and a
    sort, "unsaid_" and an attribute)."""
    asked = {f"ask_{sort}" for sort in SORTS}
    named = {_TALK.get(want, want) for want in WORDS["talk"]}
    named |= {_OUTSIDE.get(want, want) for want in WORDS["none"]}
    return asked | named | set(families())


def words() -> set[str]:
    """The words that the knowledge ties to things: "annual", "department"."""
    world = World(Index(load(ROOT / "knowledge")))
    return {str(word) for row in world.holds.values() for some in row.values() for word in some}


LISTS = ("list_all", "count", "count_one", "none")


def families() -> Iterator[str]:
    """Every name that a renderer may make of a sort, of an attribute, or of a condition."""
    for sort, keys in KEYS.items():
        yield from (f"{act}_{sort}" for act in LISTS)
        for key in keys:
            for denied in ("", "not_"):
                yield from (f"criterion_{denied}{one}" for one in (key, f"{sort}_{key}"))
                values = (*words(), ANY, "several")
                yield from (f"criterion_{denied}{key}_{value}" for value in values)
                yield f"criterion_{denied}{sort}_{key}_{ANY}"
    yield from (f"{named}_{kind}" for named in ("things", "one", "no", "is") for kind in words())
    for want in (*GIVEN, *NEVER_GIVEN):
        yield from (f"unsaid_{want}", *(f"unsaid_{want}_{kind}" for kind in (*NAMED, *SORTED)))
    for measure in (*MEASURES, "any"):
        yield from (f"max_{measure}", f"max_{measure}_tied", f"min_{measure}")
        yield from (f"unit_{measure}", f"unit_{measure}_several")
    yield from (f"{act}_year_{sort}" for act in ("max", "min") for sort in SORTS)
    yield from (f"none_{relation}" for relation in RELATIONS)
    yield "criterion_such"


def test_every_sentence_that_is_said_exists() -> None:
    known = {response.removeprefix("utter_") for response in domain()["responses"]}
    said = [(where, what) for where, what in calls("say") if where.startswith(SPEAKERS)]
    assert [what for what in said if what[1].removeprefix("utter_") not in known] == []
    assert dynamic() - set(families()) <= known


def test_every_sentence_is_said() -> None:
    typed = {
        text.removeprefix("utter_")
        for path, tree in python(*CODE)
        if not name(path).startswith(SILENT)
        for text in strings(tree)
    }
    known = {response.removeprefix("utter_") for response in domain()["responses"]}
    assert known - typed - dynamic() == set()


def test_each_sentence_is_written_once() -> None:
    texts = [variants[0]["text"] for variants in domain()["responses"].values()]  # type: ignore[attr-defined]
    assert [text for text in texts if texts.count(text) > 1] == []


def test_each_response_has_one_text() -> None:
    several = [n for n, v in domain()["responses"].items() if len(v) != 1 or set(v[0]) != {"text"}]  # type: ignore[attr-defined]
    assert several == []


def test_the_numbers_to_call_are_those_of_the_knowledge() -> None:
    """The sentences that must work without the knowledge repeat its numbers."""
    from vigie.distress import Call, reply

    hotline = load(ROOT / "knowledge").safety
    failure = domain()["responses"]["utter_failure"][0]["text"]  # type: ignore[call-overload]
    assert hotline.phone in failure and hotline.emergency in failure
    for language in ("fr", "en", "es", "ht"):
        for when in ("now", "ongoing"):
            for writer in ("victim", "witness"):
                text = reply(Call(language, writer, when=when))
                assert hotline.phone in text.replace("\u2011", "-"), text
                assert hotline.emergency in text and hotline.sms in text


def conditions() -> Iterator[str]:
    """Each condition that a list may have, of each word that the knowledge ties to its things, of
    one and of two things that it may name, of anything and of a name that is not there; asserted
    and denied."""
    world = World(Index(load(ROOT / "knowledge")))
    for sort, keys in KEYS.items():
        for key, (relation, reverse) in keys.items():
            rows = world.holds[relation]
            told = rows if reverse else dict.fromkeys(str(v) for row in rows.values() for v in row)
            some = [one for one in told if _fits(one, sort, key, world)]
            named = key not in (*TOPICAL, "kind") and any(one in world.index for one in some)
            several = ["/".join(some[:2])] if named or key in (*TOPICAL, "kind") else []
            for value in (*some, *several, ANY, *(["@NASA"] if named else [])):
                yield from (f"select {sort} {key}{sign}{value}" for sign in ("=", "!="))


def _fits(value: str, sort: str, key: str, world: World) -> bool:
    """Whether a value is one of things of this sort: a department is no kind of report."""
    rows = world.holds[KEYS[sort][key][0]]
    own = (one for one, row in rows.items() if world.kind(one) == sort and value in row)
    return KEYS[sort][key][1] or next(own, "") != ""


def test_whatever_a_list_is_asked_by_is_said_in_french() -> None:
    """No word of the language of queries, nothing that is left out or twice, whatever is found."""
    wrong = []
    for line in conditions():
        for act in ("select", "count"):
            reply = answer(read(line.replace("select", act, 1)), view())
            lead = plain(reply.lead) if reply else ""
            if re.search(r"\bany\b|  |\bde de\b|\bdu le\b|,,|\{|de ce genre|\( ", lead):
                wrong.append((line, lead))
    assert wrong == []


def test_what_leaves_something_out_of_a_list_is_said() -> None:
    """Else those that are left would be said to be all."""
    silent = []
    for line in conditions():
        select = read(line).select
        assert select is not None
        found = find(select, view().world)
        left = found and found != find(Select(select.sort), view().world)
        if left and not criteria(select, view()):
            silent.append(line)
    assert silent == []
