"""The document in so many lines as a message asks for: "en cinq points", "à quoi sert ce texte, en
une ligne ?", "le plus important ?"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Optional

from vigie.answers.query.model import Query
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.render.bounded import bound
from vigie.answers.render.overview import gist, overview
from vigie.answers.reply import Reply
from vigie.answers.view import View

OVERVIEW, SHORTER = "overview", ("summary", "short")
"""What is asked of the document; and what is where nothing was answered yet, or it is named."""
FEW = 5
"""Lines of the document in short for whoever wants what weighs most."""


def in_lines(query: Query, words: str, forms: Collection[str], view: View) -> Optional[Reply]:
    """The document in the lines that these forms, or these folded words, leave it; None where they
    leave it whole, or something else is asked."""
    of_it = query.want == OVERVIEW or (query.want in SHORTER and names_the_document(words))
    most = bound(forms)
    counted = SHORTER if most is not None else SHORTER[:1]
    of_all = query.want in counted and not stack(view.focus)  # nothing told but the document
    if query.act != "meta" or not (of_it or of_all):
        return None
    if most is not None:
        return _within(most.most, view)
    if says(closed("in_one_line"), words):
        return gist(view, 1)
    named = query.want in SHORTER and names_the_document(words)
    about = says(closed("the_document_itself.content"), words)
    about = about and not says(closed("roughly"), words)
    return gist(view, FEW) if named or about or says(closed("the_gist"), words) else None


def _within(most: int, view: View) -> Reply:
    """The document in so many lines: its gist, or as much of all that is told of it."""
    short, whole = gist(view, most), overview(view)
    return short if len(short.items) >= most or most == 1 else whole.with_(items=whole.items[:most])


def names_the_document(words: str) -> bool:
    """Whether folded words say that it is the document of which something is asked."""
    return says(closed("the_document"), words)
