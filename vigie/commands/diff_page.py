"""The page of `vigie diff`: each question, and its two answers side by side."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_PAGE = """<!doctype html>
<html lang="fr"><meta charset="utf-8"><title>Réponses qui changent</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 72rem;
  margin: 2rem auto; padding: 0 1rem }}
section {{ border-top: 1px solid #999; padding: .5rem 0 }}
.pair {{ display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem }}
.pair > div {{ white-space: pre-wrap; overflow-wrap: anywhere }}
h3 {{ font-size: .9rem; margin: 0 }}
</style>
<h1>Réponses qui changent depuis {ref} : {count}</h1>
{sections}
</html>
"""
_SECTION = """<section><h2>{question}</h2><div class="pair">
<div><h3>Avant</h3>{before}</div><div><h3>Après</h3>{after}</div></div></section>"""


def page(ref: str, changes: Iterable[tuple[str, str, str]]) -> str:
    """The page, whole and without anything from elsewhere."""
    sections = [
        _SECTION.format(question=escape(q), before=escape(b), after=escape(a))
        for q, b, a in changes
    ]
    return _PAGE.format(ref=escape(ref), count=len(sections), sections="\n".join(sections))
