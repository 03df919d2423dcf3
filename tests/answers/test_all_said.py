"""A statement of which no word goes beyond the document is not told that the document does not say
it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from tests.answers.made import asked, said, talk
from vigie.answers.reading import beside
from vigie.answers.reading.said import Said, Told

UNSAID = "Le document ne le dit pas"


class Marked:
    """A reader to whom no word says more but what it is told, and who finds a query likely."""

    def __init__(self, more: str = "", likely: Mapping[str, float] = {}) -> None:
        self._more, self._likely = more, likely

    def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
        return self._likely

    def knows(self, word: str) -> bool:
        return True

    def beyond(self, said: Said) -> Sequence[Told]:
        text = "".join(one.text for one in said.message)
        place, found = 0, []
        for word in text.split():
            start = text.index(word, place)
            place = start + len(word)
            found.append(Told(start, place, 2.0 if word == self._more else -4.0))
        return found


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    before = beside.use(Marked())
    yield
    beside.use(before)


def reply(text: str, claims: Mapping[str, float], names: str = "treasury") -> str:
    return said(talk(asked(text, names, forms={f"verify {k}": v for k, v in claims.items()}))[0])


UNKNOWN, KNOWN = "does(treasury,@)", "does(treasury,finance)"


def test_the_next_reading_is_what_it_means_where_the_document_says_it() -> None:
    found = reply("il les diffuse aussi", {UNKNOWN: 0.5, KNOWN: 0.45})
    assert UNSAID not in found and "institutions financières" in found


def test_what_says_more_is_not_said_there() -> None:
    beside.use(Marked("vend"))
    assert UNSAID in reply("il les vend aussi", {UNKNOWN: 0.5, KNOWN: 0.45})


def test_no_other_is_taken_for_it() -> None:
    found = reply("il les diffuse aussi", {UNKNOWN: 0.5, "does(doj,grants)": 0.45}, "treasury doj")
    assert UNSAID in found and "DoJ" not in found


def test_nor_one_that_is_far_less_likely() -> None:
    assert UNSAID in reply("il les diffuse aussi", {UNKNOWN: 0.95, KNOWN: 0.0001})


def test_nor_one_that_does_not_hold_either() -> None:
    assert UNSAID in reply("il les diffuse", {UNKNOWN: 0.5, "does(treasury,trade)": 0.45})


def test_of_several_claims_those_are_left_that_the_document_knows() -> None:
    found = reply("c'est à elle", {"advises(council,pitf) & does(council,@)": 0.9}, "council pitf")
    assert UNSAID not in found and "conseille la PITF" in found and "seulement" not in found


def test_without_a_reader_it_is_as_it_was_read() -> None:
    beside.use(None)
    assert UNSAID in reply("il les diffuse aussi", {UNKNOWN: 0.5, KNOWN: 0.45})


def test_a_denial_is_not_taken_for_what_it_denies() -> None:
    beside_ = {"!does(treasury,@)": 0.5, KNOWN: 0.45}
    assert not reply("il ne les diffuse pas", beside_).startswith("Oui")
