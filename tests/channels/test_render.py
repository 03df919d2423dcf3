"""What is sent: never over a limit, never a command of Rasa, nothing lost, nothing cut in two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.channels.fakes.telegram import parsed
from tests.conftest import ROOT
from vigie.channels.capabilities import CAPABILITIES, Capabilities, Layout
from vigie.channels.shared import gsm7, texts
from vigie.channels.shared.dialects import units
from vigie.channels.shared.render import Part, render
from vigie.channels.whatsapp import content_of
from vigie.knowledge.load import ENTITIES, load
from vigie.knowledge.model.entry import SHORT

COMMAND = '/intent_secret{"slot": "x"}'
URLS = ["https://humantraffickinghotline.org/en/a_b*c?d=1&e=2", "www.state.gov/j/tip~x"]
NUMBERS = ["1-888-373-7888", "10\u202f000", "233733", "01 23 45 67 89", "3,5", "2016-2017"]
ATOMS = [*URLS, *NUMBERS]

words = st.one_of(
    st.sampled_from(ATOMS),
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Nd", "No", "Nl")),
        min_size=1,
        max_size=25,
    ),
    st.sampled_from("Forêt cœur l’équipe déjà • < & *gras* _a_ « » Source où ? ! : été".split()),
    st.sampled_from("\U0001f198 \U0001f468\u200d\U0001f469 ₂ Ω € [x] {y} ~".split()),
)
sentences = st.builds(
    lambda found, end: " ".join(found) + end,
    st.lists(words, min_size=1, max_size=12),
    st.sampled_from([".", "\u202f?", " !", "\u00a0:", "\n", "…", ""]),
)
long_texts = st.builds(
    lambda found, times, end: " ".join(found * times) + end,
    st.lists(sentences, max_size=8),
    st.integers(1, 20),
    st.text("abc. ", max_size=60),
)
titles = st.one_of(
    st.text(st.sampled_from("abcdé œ’QPITF"), max_size=30),
    st.text(st.sampled_from("abcdé œ’QPITF"), max_size=90),
    words,
)
payloads = st.one_of(
    st.just(COMMAND), st.integers(1, 20).map("choix:{}".format), st.text(max_size=300), st.just("")
)
buttons = st.lists(st.fixed_dictionaries({"title": titles, "payload": payloads}), max_size=15)
messages = st.lists(
    st.fixed_dictionaries({}, optional={"text": long_texts, "buttons": buttons}), max_size=3
)

# Channels that can show the same (both carriers of SMS) are one case.
ABLE = pytest.mark.parametrize(
    "channel", {able: name for name, able in CAPABILITIES.items()}.values()
)
MANY = settings(max_examples=25)
LONGEST = {
    "telegram": 4_096,
    "whatsapp": 4_096,
    "messenger": 2_000,
    "matrix": 4_000,
    "matrix_e2e": 4_000,
}
ENDLESS = re.compile(r"(?:\d+\D{1,2}){11}")
"""Numbers in a row that look like one which is longer than any: see `split`."""
SMS_CHANNELS = ("twilio", "kannel")


def shown(part: Part, channel: str) -> str:
    """What a person reads of a part's text."""
    return parsed(part.text) if channel == "telegram" else part.text


def loss(text: str, able: Capabilities) -> str:
    """`text` in the letters of a channel, without spaces: what must arrive."""
    return re.sub(r"[\s_*~`\u200b]", "", able.dialect.clean(text))


def problem(part: Part, able: Capabilities, channel: str) -> str:
    """Which limit a part breaks; written here again, apart from the renderer's own measures."""
    text = shown(part, channel)
    if not text.strip():
        return "empty"
    if channel in SMS_CHANNELS:
        if gsm7.segments(text) > 3:
            return "more than three segments"
    elif units(text) > LONGEST[channel]:
        return "text too long"
    if not part.layout:
        return "buttons without a layout" if part.buttons else ""
    (layout,) = [layout for layout in able.layouts if layout.name == part.layout]
    if units(text) > layout.text:
        return "text beside choices too long"
    if not 1 <= len(part.buttons) <= layout.most:
        return "number of choices"
    return problem_of_buttons(part, layout)


def problem_of_buttons(part: Part, layout: Layout) -> str:
    """Which limit of a layout its buttons break."""
    for field in ("title", "payload"):
        if len({getattr(button, field) for button in part.buttons}) < len(part.buttons):
            return f"{field} not unique"
    for button in part.buttons:
        if not 1 <= len(button.payload.encode()) <= layout.payload:
            return "payload"
        if not 1 <= units(button.title) <= max(layout.title, layout.description):
            return "title"
    return ""


@ABLE
@MANY
@given(said=messages)
def test_nothing_is_over_a_limit(channel: str, said: list[Mapping[str, Any]]) -> None:
    able = CAPABILITIES[channel]
    for part in render(said, able):
        assert not problem(part, able, channel)


@ABLE
@MANY
@given(said=messages)
def test_no_command_of_rasa_is_ever_sent(channel: str, said: list[Mapping[str, Any]]) -> None:
    for part in render(said, CAPABILITIES[channel]):
        sent = [part.text, *(b.title for b in part.buttons), *(b.payload for b in part.buttons)]
        assert not any("/intent" in text or "intent_secret" in text for text in sent)


@ABLE
@MANY
@given(said=messages)
def test_nothing_is_lost(channel: str, said: list[Mapping[str, Any]]) -> None:
    """All texts in their order, then all choices, as buttons or as numbered lines."""
    able = CAPABILITIES[channel]
    parts = render(said, able)
    hint = able.dialect.clean(texts.MORE_HINT)
    lines = "\n".join(shown(part, channel).removesuffix(hint) for part in parts)
    arrived = loss(lines, able)
    expected = loss("\n".join(str(m.get("text", "")) for m in said), able)
    assert arrived.startswith(expected)
    offered = [
        " ".join(b["title"].split() or b["payload"].split())
        for m in said
        for b in m.get("buttons", ())
        if b["title"].strip() or not b["payload"].strip().startswith("/")
    ]
    offered = [title for title in offered if title]
    native = [button.title for part in parts for button in part.buttons]
    by_number = native == [str(n) for n in range(1, len(offered) + 1)]
    if native and not by_number:
        assert [loss(t, able) for t in native] == [loss(t, able) for t in offered]
    elif offered:
        listed = "".join(f"{n}.{title}" for n, title in enumerate(offered, 1))
        assert loss(listed, able) in arrived


@ABLE
@MANY
@given(said=long_texts, limit=st.integers(120, 300))
def test_no_url_and_no_number_is_cut(channel: str, said: str, limit: int) -> None:
    """With a short limit, so that a text is cut in many places."""
    assume(not ENDLESS.search(said))
    able = replace(CAPABILITIES[channel], text=limit)
    parts = [shown(part, channel) for part in render([{"text": said}], able)]
    for atom in ATOMS:
        whole = able.dialect.clean(atom)
        found = re.compile(rf"(?:^|(?<=\s)){re.escape(whole)}(?=\s|$)", re.M)
        expected = len(found.findall(able.dialect.clean(said)))
        assert sum(len(found.findall(part)) for part in parts) >= expected


def test_the_italics_of_a_source_never_become_a_part_of_its_address() -> None:
    mark = CAPABILITIES["whatsapp"].dialect.mark
    assert mark("Source : le document, section 2") == "_Source : le document, section 2_"
    assert mark("Source : https://www.state.gov/a_b") == "Source : https://www.state.gov/a_b"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=600))
def test_every_text_can_be_written_in_the_alphabet_of_sms(text: str) -> None:
    written = gsm7.transliterate(text)
    assert gsm7.septets(written) >= len(written)
    assert gsm7.transliterate(written) == written


TABLE = [
    ("two choices", ["Oui", "Non"], ["inline", "buttons", "quick"]),
    ("four choices", list("abcd"), ["inline", "list", "quick"]),
    ("a long title", ["x" * 30, "y"], ["inline", "list", "quick by number"]),
    (
        "a very long title",
        ["x" * 80, "y"],
        ["inline by number", "buttons by number", "quick by number"],
    ),
    ("eleven choices", [f"{n}x" for n in range(11)], ["inline", "", "quick"]),
    ("fourteen choices", [f"{n}x" for n in range(14)], ["inline", "", ""]),
    (
        "the same title twice",
        ["a", "a"],
        ["inline by number", "buttons by number", "quick by number"],
    ),
]
SHORTS = [
    ("all have one", ["Trésor", "Défense (DoD)", ""], True, "list"),
    ("one is the same as another title", ["Oui", "", ""], False, ""),
    ("one lacks", ["Trésor", "", "x"], False, "list"),
]
NATIVE = ("telegram", "whatsapp", "messenger")


@pytest.mark.parametrize(("name", "titles", "layouts"), TABLE, ids=[row[0] for row in TABLE])
def test_how_choices_are_shown(name: str, titles: list[str], layouts: list[str]) -> None:
    """As buttons where the platform has them and they fit; else as a list with numbers, and the
    numbers as buttons."""
    said = [{"text": "Lequel ?", "buttons": [{"title": t, "payload": t} for t in titles]}]
    expected = {**dict.fromkeys(CAPABILITIES, ""), **dict(zip(NATIVE, layouts))}
    for channel, able in CAPABILITIES.items():
        part = render(said, able)[-1]
        shown_as, _, by_number = expected[channel].partition(" ")
        assert part.layout == shown_as, channel
        numbers = [str(n) for n in range(1, len(titles) + 1)]
        assert ([b.title for b in part.buttons] == numbers) == bool(by_number), channel
        listed = by_number or not shown_as
        assert bool(listed) == (f"\n{len(titles)}. {titles[-1]}\n" in part.text), channel


@pytest.mark.parametrize(("name", "shorts", "quick", "rows"), SHORTS, ids=[r[0] for r in SHORTS])
def test_a_choice_with_a_short_title_is_shown_where_the_long_one_has_no_room(
    name: str, shorts: list[str], quick: bool, rows: str
) -> None:
    titles = ["Département du Trésor américain", "Département de la Défense", "Oui"]
    if name == "one is the same as another title":
        titles[1] = "Non"
    buttons = [
        {"title": title, "payload": f"choix:{n}", "short": short}
        for n, (title, short) in enumerate(zip(titles, shorts), 1)
    ]
    said = [{"text": "Lequel ?", "buttons": buttons}]
    shown = render(said, CAPABILITIES["messenger"])[-1]
    assert shown.layout == "quick"
    assert ([b.title for b in shown.buttons] == ["1", "2", "3"]) == (not quick)
    if quick:
        assert [b.titled(20) for b in shown.buttons] == ["Trésor", "Défense (DoD)", "Oui"]
        assert [b.payload for b in shown.buttons] == titles, "and the whole title comes back"
    on_whatsapp = render(said, CAPABILITIES["whatsapp"])[-1]
    if rows:
        assert on_whatsapp.layout in ("buttons", rows)


def test_a_list_of_whatsapp_goes_by_names_or_by_numbers_but_not_by_both() -> None:
    titles = [f"{'x' * 30} {n}" for n in range(4)]
    for shorts, named in ((list("abcd"), True), (["a", "b", "c", ""], False)):
        buttons = [{"title": t, "payload": t, "short": s} for t, s in zip(titles, shorts)]
        part = render([{"text": "?", "buttons": buttons}], CAPABILITIES["whatsapp"])[-1]
        (section,) = content_of(part)["interactive"]["action"]["sections"]
        expected = shorts if named else [f"Choix {n}" for n in range(1, 5)]
        assert [row["title"] for row in section["rows"]] == expected
        assert [row["description"] for row in section["rows"]] == titles


def test_the_end_of_a_long_sms_waits_for_the_word() -> None:
    text = " ".join(f"Phrase numéro {n} de la réponse." for n in range(40))
    first, *others = render([{"text": text}], CAPABILITIES["twilio"])
    assert first.text.endswith(".\n(SUITE pour lire la suite)")
    assert len(others) >= 2
    assert "SUITE" not in others[-1].text


SMS = [
    ("« Forêt »\u202f: ça va\u202f?", '"Foret" : ca va?'),
    ("L’œuvre — déjà… 10\u202f000", "L'oeuvre - déjà... 10 000"),
    ("é è à ù Ç ñ Ü", "é è à ù Ç ñ Ü"),
    ("ê î ô û ç ë ï À É", "e i o u c e i A É"),
    ("Kreyòl: mwen bezwen èd", "Kreyòl: mwen bezwen èd"),
    ("\U0001f198 ☎ 北", "? ? ?"),
    ("e\u0301te\u0301", "été"),
]


@pytest.mark.parametrize(("text", "written"), SMS)
def test_french_in_the_alphabet_of_sms(text: str, written: str) -> None:
    assert gsm7.transliterate(text) == written


SEGMENTS = [
    ("", 1),
    ("a" * 160, 1),
    ("a" * 161, 2),
    ("€" * 80, 1),
    ("€" * 81, 2),
    ("a" * 306, 2),
    ("a" * 307, 3),
    ("a" * 152 + "€" + "a" * 152, 3),  # the pair of € moves to the second segment
    ("a" * 459, 3),
    ("a" * 460, 4),
]


@pytest.mark.parametrize(("text", "count"), SEGMENTS)
def test_what_an_sms_is_billed(text: str, count: int) -> None:
    assert gsm7.segments(text) == count


def test_every_name_that_a_button_may_show_fits_it_or_has_a_short_one() -> None:
    """On the narrowest platform: the short names are facts of the knowledge, which `vigie check`
    judges."""
    known = load(ROOT / "knowledge")
    narrowest = min(layout.title for able in CAPABILITIES.values() for layout in able.layouts)
    assert narrowest == SHORT
    entities = [entity for name in ENTITIES for entity in getattr(known, name)]
    assert len(entities) > 30
    for entity in entities:
        short = entity.name.short or entity.name.fr
        assert units(short) <= narrowest, entity.id


def test_a_number_under_a_list_says_the_whole_choice() -> None:
    """Where the platform has room for it unseen; else its place."""
    asked = [
        f"Quels rapports publie le département numéro {n}, et à quel rythme ?" for n in range(4)
    ]
    said = [{"text": "?", "buttons": [{"title": t, "payload": f"/do{t}"} for t in asked]}]
    for channel, expected in (
        ("messenger", asked),
        ("telegram", ["choix:1", "choix:2", "choix:3", "choix:4"]),
    ):
        part = render(said, CAPABILITIES[channel])[-1]
        assert [(b.title, b.payload) for b in part.buttons] == [
            (str(n), payload) for n, payload in enumerate(expected, 1)
        ]
