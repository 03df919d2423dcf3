"""The corpus as Rasa's training data: a message a segment, with its intent, topics and query; and
what the query of an example of data/nlu teaches.

They travel as a lookup table until the first component takes them: as messages of Rasa's own from
the start, they would be copied and hashed several times over, for a minute.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rasa.shared.nlu.constants import METADATA, METADATA_EXAMPLE, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from vigie.answers.query.line import read_all
from vigie.answers.query.model import FACTS, Query, arguments
from vigie.answers.query.refused import mixed, refused
from vigie.knowledge.query import Index
from vigie.nlu.corpus import Corpus, Segment
from vigie.nlu.corpus import Message as Turn
from vigie.nlu.intents import intent_of
from vigie.nlu.leaning import taught_form
from vigie.nlu.leans import BY_CONTEXT

TABLE = "corpus"
"""Name of the lookup table that carries them."""
HEAD = "[]"
"""Its first element: Rasa looks whether that is the name of a file, and a whole row is too long for
one."""
QUERY = "query"
"""Key of the metadata of data/nlu: the query that an example means, as a line."""
SPOKEN_OF = "@it"
"""What stands in such a query for what was spoken of before, which the example does not tell."""
FORM = "form"
"""Key of an example's metadata: the form that it teaches, see `vigie.nlu.leaning`."""
CONTEXT = "context"
"""Key of how an example leans on what was said before it."""
LEANS = "leans"
"""Key of how a turn that follows a question of fact leans on it."""
THINGS = "things"
"""Key of the ids of what an example is about, named or not."""
ASKED = "asked"
"""Key of all the ids of a question of fact."""
CORRECTS = "correct"
"""How a turn leans on what was said before that it corrects."""
REFUSED = "refused"
"""Key of those of them that it refuses."""


def messages(corpus: Corpus, index: Index) -> Iterator[Message]:
    """Every segment as a message, in the order of the corpus."""
    for one in corpus.questions:
        yield from _taught(one, [], index)
    for dialogue in corpus.dialogues:
        earlier: list[Query] = []
        for turn in dialogue:
            yield from _taught(turn, list(earlier), index)
            earlier += [query for query in turn.answered if query.act in FACTS]


def _taught(one: Turn, earlier: list[Query], index: Index) -> Iterator[Message]:
    """The segments of a message, each after the queries `earlier` and those before it."""
    for place, segment in enumerate(one.segments):
        context = one.context if place == 0 else "new"
        data: dict[str, Any] = {
            "register": one.register,
            "persona": one.author,
            FORM: taught_form(segment.query, context, earlier, len(segment.text.split())),
            CONTEXT: context,
            **_about(segment.query, context == "new" and place == 0, index),
        }
        if earlier and place == 0 and segment.query.act in FACTS:
            data[LEANS] = BY_CONTEXT.get(context, "")
            if context == CORRECTS and ASKED in data:
                gone = _done_without(segment.query, earlier[-1], index)
                data[ASKED], data[REFUSED] = [*data[ASKED], *gone], [*data[REFUSED], *gone]
        message = Message({"text": segment.text, "metadata": {"example": data}})
        intent = intent_of(segment.query, context)
        if intent:
            message.set("intent", intent)
        yield message
        if segment.query.act in FACTS:
            earlier.append(segment.query)


def _done_without(query: Query, last: Query, index: Index) -> list[str]:
    """What a correction no longer speaks of: named, it is refused ("pas le DoS, l'équipe")."""
    own = set(arguments(query))
    return [one for one in dict.fromkeys(arguments(last)) if one in index and one not in own]


def claims(corpus: Corpus, index: Index) -> Iterator[Message]:
    """Each claim of the segments that claim several things, where their authors marked where every
    one begins. The first may lean on what the whole leans on, the others on the first."""
    for one in corpus.messages:
        for segment in one.segments:
            if len(segment.claims) == len(segment.query.claims):
                yield from _claims(one, segment, index)


def _claims(one: Turn, segment: Segment, index: Index) -> Iterator[Message]:
    for place, (text, claim) in enumerate(zip(segment.claims, segment.query.claims)):
        query = Query("verify", claims=(claim,))
        context = "pronoun" if place else one.context if segment is one.segments[0] else "new"
        data = {
            "register": one.register,
            "persona": one.author,
            FORM: taught_form(query, "new", [], len(text.split())),
            CONTEXT: context,
            **_about(query, context == "new", index),
        }
        yield Message({"text": text, "metadata": {"example": data}})


def _about(query: Query, alone: bool, index: Index) -> dict[str, Any]:
    """The ids that a query is about; `alone`: nothing was said before that it leans on."""
    named = list(dict.fromkeys(arguments(query)))
    data: dict[str, Any] = {"topics": [ident for ident in named if index.is_topic(ident)]}
    if query.act in FACTS and named:
        data[ASKED], data[REFUSED] = named, _refused(query, index)
    if alone:
        data[THINGS] = [ident for ident in named if ident in index]
    return data


def mark(examples: Iterable[Message], index: Index) -> None:
    """Add to each example of data/nlu what its query teaches.

    Raises:
        LineError: a query cannot be read.
    """
    for message in examples:
        told = message.get(METADATA) or {}
        own = told.get(METADATA_EXAMPLE) or {}
        line = {**(told.get(METADATA_INTENT) or {}), **own}.get(QUERY)
        if line:
            words = len(message.get(TEXT).split())
            message.set(METADATA, {**told, METADATA_EXAMPLE: {**own, **_marks(line, words, index)}})


def _marks(line: str, words: int, index: Index) -> dict[str, Any]:
    """What a query teaches; of several, only their topics: where one ends is not told."""
    queries = read_all(line)
    if len(queries) > 1:
        topics = [topic for one in queries for topic in _about(one, False, index)["topics"]]
        return {"topics": list(dict.fromkeys(topics))}
    (query,) = queries
    alone = SPOKEN_OF not in arguments(query)
    return {FORM: taught_form(query, "new", (), words), **_about(query, alone, index)}


def _refused(query: Query, index: Index) -> list[str]:
    """What it refuses; a name that one claim alone denies something of is asked about."""
    gone = sorted(refused(query))
    alone = bool(query.claims) and not mixed(query)
    return [ident for ident in gone if index.is_topic(ident)] if alone else gone


def table(corpus: Corpus, index: Index) -> dict[str, Any]:
    """Every segment, and every claim that is marked, as a lookup table of Rasa."""
    rows = [
        [one.get("text"), one.get("metadata"), one.get("intent")]
        for one in (*messages(corpus, index), *claims(corpus, index))
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return {"name": TABLE, "elements": [HEAD, *lines]}


def taken(tables: Iterable[Mapping[str, Any]]) -> Iterator[Message]:
    """The messages that `table` put into training data."""
    for line in (line for t in tables if t["name"] == TABLE for line in t["elements"][1:]):
        text, metadata, intent = json.loads(line)
        message = Message({"text": text, "metadata": metadata})
        if intent:
            message.set("intent", intent)
        yield message
