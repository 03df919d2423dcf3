"""The line of a query cut into signs and words, and put together again: what a reader that writes
queries word by word (vigie/nlu/encoder/writer.py) learns and says.

>>> tokens("select agency does!=training except=doj")
['select', 'agency', 'does', '!=', 'training', 'except', '=', 'doj']
>>> joined(["verify", "!", "in", "(", "dod", ",", "pitf", ")"])
'verify !in(dod,pitf)'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"@[^(){},&+/=]*|!?=|[(){},&+/!]|[^\s(){},&+/=!]+")
_SIGNS = frozenset("=(){},&+/!") | {"!="}
_CLOSES, _OPENS = frozenset(")}"), frozenset("{!")


def tokens(line: str) -> list[str]:
    """The signs and words of a line, in their order."""
    return _TOKEN.findall(line)


def joined(parts: Iterable[str]) -> str:
    """The line that these are the tokens of: `joined(tokens(line)) == line` of whatever
    `vigie.answers.query.write` writes."""
    line = last = ""
    for part in parts:
        line += f" {part}" if last and _apart(last, part) else part
        last = part
    return line


def _apart(last: str, part: str) -> bool:
    """Whether a blank stands between the two."""
    if "&" in (last, part):
        return True
    ends = last not in _SIGNS or last in _CLOSES
    return ends and (part not in _SIGNS or part in _OPENS)
