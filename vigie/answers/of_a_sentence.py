"""What to do with a sentence that was just judged: « je garde la phrase ou je la biffe ? », « je
remplace "quinze" par "vingt" ? » want the verdict once more."""

from __future__ import annotations

import re
from functools import cache

from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.knowledge.text import fold

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
"""A stretch between quotation marks: words of the sentence itself."""
_FEW = r"\w+(?: \w+){0,4}"
"""The words that are to be replaced, and those put in their place."""


def of_a_sentence(question: Question) -> bool:
    """Whether a message asks what to do with a sentence, or with words of it, and nothing else."""
    ends_asking = question.text.rstrip(' »”"').endswith("?")
    told = fold(_QUOTED.sub(" ", question.text))
    said, does = set(told.split()), closed("keep_or_strike.does")
    if not ends_asking and closed("keep_or_strike.asks").isdisjoint(said):
        return False
    if not does.isdisjoint(said) and said <= does | closed("keep_or_strike.around"):
        return True
    return bool(_replaces().fullmatch(fold(question.text)))


@cache
def _replaces() -> re.Pattern[str]:
    """What finds folded words that ask whether to put some words for others, and nothing else."""
    around, verbs = (
        "|".join(sorted(words, key=len, reverse=True))
        for words in (closed("keep_or_strike.around"), closed("keep_or_strike.replaces"))
    )
    beside = rf"(?:(?:{around}) )*"
    return re.compile(rf"{beside}(?:{verbs}) {_FEW} (?:par|en|pour) {_FEW}")
