"""spaCy's French keeps the same words whole, though its longest expression is said in short."""

from __future__ import annotations

import re

import pytest
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
from spacy.lang.fr.punctuation import ELISION, HYPHENS

from vigie.nlu.clauses.quick import LONG, factored, quick_import

END = f"[{HYPHENS}][{ALPHA_LOWER}][{HYPHENS}{ALPHA_LOWER}{ELISION}]*$"
WRITTEN = [
    *(f"^{start}{END}" for start in ("demi", "[ée]lectro", "tr(?:i|ou)", "La Chapelle")),
    f"^black[{HYPHENS}]out[{ALPHA_LOWER}]*$",
    f"^[{ALPHA}]+[{HYPHENS}]l[èe]s?[{HYPHENS}][{ALPHA}]+$",
]
WORDS = (
    "demi-heure Demi-Heure électro-choc electro-choc tri-sélectif trou-normand black-out "
    "black-outs Villeneuve-lès-Maguelone demi heure est-ce demi- tr-oui blackout x-lès-"
).split(" ")


def test_the_same_words_match() -> None:
    pattern = "(?iu)" + "|".join(f"(?:{one})" for one in WRITTEN)
    short = factored(pattern)
    assert len(short) < len(pattern) / 2
    whole, quick = re.compile(pattern), re.compile(short)
    for word in WORDS:
        assert bool(whole.match(word)) == bool(quick.match(word)), word
    assert [word for word in WORDS if quick.match(word)] == WORDS[:9]


@pytest.mark.parametrize("pattern", ["a|b", "(?iu)(?:^demi-x$)|y", f"(?:^a{END})|(?:^b)"])
def test_what_is_not_written_so_stays(pattern: str) -> None:
    assert factored(pattern) == pattern


def test_the_one_of_spacy_is_said_in_short() -> None:
    """When a new spaCy writes it otherwise, starting takes its seconds again: this tells."""
    from spacy.lang.fr.tokenizer_exceptions import _regular_exp

    assert len(factored("(?iu)" + "|".join(f"(?:{one})" for one in _regular_exp))) < LONG


def test_expressions_are_compiled_as_ever_afterwards() -> None:
    before = re.compile
    with pytest.raises(re.error), quick_import():
        re.compile("(")
    assert re.compile is before
