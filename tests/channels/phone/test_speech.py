"""What is said is what can be said: TwiML as Twilio's library writes it, French as a voice reads it."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import shutil
import subprocess
import wave
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from twilio.twiml import voice_response as known

from tests.channels.phone.calls import NUMBER, words
from tests.channels.phone.test_calls import HOTLINE
from tests.channels.running import KEY, PHONE, PUBLIC
from vigie.channels.phone import turns, twiml
from vigie.channels.phone.channel import HOTLINE_DIALLED, PhoneChannel
from vigie.channels.phone.digits import PAUSE, spell
from vigie.channels.phone.menu import TOPICS
from vigie.channels.phone.speech import Line, continued, for_the_ear, spoken
from vigie.channels.phone.steps import Heard, Step
from vigie.channels.phone.turns import Next
from vigie.channels.phone.twiml import Voice
from vigie.channels.shared.credentials import read
from vigie.errors import Refusal
from vigie.server.settings import Settings
from vigie.server.texts import HOTLINE as WRITTEN

VOICE = Voice("fr-FR", "Polly.Lea-Neural")
SETTINGS = Settings(secret=KEY, public_url=PUBLIC, channel_store=":memory:")


def channel(**more: str) -> PhoneChannel:
    values = read("phone", {**PHONE, **more}, PhoneChannel.fields(), {"TWILIO_AUTH_TOKEN": "t"})
    return PhoneChannel(values, SETTINGS)


def told(found: Next, **more: str) -> Xml.Element:
    return Xml.fromstring(channel(**more)._told(found, f"{PUBLIC}/webhooks/phone/webhook"))


def camel(name: str) -> str:
    first, *others = name.strip("_").split("_")
    return first + "".join(part.title() for part in others)


def kind(tag: str) -> type:
    names = {"Response": "VoiceResponse", "break": "SsmlBreak", "prosody": "SsmlProsody"}
    found: type = getattr(known, names.get(tag, tag))
    return found


def strange(parent: Xml.Element) -> Iterator[str]:
    """What Twilio's own library does not know of an answer: an element, its place, an attribute."""
    for child in parent:
        verb = kind(parent.tag)
        ways = (f"{child.tag}_", f"ssml_{child.tag}", f"{child.tag.lower()}")
        way = next((getattr(verb, name) for name in ways if hasattr(verb, name)), None)
        if way is None:
            yield f"{child.tag} in {parent.tag}"
            continue
        names = {camel(name) for name in inspect.signature(way).parameters}
        yield from (f"{name} of {child.tag}" for name in child.attrib if name not in names)
        yield from strange(child)


EVERY = [
    Next([Line("Oui ?")], [Line("Un.", slow=True)], "tour=1"),
    Next([Line(f"a {PAUSE} b", slow=True)], query="tour=1", urgent=True),
    Next([Line("Un instant.")], query="tour=2", dial=True),
    Next([Line("Au revoir.")]),
    turns.broken(),
]


@pytest.mark.parametrize("found", EVERY)
def test_each_answer_is_made_of_what_twilio_knows(found: Next) -> None:
    assert list(strange(told(found))) == []


def test_what_twilio_does_not_know_would_be_seen() -> None:
    odd = Xml.fromstring('<Response><Say vox="x"/><Hangup><Say/></Hangup></Response>')
    assert list(strange(odd)) == ["vox of Say", "Say in Hangup"]


def test_a_basic_voice_gets_no_marks() -> None:
    said = Xml.fromstring(twiml.ending(turns.broken().lines, Voice("fr-FR", "woman")))
    assert {element.tag for element in said.iter()} == {"Response", "Say", "Hangup"}
    assert PAUSE not in words(said)


def test_the_hotline_is_dialled_in_our_own_name_and_only_where_that_is_allowed() -> None:
    """The number of who calls is nobody else's business."""
    dial = told(Next([], query="tour=2", dial=True), transfer="oui").find("Dial")
    assert dial is not None and dial.attrib["callerId"] == NUMBER
    assert dial.findtext("Number") == HOTLINE_DIALLED == "+18883737888"
    assert channel(transfer="oui").transfers and not channel().transfers


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"language": "en-US"}, "fr-FR ou fr-CA"),
        ({"transfer": "peut-être"}, "oui ou non"),
        ({"daily_calls": "beaucoup"}, "un nombre"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused(more: dict[str, str], why: str) -> None:
    with pytest.raises(Refusal, match=why):
        channel(**more)


def test_quebec_is_heard_and_spoken_to() -> None:
    gather = told(Next([Line("Oui ?")], query="tour=1"), language="fr-CA").find("Gather")
    assert gather is not None and gather.attrib["language"] == "fr-CA"
    assert {say.attrib["voice"] for say in gather} == {"Polly.Gabrielle-Neural"}


def test_a_list_goes_on_six_by_six() -> None:
    text = "Voici les quinze :\n" + "\n".join(f"• Point {n}" for n in range(1, 16))
    said = spoken([{"text": text}])
    heard = [line.text for line in said.lines]
    rest = said.rest
    while rest:
        assert re.search(r"Il en reste|Pour l’entendre", heard[-1])
        then = continued(rest)
        heard += [line.text for line in then.lines]
        rest = then.rest
    points = [text for text in heard if text.startswith("Point")]
    assert points == [f"Point {n}." for n in range(1, 16)], "each once, in order, none lost"


@pytest.mark.parametrize(
    "text",
    [
        "Voir https://a.example/b?c=d&e (et http://c.example).",
        "**gras** _italique_ `code` [lien](https://a.example)",
        "« cité » “autre” ‹x› § 2 | a > b",
    ],
)
def test_no_sign_and_no_address_is_said(text: str) -> None:
    assert not re.search(r"https?|[*_`\[\]«»“”|>§()]", for_the_ear(text))


def test_numbers_are_said_and_years_are_not_spelled() -> None:
    assert spell(WRITTEN).replace(PAUSE, "|") == HOTLINE
    said = for_the_ear("Appelez le 1-888-373-7888 ou le 911, SMS 233733, en 2017, 10 000 dollars")
    assert HOTLINE in said.replace(PAUSE, "|") and "2017" in said and "10 000" in said
    assert not re.search(r"888|911|233733", said)


def test_a_call_that_comes_back_from_the_hotline_goes_on() -> None:
    made = channel(transfer="oui")
    heard = made.read({**dict(PHONE), "AccountSid": PHONE["account_sid"], "To": NUMBER,
                       "CallSid": f"CA{2:032x}", "DialCallStatus": "busy"})  # fmt: skip
    assert heard is not None and heard.back


# --- a real voice --------------------------------------------------------------------------------


def espeak(*how: str) -> str:
    if not shutil.which("espeak-ng"):
        reason = "no voice: espeak-ng is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        ["espeak-ng", "-v", "fr-fr", *how], capture_output=True, text=True, check=True
    )
    return done.stdout


def sounds(text: str) -> str:
    """The sounds of `text`, as a French voice says it."""
    return re.sub(r"[\s'ˈˌː_-]+", "", espeak("-q", "--ipa", text.replace(PAUSE, "")))


def test_a_french_voice_says_the_number_figure_by_figure() -> None:
    huit, sept, trois, un = (sounds(word) for word in ("huit", "sept", "trois", "un"))
    for figures in (huit, sept, trois, un):
        assert figures and not re.search(r"\d", figures)
    said = sounds(spell(WRITTEN))
    order = re.findall("|".join(map(re.escape, (trois, sept, huit, un))), said)
    names = {huit: "8", sept: "7", trois: "3", un: "1"}
    assert "".join(names[one] for one in order) == WRITTEN.replace("-", "")
    wrong = sounds(WRITTEN)
    assert wrong != said, "as it is written, a voice would not"


def test_a_french_voice_says_all_that_the_telephone_says(tmp_path: Path) -> None:
    """The prompt, the topics and an answer, to a file with sound in it."""
    lines = [*turns.broken().lines, *(Line(f"Pour {t.said}, tapez {k}.") for k, t in
                                      enumerate(TOPICS, 1))]  # fmt: skip
    answer = "Deux organismes s’en chargent :\n• Le département de la Justice (DoJ)\nSource : x."
    lines += spoken([{"text": answer}]).lines
    for number, line in enumerate(lines):
        where = tmp_path / f"{number}.wav"
        espeak("-w", str(where), line.text.replace(PAUSE, ""))
        with wave.open(str(where)) as sound:
            frames = sound.readframes(sound.getnframes())
            seconds = sound.getnframes() / sound.getframerate()
        assert seconds > 0.5 and any(frames), line.text


def test_a_step_is_read_as_it_was_written() -> None:
    step = Step.of(Step(3).then(silences=1, menu=True, choices=4))
    assert step == Step(4, 1, True, 4)
    assert "0123" not in repr(Heard("CA0123", "+336", "x"))


async def test_whom_to_reach_is_what_the_server_says_where_the_channel_does_not(
    tmp_path: Path,
) -> None:
    entry = {name: value for name, value in PHONE.items() if name != "contact"}
    values = read("phone", entry, PhoneChannel.fields(), {"TWILIO_AUTH_TOKEN": "t"})
    settings = dataclasses.replace(
        SETTINGS, human_contact="accueil@vigie.example", channel_store=str(tmp_path / "canaux")
    )
    made = PhoneChannel(values, settings)

    async def handle(message: object) -> None:
        """Nobody calls."""

    made.blueprint(handle)
    said = made._phone(handle)._who_to_reach()
    await made.store.close()
    assert said[-1].text.startswith("Pour joindre une personne : accueil")
