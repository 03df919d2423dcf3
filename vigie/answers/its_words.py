"""Whether a word stands in the document: « le mot « visa » y figure ? ». Its words are known, each
with the paragraphs where it stands; none of its sentences is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Optional

from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reply import Reply
from vigie.answers.view import View
from vigie.knowledge.text import SMALL, fold

MOST = 3
"""Words of one message that are looked up."""
PLACES = 5
"""Paragraphs that are cited at most."""
ENDS = ("s", "x", "e", "es")
"""What a word ends with in another of its forms."""
_QUOTED = re.compile(r"[«“\"]\s*([^«»“”\"]{2,60}?)\s*[»”\"]")
_NAMED = re.compile(
    r"(?i)\b(?:mot|terme|expression)\s+(?!est\b|y\b|n['’]|figure|qui\b|que\b)([\w-]{2,40})"
)
_ARTICLE = re.compile(r"(?i)^(?:l['’]\s*|(?:les?|la|des|une?) )")


def of_its_words(question: Question, view: View) -> Optional[Reply]:
    """Of each word that a message quotes, whether the document has it; None for a message that
    asks nothing of the kind, or what a word means."""
    words = question.words
    of_words = says(closed("its_words.word"), words)
    of_text = says(closed("its_words.stands"), words) and says(closed("its_words.text"), words)
    if not (of_words or of_text) or says(closed("its_words.not_words"), words) or question.clauses:
        return None
    typed = question.typed or question.text
    named = _NAMED.findall(typed) if says(closed("its_words.stands"), words) else []
    quoted = (_ARTICLE.sub("", one) for one in (*_QUOTED.findall(typed), *named))
    found = [one for one in dict.fromkeys(quoted) if not SMALL.issuperset(fold(one).split())]
    if (
        not found
        or len(found) > MOST
        or not any(one.words for one in view.knowledge.source.sections)
    ):
        return None
    denied = len(found) == 1 and says(closed("its_words.denied"), words)
    told = sorted((_told(one, denied, view) for one in found), key=lambda one: not one[1])
    places = dict.fromkeys(place for _, some in told for place in some[:PLACES])
    return Reply(" ".join(lead for lead, _ in told), places=tuple(places))


def _told(phrase: str, denied: bool, view: View) -> tuple[str, list[tuple[str, int]]]:
    """The verdict on a word or a phrase, and where it stands."""
    folded = [one for one in fold(phrase).split() if one not in SMALL]
    places = [place for place, words in _paragraphs(view) if words.keys() >= {*folded}]
    several = len(folded) > 1
    if places:
        verdict = view.say("verdict_si") if denied else view.say("verdict_oui")
        name = "words_stand" if several else "word_stands"
    else:
        verdict = view.say("verdict_en_effet") if denied else view.say("verdict_non")
        name = "words_missing" if several else "word_missing"
    lead = view.say(name, word=phrase, verdict=verdict)
    other = "" if places or several else _other_form(folded[0], view)
    if other:
        lead = f"{lead} {view.say('word_otherwise', word=other)}"
    return lead, places


def _other_form(word: str, view: View) -> str:
    """Another form of a word that the document has, "" for none."""
    near = {f"{word}{end}" for end in ENDS}
    near |= {word.removesuffix(end) for end in ENDS if word.endswith(end)}
    for _, words in _paragraphs(view):
        if found := sorted((near - {word}).intersection(words)):
            return words[found[0]]
    return ""


def _paragraphs(view: View) -> Iterator[tuple[tuple[str, int], dict[str, str]]]:
    """The words of each paragraph by their folded parts, with its place."""
    for section in view.knowledge.source.sections:
        for number, words in enumerate(section.words, 1):
            known = {part: word for word in words.split() for part in fold(word).split()}
            yield (section.id, number), known
