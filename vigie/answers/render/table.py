"""What a comparison says, as a table: one column for each thing, one row for each point."""

from __future__ import annotations

from typing import Optional, Sequence

from vigie.answers.grammar import capital, sentence
from vigie.answers.render.portrait import describe_any
from vigie.answers.reply import Row, Table
from vigie.answers.view import View
from vigie.knowledge.model.knowledge import Topic
from vigie.knowledge.model.organisations import Duty


def table(ids: Sequence[str], shared: Sequence[Topic], view: View) -> Table:
    """The things of `ids` side by side; agencies by the topics that they share, then the rest."""
    rows = _brief(ids, view)
    if {view.kind(one) for one in ids} == {"agency"}:
        rows = _by_topic(ids, shared, view) or rows
    return Table(_columns(ids, view), rows)


def of_sentences(ids: Sequence[str], head: str, said: Sequence[str], view: View) -> Table:
    """One point only: a sentence for each thing."""
    cells = tuple((capital(sentence(one)),) for one in said)
    return Table(_columns(ids, view), (Row(capital(head), cells),))


def _columns(ids: Sequence[str], view: View) -> tuple[str, ...]:
    return tuple(capital(format(view.noun(one), "le")) for one in ids)


def _brief(ids: Sequence[str], view: View) -> tuple[Row, ...]:
    """All that describes each of them."""
    told = [describe_any(one, view) for one in ids]
    cells = tuple(
        tuple(capital(sentence(text)) for text in (one.lead, *one.items, one.after) if text)
        for one in told
    )
    return (Row(view.say("compare_brief"), cells),)


def _by_topic(ids: Sequence[str], shared: Sequence[Topic], view: View) -> tuple[Row, ...]:
    """What each does on each topic that they share, each duty once; then what else it does."""
    left: dict[str, list[Duty]] = {one: list(view.agency(one).duties) for one in ids}
    if not all(left.values()):
        return ()
    rows: list[Optional[Row]] = []
    for topic in shared:
        below = set(view.tables.below(topic.id))
        rows.append(_row(topic.label, [_take(left[one], below) for one in ids]))
    rest = "compare_rest" if any(rows) else "compare_duties"
    rows.append(_row(view.say(rest), [[duty.does for duty in left[one]] for one in ids]))
    reports = [[f"{view.noun(r.id):titre}" for r in view.reports_of(one)] for one in ids]
    rows.append(_row(view.say("compare_reports"), reports))
    return tuple(row for row in rows if row)


def _take(duties: list[Duty], topics: set[str]) -> list[str]:
    """The duties on `topics`, taken out of the list."""
    found = [duty for duty in duties if topics & set(duty.topics)]
    duties[:] = [duty for duty in duties if duty not in found]
    return [duty.does for duty in found]


def _row(head: str, cells: Sequence[Sequence[str]]) -> Optional[Row]:
    if not any(cells):
        return None
    said = tuple(tuple(map(capital, cell)) or ("\N{EM DASH}",) for cell in cells)
    return Row(capital(head), said)
