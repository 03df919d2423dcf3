"""Every form of a query that the corpus has, most written first."""

from __future__ import annotations

from collections import Counter

from tests.answers.made import ROOT
from vigie.answers.query.form import form
from vigie.answers.query.line import LineError, read_all
from vigie.answers.query.write import write


def _lines() -> Counter[str]:
    """How often each form was written."""
    found: Counter[str] = Counter()
    written = Counter(  # most several times: each is read once
        line.partition(" | ")[0].rpartition(": ")[2]
        for path in sorted((ROOT / "data" / "corpus").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
    )
    for head, times in written.items():
        try:
            found.update({write(form(query)): times for query in read_all(head)})
        except LineError:  # a note of its author
            continue
    return found


FORMS = tuple(line for line, _ in _lines().most_common())
