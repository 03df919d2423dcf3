"""Tables that a command writes into a page, between two comments that name them."""

from __future__ import annotations


def put(text: str, name: str, table: str, page: str) -> str:
    """`text` with `table` between the marks of `name`.

    Raises:
        ValueError: `page` lacks a mark.
    """
    first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, opened, rest = text.partition(first)
    _, closed, after = rest.partition(last)
    if not (opened and closed):
        raise ValueError(f"{page} lacks the marks of {name}")
    return f"{before}{first}\n{table}\n{last}{after}"
