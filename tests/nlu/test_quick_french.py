"""spaCy's French keeps the same words whole, though its longest expression is said in short."""

from __future__ import annotations

import re

import pytest

from vigie.nlu.clauses.quick import LONG, factored, quick_import


def end() -> str:
    """What each alternative ends with. spaCy is imported where it is tested: that takes seconds."""
    from spacy.lang.char_classes import ALPHA_LOWER
    from spacy.lang.fr.punctuation import ELISION, HYPHENS

    return f"[{HYPHENS}][{ALPHA_LOWER}][{HYPHENS}{ALPHA_LOWER}{ELISION}]*$"


def written() -> list[str]:
    """Alternatives as spaCy's are."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
    from spacy.lang.fr.punctuation import HYPHENS

    return [
        *(f"^{start}{end()}" for start in ("demi", "[ée]lectro", "tr(?:i|ou)", "La Chapelle")),
        f"^black[{HYPHENS}]out[{ALPHA_LOWER}]*$",
        f"^[{ALPHA}]+[{HYPHENS}]l[èe]s?[{HYPHENS}][{ALPHA}]+$",
    ]


WORDS = (
    "demi-heure Demi-Heure électro-choc electro-choc tri-sélectif trou-normand black-out "
    "black-outs Villeneuve-lès-Maguelone demi heure est-ce demi- tr-oui blackout x-lès-"
).split(" ")


def test_the_same_words_match() -> None:
    pattern = "(?iu)" + "|".join(f"(?:{one})" for one in written())
    short = factored(pattern)
    assert len(short) < len(pattern) / 2
    whole, quick = re.compile(pattern), re.compile(short)
    for word in WORDS:
        assert bool(whole.match(word)) == bool(quick.match(word)), word
    assert [word for word in WORDS if quick.match(word)] == WORDS[:9]


def test_what_is_not_written_so_stays() -> None:
    for pattern in ("a|b", "(?iu)(?:^demi-x$)|y", f"(?:^a{end()})|(?:^b)"):
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
